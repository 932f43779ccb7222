using System;

namespace LossGen.Tests.Losses;

/// <summary>Declarations that are another one in disguise.</summary>
internal static partial class IdentityLosses
{
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 0, Weight = 1, Shift = 0)]
    [Negative(Gamma = 0, Weight = 1, Shift = 0)]
    public static partial double FocalWithGammaZero(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Shift = 0, Weight = 0.25)]
    [Negative(Gamma = 2, Shift = 0, Weight = 0.75)]
    public static partial double AsymmetricWithoutShift(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 0.0, 0.0 })]
    [Negative(Poly = new[] { 0.0 })]
    public static partial double PolyWithCoefficientsZero(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Poly = new[] { 0.0 }, Weight = 0.25)]
    [Negative(Gamma = 2, Poly = new[] { 0.0 }, Weight = 0.75)]
    public static partial double PolyFocalWithCoefficientZero(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum, LabelSmoothing = 0)]
    [Positive]
    [Negative]
    public static partial double SmoothedByZero(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum, LabelSmoothing = 0.5)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial double FocalSmoothedByHalf(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);
}
