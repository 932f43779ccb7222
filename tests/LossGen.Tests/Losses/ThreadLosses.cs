using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses of elements that take the number of threads: each output, each type of targets, values per class, statistics.</summary>
internal static partial class ThreadLosses
{
    [Loss]
    [Positive]
    [Negative]
    public static partial float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, int maxDegreeOfParallelism);

    [Loss(Reduction = Reduction.WeightedMean)]
    [Positive(Gamma = 1)]
    [Negative(Shift = 0.05)]
    public static partial double EveryRole(
        int maxDegreeOfParallelism,
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> classWeights,
        ReadOnlySpan<float> negativeGamma,
        Span<float> gradient,
        Span<float> hessian,
        Span<float> losses,
        float gradientScale,
        out ProbabilityStatistics statistics);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    [Negative]
    public static partial double EveryRole(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> targets,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> classWeights,
        ReadOnlySpan<double> negativeGamma,
        Span<double> gradient,
        Span<double> hessian,
        Span<double> losses,
        double gradientScale,
        out ProbabilityStatistics statistics,
        int maxDegreeOfParallelism);

    [Loss]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial void FocalOfBytes(ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> losses, int maxDegreeOfParallelism);

    [Loss(Activation.None)]
    [Positive]
    [Negative]
    public static partial double OfProbabilities(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> targets, int maxDegreeOfParallelism);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 30)]
    public static partial double Harmonized(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> gradient, Span<float> losses,
        GradientDensity density, int maxDegreeOfParallelism);

    [Loss(LabelSmoothing = 0.1)]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 64)]
    public static partial void HarmonizedAlone(ReadOnlySpan<double> logits, ReadOnlySpan<byte> targets, Span<double> gradient, int maxDegreeOfParallelism);
}
