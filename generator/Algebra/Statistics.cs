using System.Collections.Immutable;

namespace LossGen.Generator.Algebra;

/// <summary>Which outputs are statistics: they do not take part in the derivatives, nor in the scale of the reduction.</summary>
internal static class Statistics
{
    /// <summary>The outputs, in the order of LossGen.ProbabilityStatistics.</summary>
    public static ImmutableArray<OutputKind> All { get; } =
        [OutputKind.PositiveCount, OutputKind.NegativeCount, OutputKind.PositiveSum, OutputKind.NegativeSum];

    /// <summary>Whether the output is one of them.</summary>
    public static bool Contains(OutputKind kind) => All.Contains(kind);
}
