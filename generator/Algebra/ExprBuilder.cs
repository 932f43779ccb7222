using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Algebra;

/// <summary>Builds an expression graph in which equal expressions are one node.</summary>
internal sealed class ExprBuilder
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, int> _ids = [];

    /// <summary>The node with that operation and those operands.</summary>
    public Expr Add(Op op, params Expr[] operands)
    {
        int Id(int i) => i < operands.Length ? operands[i].Id : -1;
        return Intern(new Node(op, Id(0), Id(1), Id(2)));
    }

    /// <summary>A number.</summary>
    public Expr Constant(double value) => Intern(new Node(Op.Constant, Bits: BitConverter.DoubleToInt64Bits(value)));

    /// <summary>A hyperparameter that is given at run time.</summary>
    /// <param name="index">Its place among the hyperparameters of the loss.</param>
    /// <param name="isNonNegative">Negative values are refused before a kernel runs.</param>
    public Expr Hyperparameter(int index, bool isNonNegative) =>
        Intern(new Node(Op.Hyperparameter, Bits: (2L * index) + (isNonNegative ? 1 : 0)));

    /// <summary>The node with that index.</summary>
    public Node this[int id] => _nodes[id];

    /// <summary>The expression with that index.</summary>
    public Expr At(int id) => new(this, id);

    /// <summary>The graph of those outputs, without nodes that none of them needs.</summary>
    public ExprGraph Build(IEnumerable<(OutputKind Kind, Expr Value)> outputs)
    {
        List<(OutputKind Kind, Expr Value)> wanted = outputs.ToList();
        bool[] used = new bool[_nodes.Count];
        foreach ((OutputKind _, Expr value) in wanted)
        {
            used[value.Id] = true;
        }

        for (int id = _nodes.Count - 1; id >= 0; id--)
        {
            foreach (int operand in used[id] ? ExprGraph.Operands(_nodes[id]) : [])
            {
                used[operand] = true;
            }
        }

        int[] renamed = new int[_nodes.Count];
        List<Node> kept = [];
        for (int id = 0; id < _nodes.Count; id++)
        {
            if (used[id])
            {
                int Renamed(int operand) => operand < 0 ? -1 : renamed[operand];
                Node node = _nodes[id];
                renamed[id] = kept.Count;
                kept.Add(node with { A = Renamed(node.A), B = Renamed(node.B), C = Renamed(node.C) });
            }
        }

        return new ExprGraph(
            new EquatableArray<Node>(kept),
            new EquatableArray<Output>(wanted.Select(o => new Output(o.Kind, renamed[o.Value.Id]))));
    }

    private Expr Intern(Node node)
    {
        if (!_ids.TryGetValue(node, out int id))
        {
            id = _nodes.Count;
            _nodes.Add(node);
            _ids.Add(node, id);
        }

        return new Expr(this, id);
    }
}
