using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses over rows that pay for their true class alone, in single precision with all outputs, unscaled.</summary>
internal static partial class RowLosses
{
    /// <summary>Cross entropy.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Focal loss with an exponent below 1.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 0.5)]
    public static partial double HalfFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Focal loss with a half-integer exponent.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 1.5)]
    public static partial double ThreeHalvesFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Focal loss (Lin et al., 2017) and its alpha.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Weight = 0.25)]
    public static partial double Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Poly-1 (Leng et al., 2022).</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    public static partial double Poly1(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Three coefficients of both signs.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0, -0.25, 0.125 })]
    public static partial double Poly3(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Poly-1 focal loss.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Poly = new[] { 1.0 })]
    public static partial double PolyFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Focal loss whose focusing factor is a constant of the derivatives.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Poly = new[] { 1.0 }, DetachFocus = true)]
    public static partial double DetachedFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);
}
