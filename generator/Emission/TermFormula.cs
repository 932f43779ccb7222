using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>
/// A term method as C# over hyper-dual numbers, operation by operation as it is written. Its conditions, bounds and absolute
/// values are decided by the point at which it is evaluated, and both sides of a choice are computed, so that the decisions
/// of each evaluation have the same order.
/// </summary>
internal sealed class TermFormula
{
    // deeper than this, what is nested becomes a local
    private const int MaxDepth = 6;

    private const int OfSum = 1;
    private const int OfProduct = 2;
    private const int OfSign = 3;
    private const int OfName = 4;

    private static readonly IReadOnlyDictionary<Op, Row> s_rows = new Dictionary<Op, Row>
    {
        [Op.Add] = new(OfSum, x => $"{x(0, OfSum)} + {x(1, OfProduct)}"),
        [Op.Subtract] = new(OfSum, x => $"{x(0, OfSum)} - {x(1, OfProduct)}"),
        [Op.Multiply] = new(OfProduct, x => $"{x(0, OfProduct)} * {x(1, OfSign)}"),
        [Op.Divide] = new(OfProduct, x => $"{x(0, OfProduct)} / {x(1, OfSign)}"),
        [Op.Negate] = new(OfSign, x => "-" + x(0, OfName)),
        [Op.Power] = Function("HyperDual.Pow", 2),
        [Op.GeneralPower] = Function("HyperDual.Pow", 2),
        [Op.SquareRoot] = Function("HyperDual.Sqrt", 1),
        [Op.Exp] = Function("HyperDual.Exp", 1),
        [Op.Expm1] = Function("HyperDual.Expm1", 1),
        [Op.Tanh] = Function("HyperDual.Tanh", 1),
        [Op.Log] = Function("HyperDual.Log", 1),
        [Op.LogOfPair] = Function("HyperDual.LogOfPair", 2),
        [Op.Sigmoid] = Function("HyperDual.Sigmoid", 1),
        [Op.Softplus] = Function("HyperDual.Softplus", 1),
        [Op.Detach] = Function("HyperDual.Detach", 1),
        [Op.Select] = Function("HyperDual.Select", 3),
        [Op.Abs] = Function("at.Abs", 1),
        [Op.Max] = Function("at.Max", 2),
        [Op.Min] = Function("at.Min", 2),
        [Op.Less] = Function("at.Less", 2),
        [Op.LessOrEqual] = Function("at.LessOrEqual", 2),
        [Op.Equal] = Function("at.Equal", 2),
    };

    private readonly ExprGraph _graph;
    private readonly IReadOnlyList<string> _hyperparameters;
    private readonly string[] _texts;
    private readonly int[] _precedence;
    private readonly List<string> _lines = [];

    private TermFormula(ExprGraph graph, IReadOnlyList<string> hyperparameters)
    {
        _graph = graph;
        _hyperparameters = hyperparameters;
        _texts = new string[graph.Nodes.Count];
        _precedence = new int[graph.Nodes.Count];
    }

    /// <summary>The lines of the method body.</summary>
    /// <param name="graph">What the term method returns.</param>
    /// <param name="hyperparameters">The names of the hyperparameters of the loss.</param>
    public static IReadOnlyList<string> Body(ExprGraph graph, IReadOnlyList<string> hyperparameters) => new TermFormula(graph, hyperparameters).Body();

    private IReadOnlyList<string> Body()
    {
        int[] uses = new int[_graph.Nodes.Count];
        int[] depths = new int[_graph.Nodes.Count];
        foreach (int operand in _graph.Nodes.SelectMany(ExprGraph.Operands))
        {
            uses[operand]++;
        }

        for (int id = 0; id < _texts.Length; id++)
        {
            Node node = _graph.Nodes[id];
            depths[id] = ExprGraph.Operands(node).Select(operand => depths[operand] + 1).DefaultIfEmpty(0).Max();
            (_texts[id], _precedence[id]) = Text(node);
            if (node.Op != Op.Constant && (IsLeaf(node) || uses[id] > 1 || depths[id] == MaxDepth))
            {
                Name(id, node);
                depths[id] = 0;
            }
        }

        _lines.Add($"return {_texts[_graph.Outputs.Single().Node]};");
        return _lines;
    }

    private void Name(int id, Node node)
    {
        string name = node.Op switch
        {
            Op.Probability => "p",
            Op.Logit => "z",
            Op.Target => "y",
            Op.Hyperparameter => NameOf(_hyperparameters[Index(node)]),
            _ => "t" + _lines.Count.ToString(CultureInfo.InvariantCulture),
        };
        string type = node.Op is Op.Less or Op.LessOrEqual or Op.Equal ? "bool" : "HyperDual";
        _lines.Add($"{type} {name} = {_texts[id]};");
        (_texts[id], _precedence[id]) = (name, OfName);
    }

    private (string Text, int Precedence) Text(Node node) => node.Op switch
    {
        Op.Constant => Constant(BitConverter.Int64BitsToDouble(node.Bits)),
        Op.Probability => ("at.Probability", OfName),
        Op.Logit => ("at.Logit", OfName),
        Op.Target => ("at.Target", OfName),
        Op.Hyperparameter => ($"at.Hyperparameter({Index(node).ToString(CultureInfo.InvariantCulture)})", OfName),
        _ => (s_rows[node.Op].Text(Operand(node)), s_rows[node.Op].Precedence),
    };

    // an operand with the parentheses it needs
    private Func<int, int, string> Operand(Node node) => (place, precedence) =>
    {
        int id = place == 0 ? node.A : place == 1 ? node.B : node.C;

        // an exponent is what it is, whatever the type of the kernel
        return node.Op == Op.Power && place == 1 ? Literal.Of(BitConverter.Int64BitsToDouble(_graph.Nodes[id].Bits))
            : _precedence[id] < precedence ? $"({_texts[id]})"
            : _texts[id];
    };

    // the kernel rounds 0.1 to its type, but not 0.5
    private static (string Text, int Precedence) Constant(double value) => (float)value == value
        ? (Literal.Of(value), value < 0 ? OfSign : OfName)
        : ($"HyperDual.Literal({Literal.Of(value)})", OfName);

    // the names that the body has by itself are free for hyperparameters with an underscore
    private static string NameOf(string hyperparameter) =>
        hyperparameter is "at" or "p" or "z" or "y" || (hyperparameter.Length > 1 && hyperparameter[0] == 't' && hyperparameter.Skip(1).All(char.IsDigit))
            ? hyperparameter + "_"
            : CodeText.Identifier(hyperparameter);

    private static int Index(Node node) => (int)(node.Bits >> 1);

    private static bool IsLeaf(Node node) => node.Op is Op.Probability or Op.Logit or Op.Target or Op.Hyperparameter;

    private static Row Function(string name, int operands) => new(OfName, x => $"{name}({string.Join(", ", Enumerable.Range(0, operands).Select(i => x(i, 0)))})");

    /// <summary>How an operation is printed: its precedence, and its text for those of its operands with the least precedence they may have.</summary>
    private sealed record Row(int Precedence, Func<Func<int, int, string>, string> Text);
}
