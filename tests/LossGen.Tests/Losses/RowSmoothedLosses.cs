using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses over rows with label smoothing: every class pays.</summary>
internal static partial class RowSmoothedLosses
{
    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive(Gamma = 0.5)]
    public static partial double HalfFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive(Gamma = 1.5)]
    public static partial double ThreeHalvesFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive(Gamma = 2, Weight = 0.25)]
    public static partial double Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive(Poly = new[] { 1.0 })]
    public static partial double Poly1(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive(Gamma = 2, Poly = new[] { 1.0, -0.25, 0.125 })]
    public static partial double PolyFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Asymmetric loss for single labels (Ridnik et al., 2021).</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive]
    [Negative(Gamma = 4)]
    public static partial double Asymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>With a focus of both sides.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive(Gamma = 0.5)]
    [Negative(Gamma = 3)]
    public static partial double AsymmetricFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Both focusing factors are constants of the derivatives.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive(Gamma = 1, DetachFocus = true)]
    [Negative(Gamma = 4, DetachFocus = true)]
    public static partial double DetachedAsymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);
}
