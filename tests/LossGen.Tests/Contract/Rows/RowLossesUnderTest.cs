using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels;
using LossGen.Tests.Losses;
using Xunit;

namespace LossGen.Tests.Contract.Rows;

/// <summary>The losses over rows that have all outputs and are neither scaled nor harmonized, by the name of their method.</summary>
internal static class RowLossesUnderTest
{
    private const LossRoles AllOutputs = LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses;

    /// <summary>In single precision.</summary>
    public static IReadOnlyList<LossVariant<float>> Single { get; } = [.. Of<float>()];

    /// <summary>In double precision.</summary>
    public static IReadOnlyList<LossVariant<double>> Double { get; } = [.. Of<double>()];

    /// <summary>Their names.</summary>
    public static TheoryData<string> SingleNames => new(Single.Select(loss => loss.Name));

    /// <summary>Their names.</summary>
    public static TheoryData<string> DoubleNames => new(Double.Select(loss => loss.Name));

    /// <summary>The loss of that name.</summary>
    public static LossVariant<T> Named<T>(this IEnumerable<LossVariant<T>> losses, string name)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => losses.Single(loss => loss.Name == name);

    private static IEnumerable<LossVariant<T>> Of<T>()
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
        from loss in DeclaredLosses.Rows.OfType<LossVariant<T>>()
        where loss.Configuration is { Reduction: Reduction.Sum, Harmonizing: null } && (loss.Configuration.Roles & AllOutputs) == AllOutputs
        select loss;
}
