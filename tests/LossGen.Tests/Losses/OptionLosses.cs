using System;

namespace LossGen.Tests.Losses;

/// <summary>The options of the two terms and of the targets.</summary>
internal static partial class OptionLosses
{
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2.3, Weight = 0.6)]
    [Negative(Gamma = 0.3, Weight = 0.9)]
    public static partial double GeneralGammas(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1.5)]
    [Negative(Gamma = 0.5)]
    public static partial double HalfIntegerGammas(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, DetachFocus = true)]
    [Negative(Gamma = 2, DetachFocus = true)]
    public static partial double DetachedFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, DetachFocus = true)]
    [Negative(Gamma = 2, DetachFocus = true)]
    public static partial double DetachedFocalInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1, DetachFocus = true)]
    [Negative(Gamma = 4, Shift = 0.05, DetachFocus = true)]
    public static partial double DetachedAsymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2.3, Poly = new[] { 0.5 }, DetachFocus = true)]
    [Negative(Gamma = 1, Poly = new[] { 1.0, 0.5 })]
    public static partial double DetachedPolyFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive]
    [Negative]
    public static partial double Smoothed(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum, LabelSmoothing = 0.25, HardTargets = true)]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial double SmoothedHardFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum, HardTargets = true)]
    [Positive]
    [Negative]
    public static partial double HardCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum, HardTargets = true)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial double HardFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum, HardTargets = true)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double HardAsymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1, Shift = 0.1)]
    [Negative(Gamma = 2, Shift = 0.2)]
    public static partial double BothSidesShifted(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum, HardTargets = true)]
    [Positive(Gamma = 2.3, Shift = 0.1, Poly = new[] { 0.5 })]
    [Negative(Gamma = 1.5, Shift = 0.2)]
    public static partial double BothSidesShiftedHard(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 0.3)]
    [Negative(Gamma = 2.3, Shift = 0.1)]
    public static partial double GeneralGammasInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);
}
