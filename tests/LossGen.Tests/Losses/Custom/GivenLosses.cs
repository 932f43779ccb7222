using System;
using System.Collections.Generic;

namespace LossGen.Tests.Losses.Custom;

/// <summary>Terms whose hyperparameters are given at run time.</summary>
internal static partial class GivenLosses
{
    public static IReadOnlyList<CustomLoss> Custom =>
    [
        CustomLoss.Of(LossVariants, nameof(Generalized), e => e.Blend(GeneralizedOf(e.P, e.H[0]), GeneralizedOf(1 - e.P, e.H[0]))),
        CustomLoss.Of(LossVariants, nameof(Alpha), e => e.Blend(AlphaOf(e.P, e.H[0]), AlphaOf(1 - e.P, e.H[0]))),
        CustomLoss.Of(LossVariants, nameof(WeakNegatives), e => e.Blend(e.PositiveCrossEntropy, WeakNegative(e.P, e.H[0]))),
        CustomLoss.Of(LossVariants, nameof(QualityFocal), e => QualityFocalTerm(e.P, e.Y, e.H[0])),
        CustomLoss.Of(LossVariants, nameof(Varifocal), e => VarifocalTerm(e.P, e.Y, e.H[0])),
        CustomLoss.Of(LossVariants, nameof(Hill), e => e.Blend(LossMath.Sigmoid(-e.Z) * e.PositiveCrossEntropy, HillTerm(e.P, e.H[0]))) with { Magnitude = _ => 1 },
        CustomLoss.Of(LossVariants, nameof(LabelDistributionAware), e => e.Blend(MarginOf(e.Z, e.H[0]), MarginOf(-e.Z, e.H[0]))),
        CustomLoss.Of(LossVariants, nameof(Temperature), e => e.Blend(TemperedOf(e.Z, e.H[0]), TemperedOf(-e.Z, e.H[0]))),
        CustomLoss.Of(LossVariants, nameof(TemperatureInDouble), e => e.Blend(TemperedOf(e.Z, e.H[0]), TemperedOf(-e.Z, e.H[0]))),
    ];

    /// <summary>Generalized cross entropy (Zhang and Sabuncu, 2018, equation 6).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(GeneralizedOf))]
    [Negative(nameof(GeneralizedOfOther))]
    public static partial double Generalized(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float q, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Alpha loss (Sypherd et al., 2019, equation 2).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(AlphaOf))]
    [Negative(nameof(AlphaOfOther))]
    public static partial double Alpha(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float alpha, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Assume-negative with weak negatives (Cole et al., 2021, equation 4).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(nameof(WeakNegative))]
    public static partial double WeakNegatives(
        ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, float scale, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Quality focal loss (Li et al., 2020, equation 3).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(QualityFocalTerm))]
    public static partial double QualityFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float beta, Span<float> gradient, Span<float> losses);

    /// <summary>Varifocal loss (Zhang et al., 2021, equation 2) with its gamma per class.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(VarifocalTerm))]
    public static partial double Varifocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> focus, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Hill loss (Zhang et al., 2021, equation 6) with its lambda.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1)]
    [Negative(nameof(HillTerm))]
    public static partial double Hill(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float lambda, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Label-distribution-aware margins (Cao et al., 2019, equation 10): one margin per class.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(MarginOf))]
    [Negative(nameof(MarginOfOther))]
    public static partial double LabelDistributionAware(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> margin,
        float gradientScale,
        Span<float> gradient,
        Span<float> hessian,
        Span<float> losses);

    /// <summary>Cross entropy of scaled logits, to the scale of the logits.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(TemperedOf))]
    [Negative(nameof(TemperedOfOther))]
    public static partial double Temperature(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float s, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The same in double precision.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(TemperedOf))]
    [Negative(nameof(TemperedOfOther))]
    public static partial double TemperatureInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, double s, Span<double> gradient, Span<double> hessian, Span<double> losses);

    private static double GeneralizedOf(double p, double q) => (1 - Math.Pow(p, q)) / q;

    private static double GeneralizedOfOther(double p, double q) => GeneralizedOf(1 - p, q);

    // at alpha = 1 it is the cross entropy
    private static double AlphaOf(double p, double alpha) =>
        alpha == 1 ? -Math.Log(p) : alpha / (alpha - 1) * (1 - Math.Pow(p, (alpha - 1) / alpha));

    private static double AlphaOfOther(double p, double alpha) => AlphaOf(1 - p, alpha);

    private static double WeakNegative(double p, double scale) => -scale * Math.Log(1 - p);

    private static double CrossEntropy(double p, double y) => -(y * Math.Log(p)) - ((1 - y) * Math.Log(1 - p));

    private static double QualityFocalTerm(double p, double y, double beta) => Math.Pow(Math.Abs(y - p), beta) * CrossEntropy(p, y);

    private static double VarifocalTerm(double p, double y, double focus, double alpha = 0.75) =>
        y > 0 ? y * CrossEntropy(p, y) : -alpha * Math.Pow(p, focus) * Math.Log(1 - p);

    private static double HillTerm(double p, double lambda) => (lambda - p) * p * p;

    private static double MarginOf(double z, double margin) => LossMath.Softplus(margin - z);

    private static double MarginOfOther(double z, double margin) => MarginOf(-z, margin);

    private static double TemperedOf(double z, double s) => LossMath.Softplus(-s * z) / s;

    private static double TemperedOfOther(double z, double s) => TemperedOf(-z, s);
}
