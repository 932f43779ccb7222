using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses that gather statistics, with every kind of target, weight, output and term.</summary>
internal static partial class StatisticsLosses
{
    [Loss]
    [Positive]
    [Negative]
    public static partial double Soft(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, out ProbabilityStatistics statistics);

    [Loss(HardTargets = true)]
    [Positive]
    [Negative]
    public static partial float Hard(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, out ProbabilityStatistics statistics);

    [Loss]
    [Positive]
    [Negative]
    public static partial void Alone(ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, out ProbabilityStatistics statistics);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Asymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, out ProbabilityStatistics statistics);

    /// <summary>The same without statistics.</summary>
    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Plain(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(Reduction = Reduction.WeightedMean)]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial double Weighted(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> gradient, out ProbabilityStatistics statistics);

    [Loss(LabelSmoothing = 0.1)]
    [Positive]
    [Negative]
    public static partial float SmoothedBytes(
        out ProbabilityStatistics statistics, ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, ReadOnlySpan<float> classWeights);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Gamma = 2.3)]
    public static partial double EveryRole(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> targets,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> classWeights,
        Span<double> gradient,
        Span<double> hessian,
        Span<double> losses,
        double gradientScale,
        ReadOnlySpan<double> positiveWeight,
        out ProbabilityStatistics statistics);

    [Loss(Activation.None)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 1)]
    public static partial double OfProbabilities(
        ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, Span<float> gradient, out ProbabilityStatistics statistics);

    [Loss]
    [Term(nameof(Brier))]
    public static partial float OfTerm(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, out ProbabilityStatistics statistics);

    /// <summary>For adaptive asymmetry.</summary>
    [Loss]
    [Positive]
    [Negative]
    public static partial double Adaptive(
        ReadOnlySpan<double> logits, ReadOnlySpan<bool> targets, double negativeGamma, Span<double> gradient, out ProbabilityStatistics statistics);

    private static double Brier(double p, double y) => (p - y) * (p - y);
}
