using System;
using System.Linq;

namespace LossGen.Generator.Algebra;

/// <summary>Copies a graph into a builder.</summary>
internal static class Transcription
{
    /// <summary>The nodes of the graph in the builder, by their index in the graph.</summary>
    public static Expr[] Copy(ExprGraph graph, ExprBuilder builder) => Copy(graph, builder, e => e);

    /// <summary>The same with each operation replaced by what it is rewritten to, once its operands are.</summary>
    public static Expr[] Copy(ExprGraph graph, ExprBuilder builder, Func<Expr, Expr> rewrite)
    {
        Expr[] copies = new Expr[graph.Nodes.Count];
        for (int id = 0; id < copies.Length; id++)
        {
            copies[id] = rewrite(Rebuild(builder, graph.Nodes[id], operand => copies[operand]));
        }

        return copies;
    }

    /// <summary>The graph with each operation rewritten, once its operands are.</summary>
    public static ExprGraph Rewrite(ExprGraph graph, Func<Expr, Expr> rewrite)
    {
        ExprBuilder builder = new();
        Expr[] copies = Copy(graph, builder, rewrite);
        return builder.Build(graph.Outputs.Select(o => (o.Kind, copies[o.Node])));
    }

    /// <summary>The same operation over other operands.</summary>
    private static Expr Rebuild(ExprBuilder builder, Node node, Func<int, Expr> operand) => node switch
    {
        { Op: Op.Constant } => builder.Constant(BitConverter.Int64BitsToDouble(node.Bits)),
        { Op: Op.Hyperparameter } => builder.Hyperparameter((int)(node.Bits >> 1), (node.Bits & 1) != 0),
        { C: >= 0 } => builder.Add(node.Op, operand(node.A), operand(node.B), operand(node.C)),
        { B: >= 0 } => builder.Add(node.Op, operand(node.A), operand(node.B)),
        { A: >= 0 } => builder.Add(node.Op, operand(node.A)),
        _ => builder.Add(node.Op),
    };
}
