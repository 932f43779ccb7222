using System;

namespace LossGen.Generator.Algebra;

/// <summary>Copies a graph into a builder.</summary>
internal static class Transcription
{
    /// <summary>The nodes of the graph in the builder, by their index in the graph.</summary>
    public static Expr[] Copy(ExprGraph graph, ExprBuilder builder)
    {
        Expr[] copies = new Expr[graph.Nodes.Count];
        for (int id = 0; id < copies.Length; id++)
        {
            copies[id] = Rebuild(builder, graph.Nodes[id], operand => copies[operand]);
        }

        return copies;
    }

    /// <summary>The same operation over other operands.</summary>
    public static Expr Rebuild(ExprBuilder builder, Node node, Func<int, Expr> operand) => node switch
    {
        { Op: Op.Constant } => builder.Constant(BitConverter.Int64BitsToDouble(node.Bits)),
        { C: >= 0 } => builder.Add(node.Op, operand(node.A), operand(node.B), operand(node.C)),
        { B: >= 0 } => builder.Add(node.Op, operand(node.A), operand(node.B)),
        { A: >= 0 } => builder.Add(node.Op, operand(node.A)),
        _ => builder.Add(node.Op),
    };
}
