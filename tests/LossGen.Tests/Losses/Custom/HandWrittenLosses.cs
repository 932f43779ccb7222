using System;
using System.Collections.Generic;

namespace LossGen.Tests.Losses.Custom;

/// <summary>Built-in losses written out as methods, each beside its declaration.</summary>
internal static partial class HandWrittenLosses
{
    public static IReadOnlyList<CustomLoss> Custom =>
    [
        CustomLoss.Of(LossVariants, nameof(Asymmetric), e => e.Blend(AsymmetricPositive(e.P), AsymmetricNegative(e.P))),
        CustomLoss.Of(LossVariants, nameof(Focal), e => e.Blend(FocalPositive(e.P), FocalNegative(e.P))),
        CustomLoss.Of(LossVariants, nameof(CrossEntropy), e => CrossEntropyTerm(e.P, e.Y)),
    ];

    /// <summary>Asymmetric loss (Ridnik et al., 2021).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(AsymmetricPositive))]
    [Negative(nameof(AsymmetricNegative))]
    public static partial double Asymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Focal loss (Lin et al., 2017).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(FocalPositive))]
    [Negative(nameof(FocalNegative))]
    public static partial double Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Binary cross entropy as one term.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(CrossEntropyTerm))]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    private static double AsymmetricPositive(double p) => (1 - p) * -Math.Log(p);

    private static double AsymmetricNegative(double p)
    {
        double shifted = Math.Max(p - 0.05, 0);
        return -Math.Pow(shifted, 4) * Math.Log(1 - shifted);
    }

    private static double FocalPositive(double p) => -0.25 * (1 - p) * (1 - p) * Math.Log(p);

    private static double FocalNegative(double p) => -0.75 * p * p * Math.Log(1 - p);

    private static double CrossEntropyTerm(double p, double y) => -((y * Math.Log(p)) + ((1 - y) * Math.Log(1 - p)));
}
