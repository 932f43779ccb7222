using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses over rows of classes that take the number of threads.</summary>
internal static partial class RowThreadLosses
{
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses, int maxDegreeOfParallelism);

    [Loss(Activation.Softmax, Reduction = Reduction.WeightedMean)]
    [Positive(Gamma = 2)]
    public static partial double WeightedFocal(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<long> labels,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> classWeights,
        Span<double> gradient,
        double gradientScale,
        int maxDegreeOfParallelism);

    [Loss(Activation.Softmax, LabelSmoothing = 0.1)]
    [Positive]
    [Negative(Gamma = 4)]
    public static partial double Asymmetric(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<int> labels,
        ReadOnlySpan<float> positiveGamma,
        Span<float> gradient,
        Span<float> hessian,
        Span<float> losses,
        int maxDegreeOfParallelism);

    [Loss(Activation.Softmax, Reduction = Reduction.WeightedMean)]
    [Positive(Poly = new[] { 1.0 })]
    public static partial double OfDistributions(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> targets,
        int classCount,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> classWeights,
        Span<double> gradient,
        int maxDegreeOfParallelism);
}
