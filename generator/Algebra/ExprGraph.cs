using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Algebra;

/// <summary>Expressions that share subexpressions, in topological order: operands come before what uses them.</summary>
/// <param name="Nodes">The operations.</param>
/// <param name="Outputs">What is computed.</param>
internal sealed record ExprGraph(EquatableArray<Node> Nodes, EquatableArray<Output> Outputs)
{
    /// <summary>The operands of a node.</summary>
    public static int[] Operands(Node node) => node switch
    {
        { A: < 0 } => [],
        { B: < 0 } => [node.A],
        { C: < 0 } => [node.A, node.B],
        _ => [node.A, node.B, node.C],
    };

    /// <summary>The same graph with only the outputs of those kinds.</summary>
    public ExprGraph Only(IReadOnlyCollection<OutputKind> kinds) =>
        this with { Outputs = new EquatableArray<Output>(Outputs.Where(o => kinds.Contains(o.Kind))) };
}

/// <summary>A node whose value is wanted.</summary>
internal readonly record struct Output(OutputKind Kind, int Node);

/// <summary>What a wanted value means.</summary>
internal enum OutputKind
{
    /// <summary>What a term method returns.</summary>
    Term,

    /// <summary>The loss of the element.</summary>
    Loss,

    /// <summary>dL/dz, or dL/dp where probabilities are the input.</summary>
    Gradient,

    /// <summary>The second derivative.</summary>
    Hessian,

    /// <summary>The term of y = 1, for the formulas of the file header.</summary>
    PositiveTerm,

    /// <summary>The term of y = 0, for the formulas of the file header.</summary>
    NegativeTerm,

    /// <summary>The derivative of the term of y = 1.</summary>
    PositiveGradient,

    /// <summary>The derivative of the term of y = 0.</summary>
    NegativeGradient,

    /// <summary>What the element counts as a positive.</summary>
    PositiveCount,

    /// <summary>What the element counts as a negative.</summary>
    NegativeCount,

    /// <summary>What the element adds to the probabilities of the positives.</summary>
    PositiveSum,

    /// <summary>What the element adds to the probabilities of the negatives.</summary>
    NegativeSum,
}
