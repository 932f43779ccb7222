using System;

namespace LossGen.Tests.Losses;

/// <summary>Declarations whose numbers change nothing.</summary>
internal static partial class RowIdentityLosses
{
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 0)]
    public static partial double GammaZero(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 0.0 })]
    public static partial double PolyZero(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0)]
    [Positive]
    public static partial double SmoothingZero(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive]
    [Negative(Gamma = 0)]
    public static partial double SmoothedNegativeGammaZero(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);
}
