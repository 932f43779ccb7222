using System;

namespace LossGen.Benchmarks.Losses;

internal static partial class GradientLosses
{
    [Loss]
    [Positive]
    [Negative]
    public static partial void CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial void Focal(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1.5, Weight = 0.25)]
    [Negative(Gamma = 1.5, Weight = 0.75)]
    public static partial void FocalOneAndAHalf(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss(HardTargets = true)]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Asymmetric0Hard(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Asymmetric1Hard(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Asymmetric0Soft(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Asymmetric1Soft(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial void Poly1(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(nameof(HillTerm))]
    public static partial void Hill(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 10)]
    public static partial void Harmonized10(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 30)]
    public static partial void Harmonized30(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    [Loss(Activation.Softmax)]
    [Positive]
    public static partial void SoftmaxCrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [Loss(Activation.Softmax)]
    [Positive(Gamma = 2)]
    public static partial void SoftmaxFocal(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);
}
