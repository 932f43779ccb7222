using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Notation;

/// <summary>
/// Prints the outputs of a graph, one formula each. Where one of them would be long, what is used more than once, or is
/// long itself, becomes a step with a name, printed before the formulas that use it.
/// </summary>
internal sealed class FormulaListing
{
    // in operations: a shared subexpression that is worth a name, and a formula that fits on a line or two
    private const int SmallestStep = 4;
    private const int LongestFormula = 40;

    private readonly ExprGraph _graph;
    private readonly bool[] _isShared;
    private readonly List<(string Name, Expr Value)> _steps = [];
    private readonly List<string> _variables;

    private FormulaListing(ExprGraph graph, Typography type)
    {
        _graph = Transcription.Rewrite(graph, e => e); // without what none of its outputs needs
        _isShared = Shared(_graph);
        _variables = [.. type.Hyperparameters];
    }

    /// <summary>The steps and the outputs, each by its name, in the order in which they are needed.</summary>
    public static IReadOnlyList<(string Name, string Formula)> Of(ExprGraph graph, Typography type)
    {
        FormulaListing listing = new(graph, type);
        Expr[] nodes = listing.WithSteps();
        Typography named = type with { Hyperparameters = listing._variables };
        IEnumerable<(string Name, Expr Value)> outputs = listing._graph.Outputs.Select(o => (o.Kind.ToString().ToLowerInvariant(), nodes[o.Node]));
        return [.. listing._steps.Concat(outputs).Select(line => (line.Name, Formula.PrintBare(line.Value, named)))];
    }

    private Expr[] WithSteps()
    {
        // a formula without steps can have more operations than an integer can count
        double[] sizes = new double[_graph.Nodes.Count];
        void Measure(int id) => sizes[id] = IsAtom(id) ? 1 : 1 + ExprGraph.Operands(_graph.Nodes[id]).Sum(operand => sizes[operand]);
        for (int i = 0; i < sizes.Length; i++)
        {
            Measure(i);
        }

        int id = 0;
        bool isLong = _graph.Outputs.Any(o => sizes[o.Node] > LongestFormula);
        HashSet<int> outputs = [.. _graph.Outputs.Select(o => o.Node)]; // which have names already
        return Transcription.Copy(_graph, new ExprBuilder(), e =>
        {
            Measure(id);
            bool isStep = isLong && !IsCondition(e.Op) && !outputs.Contains(id) && sizes[id] >= (_isShared[id] ? SmallestStep : LongestFormula);
            sizes[id] = isStep ? 1 : sizes[id];
            id++;
            return isStep ? Step(e) : e;
        });
    }

    // Further formulas have the step as a variable, one more than those of the loss.
    private Expr Step(Expr e)
    {
        string name = "t" + (_steps.Count + 1).ToString(CultureInfo.InvariantCulture);
        _steps.Add((name, e));
        _variables.Add(name);
        return e.Builder.Hyperparameter(_variables.Count - 1, isNonNegative: false);
    }

    private static bool[] Shared(ExprGraph graph)
    {
        int[] uses = new int[graph.Nodes.Count];
        foreach (int used in graph.Nodes.SelectMany(ExprGraph.Operands).Concat(graph.Outputs.Select(o => o.Node)))
        {
            uses[used]++;
        }

        return [.. uses.Select(count => count > 1)];
    }

    // the sigmoid or softplus of z or -z, which is short to print
    private bool IsAtom(int id)
    {
        Node node = _graph.Nodes[id];
        return node.Op is Op.Sigmoid or Op.Softplus or Op.BoundedSoftplus && IsLogit(node.A);
    }

    private bool IsLogit(int id) =>
        _graph.Nodes[id].Op == Op.Logit || (_graph.Nodes[id].Op == Op.Negate && _graph.Nodes[_graph.Nodes[id].A].Op == Op.Logit);

    private static bool IsCondition(Op op) => op is Op.Less or Op.LessOrEqual or Op.Equal;
}
