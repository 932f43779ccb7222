using System.Collections.Generic;
using System.Linq;
using LossGen.Tests.Codegen;
using LossGen.Tests.Losses.Custom;
using Xunit;

namespace LossGen.Tests.Losses;

/// <summary>Every loss that this assembly declares.</summary>
internal static class DeclaredLosses
{
    /// <summary>Those over rows of classes.</summary>
    public static IReadOnlyList<LossVariant> Rows { get; } =
    [
        .. RowLosses.LossVariants,
        .. RowDoubleLosses.LossVariants,
        .. RowSmoothedLosses.LossVariants,
        .. RowSoftLosses.LossVariants,
        .. RowTermLosses.LossVariants,
        .. RowHyperparameterLosses.LossVariants,
        .. RowSignatureLosses.LossVariants,
        .. RowGoldenLosses.LossVariants,
        .. RowIdentityLosses.LossVariants,
        .. RowThreadLosses.LossVariants,
        .. HarmonizedRowLosses.LossVariants,
    ];

    public static IReadOnlyList<LossVariant> All { get; } =
    [
        .. MainLoopLosses.LossVariants,
        .. SingleLosses.LossVariants,
        .. DoubleLosses.LossVariants,
        .. GammaLosses.LossVariants,
        .. OptionLosses.LossVariants,
        .. SignatureLosses.LossVariants,
        .. StatisticsLosses.LossVariants,
        .. ProbabilityLosses.LossVariants,
        .. GoldenLosses.LossVariants,
        .. IdentityLosses.LossVariants,
        .. HarmonizedLosses.LossVariants,
        .. ThreadLosses.LossVariants,
        .. Rows,
        .. CustomTermLosses.LossVariants,
        .. HyperparameterLosses.LossVariants,
        .. StandardLosses.LossVariants,
        .. CustomLosses.All.Select(loss => loss.Variant),
        .. Outer.InStruct.LossVariants,
        .. Outer.InRecord<string>.LossVariants,
        .. InRecordStruct.LossVariants,
        .. InGenericClass<string, int>.LossVariants,
        .. IDeclaresLoss.LossVariants,
    ];

    /// <summary>The position and the name of each; overloads share a name.</summary>
    public static TheoryData<int, string> Names => Listed(All);

    /// <summary>The losses of one class, in the same form.</summary>
    public static TheoryData<int, string> Listed(IEnumerable<LossVariant> variants)
    {
        TheoryData<int, string> names = [];
        foreach ((LossVariant variant, int index) in variants.Select((variant, index) => (variant, index)))
        {
            names.Add(index, variant.Name);
        }

        return names;
    }
}
