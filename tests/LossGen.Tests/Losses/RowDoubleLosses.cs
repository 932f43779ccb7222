using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses over rows of classes in double precision with all outputs, unscaled.</summary>
internal static partial class RowDoubleLosses
{
    /// <summary>Cross entropy.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive]
    public static partial double CrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Focal loss with an exponent below 1.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 0.5)]
    public static partial double HalfFocal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Focal loss with a half-integer exponent.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 1.5)]
    public static partial double ThreeHalvesFocal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Focal loss (Lin et al., 2017) and its alpha.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Weight = 0.25)]
    public static partial double Focal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Poly-1 (Leng et al., 2022).</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    public static partial double Poly1(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Three coefficients of both signs.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0, -0.25, 0.125 })]
    public static partial double Poly3(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Poly-1 focal loss.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Poly = new[] { 1.0 })]
    public static partial double PolyFocal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Focal loss whose focusing factor is a constant of the derivatives.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Poly = new[] { 1.0 }, DetachFocus = true)]
    public static partial double DetachedFocal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Smoothed cross entropy.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive]
    public static partial double SmoothedCrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Asymmetric loss for single labels (Ridnik et al., 2021).</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive]
    [Negative(Gamma = 4)]
    public static partial double Asymmetric(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Focal loss of soft rows.</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2)]
    public static partial double SoftFocal(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, int classCount, Span<double> gradient, Span<double> hessian, Span<double> losses);
}
