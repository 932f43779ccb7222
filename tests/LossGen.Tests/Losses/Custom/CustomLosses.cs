using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LossGen.Tests.Losses.Custom;

/// <summary>Terms of the field, all of them written as methods.</summary>
internal static class CustomLosses
{
    public static IReadOnlyList<CustomLoss> All { get; } =
    [
        .. MissingLabelLosses.Custom,
        .. NoisyLabelLosses.Custom,
        .. SoftTargetLosses.Custom,
        .. MarginLosses.Custom,
        .. ScoringRuleLosses.Custom,
        .. HandWrittenLosses.Custom,
        .. ConstructLosses.Custom,
        .. GivenLosses.Custom,
    ];

    public static TheoryData<string> Names => new(All.Select(loss => loss.Variant.Name));

    public static CustomLoss Named(string name) => All.Single(loss => loss.Variant.Name == name);
}
