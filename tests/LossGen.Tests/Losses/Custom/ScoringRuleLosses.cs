using System;
using System.Collections.Generic;

namespace LossGen.Tests.Losses.Custom;

/// <summary>Scoring rules and regularised cross entropies.</summary>
internal static partial class ScoringRuleLosses
{
    public static IReadOnlyList<CustomLoss> Custom =>
    [
        Of(nameof(ConfidencePenalty), ConfidencePenaltyOf) with { Magnitude = e => 4 * Math.Min(e.P, 1 - e.P) },
        Of(nameof(Hellinger), HellingerOf),
        Of(nameof(Spherical), SphericalOf) with { Magnitude = _ => 1 },
        Of(nameof(SphericalInDouble), SphericalOf) with { Magnitude = _ => 1 },
        Of(nameof(DetachedFocal), DetachedFocalOf),
        CustomLoss.Of(LossVariants, nameof(WeightedQuadratic), e => 0.75 * e.Blend(QuadraticOf(e.P), QuadraticOf(1 - e.P))),
    ];

    /// <summary>Cross entropy less a tenth of the entropy (Pereyra et al., 2017).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(ConfidencePenaltyOf))]
    [Negative(nameof(ConfidencePenaltyOfOther))]
    public static partial double ConfidencePenalty(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The squared Hellinger distance to the label.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(HellingerOf))]
    [Negative(nameof(HellingerOfOther))]
    public static partial double Hellinger(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The spherical score (Gneiting and Raftery, 2007, section 4.1).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(SphericalOf))]
    [Negative(nameof(SphericalOfOther))]
    public static partial double Spherical(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The same in double precision.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(SphericalOf))]
    [Negative(nameof(SphericalOfOther))]
    public static partial double SphericalInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Focal loss whose focus is a weight and no part of the gradient.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(DetachedFocalOf))]
    [Negative(nameof(DetachedFocalOfOther))]
    public static partial double DetachedFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The quadratic score with weights and a mean over them.</summary>
    [Loss(Reduction = Reduction.WeightedMean)]
    [Positive(nameof(QuadraticOf), Weight = 0.75)]
    [Negative(nameof(QuadraticOfOther), Weight = 0.75)]
    public static partial float WeightedQuadratic(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> classWeights,
        Span<float> gradient,
        Span<float> hessian,
        Span<float> losses);

    private static double ConfidencePenaltyOf(double p) => -Math.Log(p) + (0.1 * ((p * Math.Log(p)) + ((1 - p) * Math.Log(1 - p))));

    private static double ConfidencePenaltyOfOther(double p) => ConfidencePenaltyOf(1 - p);

    private static double HellingerOf(double p) => 1 - Math.Sqrt(p);

    private static double HellingerOfOther(double p) => HellingerOf(1 - p);

    private static double SphericalOf(double p) => 1 - (p / Math.Sqrt((p * p) + ((1 - p) * (1 - p))));

    private static double SphericalOfOther(double p) => SphericalOf(1 - p);

    private static double DetachedFocalOf(double p) => LossMath.Detach(Math.Pow(1 - p, 2)) * -Math.Log(p);

    private static double DetachedFocalOfOther(double p) => DetachedFocalOf(1 - p);

    private static double QuadraticOf(double p) => (1 - p) * (1 - p) / 0.75;

    private static double QuadraticOfOther(double p) => QuadraticOf(1 - p);

    private static CustomLoss Of(string method, Func<double, double> ofConfidence) =>
        CustomLoss.Of(LossVariants, method, e => e.Blend(ofConfidence(e.P), ofConfidence(1 - e.P)));
}
