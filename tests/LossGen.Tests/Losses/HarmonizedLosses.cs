using System;

namespace LossGen.Tests.Losses;

/// <summary>Harmonized losses: each option, each output, each type of targets.</summary>
internal static partial class HarmonizedLosses
{
    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 12)]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 12)]
    public static partial double CrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 20)]
    public static partial double Averaged(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, GradientDensity density);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 20)]
    public static partial double Averaged(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, GradientDensity density);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 20, BiasCorrection = true)]
    public static partial double Corrected(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, GradientDensity density);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 64, Normalization = DensityNormalization.AllBins)]
    public static partial float OverAllBins(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 1)]
    public static partial double OneBin(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss]
    [Positive]
    [Negative]
    public static partial double Mean(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 30)]
    public static partial double Masked(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> gradient, Span<float> losses);

    [Loss]
    [Positive]
    [Negative(Gamma = 1)]
    [GradientHarmonizing(Bins = 30)]
    public static partial double WithStatistics(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> gradient, GradientDensity density,
        out ProbabilityStatistics statistics);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 20)]
    public static partial double WithStatistics(ReadOnlySpan<double> logits, ReadOnlySpan<bool> targets, out ProbabilityStatistics statistics);

    [Loss]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    [GradientHarmonizing(Bins = 30)]
    public static partial float FocalOfTruthValues(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> gradient, float gradientScale);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 7)]
    public static partial void SumOfBytes(ReadOnlySpan<double> logits, ReadOnlySpan<byte> targets, Span<double> gradient, Span<double> losses);

    [Loss(HardTargets = true)]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    [GradientHarmonizing]
    public static partial double HardAsymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> gradient, Span<float> losses);

    [Loss(LabelSmoothing = 0.1)]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 33)]
    public static partial double Smoothed(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> losses);
}
