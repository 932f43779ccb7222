using System;

namespace LossGen.Tests.Losses;

/// <summary>The declarations of the golden vectors, in both precisions.</summary>
internal static partial class GoldenLosses
{
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss]
    [Positive(Gamma = 3, Weight = 0.4)]
    [Negative(Gamma = 3, Weight = 0.6)]
    public static partial double Focal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive(Gamma = 3, Weight = 0.4)]
    [Negative(Gamma = 3, Weight = 0.6)]
    public static partial double Focal(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 3, Shift = 0.1)]
    public static partial double Asymmetric(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 3, Shift = 0.1)]
    public static partial double Asymmetric(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1, DetachFocus = true)]
    [Negative(Gamma = 3, Shift = 0.1, DetachFocus = true)]
    public static partial double DetachedAsymmetric(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1, DetachFocus = true)]
    [Negative(Gamma = 3, Shift = 0.1, DetachFocus = true)]
    public static partial double DetachedAsymmetric(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.5 })]
    [Negative(Poly = new[] { 1.5 })]
    public static partial double Poly1(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.5 })]
    [Negative(Poly = new[] { 1.5 })]
    public static partial double Poly1(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);
}
