using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LossGen.Tests.Losses;

/// <summary>A loss with all outputs, and what it was declared to be.</summary>
internal sealed record LossUnderTest<T, TTarget>(string Name, LossConfiguration Configuration, LossMethod<T, TTarget> Method);

/// <summary>Losses by the name of their method.</summary>
internal static class LossesUnderTest
{
    /// <summary>The six losses of the table of published losses.</summary>
    public static IReadOnlyList<LossUnderTest<float, float>> Published { get; } =
    [
        Of<float, float>(SingleLosses.CrossEntropy, SingleLosses.LossVariants),
        Of<float, float>(SingleLosses.Balanced, SingleLosses.LossVariants),
        Of<float, float>(SingleLosses.Focal, SingleLosses.LossVariants),
        Of<float, float>(SingleLosses.Asymmetric, SingleLosses.LossVariants),
        Of<float, float>(SingleLosses.Poly1, SingleLosses.LossVariants),
        Of<float, float>(SingleLosses.Poly1Focal, SingleLosses.LossVariants),
    ];

    /// <summary>One loss for each focusing exponent.</summary>
    public static IReadOnlyList<LossUnderTest<float, float>> Gammas { get; } =
    [
        Of<float, float>(GammaLosses.Zero, GammaLosses.LossVariants),
        Of<float, float>(GammaLosses.OneTenth, GammaLosses.LossVariants),
        Of<float, float>(GammaLosses.Half, GammaLosses.LossVariants),
        Of<float, float>(GammaLosses.One, GammaLosses.LossVariants),
        Of<float, float>(GammaLosses.ThreeHalves, GammaLosses.LossVariants),
        Of<float, float>(GammaLosses.TwoPointThree, GammaLosses.LossVariants),
        Of<float, float>(GammaLosses.Four, GammaLosses.LossVariants),
        Of<float, float>(GammaLosses.Sixteen, GammaLosses.LossVariants),
    ];

    /// <summary>Losses of single precision in which terms, targets and selects differ.</summary>
    public static IReadOnlyList<LossUnderTest<float, float>> Single { get; } =
    [
        .. Published,
        Of<float, float>(SingleLosses.AsymmetricUnfocused, SingleLosses.LossVariants),
        Of<float, float>(SingleLosses.Poly3, SingleLosses.LossVariants),
        Of<float, float>(OptionLosses.GeneralGammas, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.HalfIntegerGammas, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.DetachedFocal, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.DetachedAsymmetric, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.DetachedPolyFocal, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.Smoothed, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.SmoothedHardFocal, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.HardCrossEntropy, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.HardFocal, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.HardAsymmetric, OptionLosses.LossVariants),
        Of<float, float>(OptionLosses.BothSidesShifted, OptionLosses.LossVariants),
    ];

    public static TheoryData<string> Names<T, TTarget>(IEnumerable<LossUnderTest<T, TTarget>> losses) => new(losses.Select(loss => loss.Name));

    public static LossUnderTest<T, TTarget> Named<T, TTarget>(this IEnumerable<LossUnderTest<T, TTarget>> losses, string name) =>
        losses.Single(loss => loss.Name == name);

    /// <summary>A loss method with the variant of its name.</summary>
    public static LossUnderTest<T, TTarget> Of<T, TTarget>(LossMethod<T, TTarget> method, IEnumerable<LossVariant> variants)
    {
        string name = $"{method.Method.DeclaringType!.Name}.{method.Method.Name}";
        return new(name, variants.Single(variant => variant.Name == name).Configuration, method);
    }
}
