using System;

namespace LossGen.Benchmarks.Losses;

/// <summary>Gradient alone.</summary>
internal static partial class GradientLosses
{
    [Loss]
    [Positive]
    [Negative]
    public static partial void CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial void Focal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1.5, Weight = 0.25)]
    [Negative(Gamma = 1.5, Weight = 0.75)]
    public static partial void FocalOneAndAHalf(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(HardTargets = true)]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Asymmetric0Hard(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Asymmetric1Hard(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Asymmetric0Soft(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Asymmetric1Soft(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial void Poly1(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(nameof(HillTerm))]
    public static partial void Hill(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 10)]
    public static partial void Harmonized10(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 30)]
    public static partial void Harmonized30(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(Activation.Softmax)]
    [Positive]
    public static partial void SoftmaxCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [Loss(Activation.Softmax)]
    [Positive(Gamma = 2)]
    public static partial void SoftmaxFocal(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    // Zhang et al., 2021, equation 6
    private static double HillTerm(double p) => (1.5 - p) * p * p;
}
