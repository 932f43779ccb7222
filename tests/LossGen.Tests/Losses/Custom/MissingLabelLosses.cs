using System;
using System.Collections.Generic;

namespace LossGen.Tests.Losses.Custom;

/// <summary>Losses for training sets in which positive labels are missing.</summary>
internal static partial class MissingLabelLosses
{
    public static IReadOnlyList<CustomLoss> Custom =>
    [
        CustomLoss.Of(LossVariants, nameof(Hill), e => e.Blend(LossMath.Sigmoid(-e.Z) * e.PositiveCrossEntropy, HillTerm(e.P))),
        CustomLoss.Of(LossVariants, nameof(ShiftedHill), e => e.Blend(e.PositiveCrossEntropy, HillTerm(Math.Max(e.P - 0.05, 0)))),
        CustomLoss.Of(LossVariants, nameof(HillWithFocalMargin), e => e.Blend(FocalMarginTerm(e.Z), HillTerm(e.P))),
        CustomLoss.Of(LossVariants, nameof(SelfPacedCorrection), e => e.Blend(FocalMarginTerm(e.Z), CorrectedTerm(e.P, e.Z))),
    ];

    /// <summary>Hill loss (Zhang et al., 2021, "Simple and Robust Loss Design for Multi-Label Learning with Missing Labels", equation 6).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1)]
    [Negative(nameof(HillTerm))]
    public static partial double Hill(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Its negative term with probability shifting, in double precision.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(nameof(HillTerm), Shift = 0.05)]
    public static partial double ShiftedHill(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Hill loss with the focal margin loss of the same paper, equation 9.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(FocalMarginTerm))]
    [Negative(nameof(HillTerm))]
    public static partial double HillWithFocalMargin(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Self-paced loss correction of the same paper, equation 10: a confident negative counts as a missed positive.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(FocalMarginTerm))]
    [Negative(nameof(CorrectedTerm))]
    public static partial double SelfPacedCorrection(
        ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    private static double HillTerm(double p) => (1.5 - p) * p * p;

    private static double FocalMarginTerm(double z, double margin = 1, double gamma = 2) =>
        -Math.Pow(LossMath.Sigmoid(margin - z), gamma) * LossMath.LogSigmoid(z - margin);

    private static double CorrectedTerm(double p, double z) => p > 0.6 ? FocalMarginTerm(z) : -Math.Log(1 - p);
}
