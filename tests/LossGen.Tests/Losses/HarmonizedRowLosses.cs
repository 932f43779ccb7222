using System;

namespace LossGen.Tests.Losses;

/// <summary>Harmonized losses over rows: each option, each output, each type of labels.</summary>
internal static partial class HarmonizedRowLosses
{
    [Loss(Activation.Softmax)]
    [Positive]
    [GradientHarmonizing(Bins = 12)]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax)]
    [Positive]
    [GradientHarmonizing(Bins = 12)]
    public static partial double CrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss(Activation.Softmax)]
    [Positive]
    [GradientHarmonizing(Bins = 20)]
    public static partial double Averaged(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, GradientDensity density);

    [Loss(Activation.Softmax)]
    [Positive]
    [GradientHarmonizing(Bins = 20, BiasCorrection = true)]
    public static partial double Corrected(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, GradientDensity density);

    [Loss(Activation.Softmax)]
    [Positive]
    [GradientHarmonizing(Bins = 64, Normalization = DensityNormalization.AllBins)]
    public static partial float OverAllBins(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [Loss(Activation.Softmax)]
    [Positive]
    [GradientHarmonizing(Bins = 1)]
    public static partial double OneBin(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double Mean(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax)]
    [Positive]
    [GradientHarmonizing(Bins = 30)]
    public static partial double Masked(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, Span<float> gradient, Span<float> losses);

    [Loss(Activation.Softmax, IgnoreLabel = 255)]
    [Positive(Gamma = 2)]
    [GradientHarmonizing(Bins = 30)]
    public static partial float FocalOfLongLabels(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels, Span<float> gradient, float gradientScale);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 1.5, Poly = new[] { 1.0 })]
    [GradientHarmonizing(Bins = 7)]
    public static partial void SumInDouble(ReadOnlySpan<double> logits, ReadOnlySpan<long> labels, Span<double> gradient, Span<double> losses);

    [Loss(Activation.Softmax)]
    [Positive]
    [GradientHarmonizing]
    public static partial double PerClass(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, ReadOnlySpan<float> positiveGamma, float positiveWeight,
        Span<float> hessian);

    [Loss(Activation.Softmax)]
    [Positive(nameof(Generalized))]
    [GradientHarmonizing(Bins = 33)]
    public static partial double OwnTerm(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    private static double Generalized(double p) => (1 - Math.Pow(p, 0.7)) / 0.7;
}
