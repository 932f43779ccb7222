using System;

namespace LossGen.Tests.Losses;

/// <summary>Parameters of losses over rows in other types, numbers and orders, all reductions and all return types.</summary>
internal static partial class RowSignatureLosses
{
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float Value(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive]
    public static partial double SumOfLongLabels(
        ReadOnlySpan<float> logits, ReadOnlySpan<long> labels);

    [Loss(Activation.Softmax, Reduction = Reduction.WeightedMean)]
    [Positive]
    public static partial float WeightedMean(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, ReadOnlySpan<float> classWeights, Span<float> gradient);

    [Loss(Activation.Softmax)]
    [Positive(Gamma = 2)]
    public static partial void Gradient(
        Span<float> gradient, ReadOnlySpan<long> labels, ReadOnlySpan<float> logits);

    [Loss(Activation.Softmax)]
    [Positive]
    public static partial void Hessian(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> hessian);

    [Loss(Activation.Softmax, Reduction = Reduction.WeightedMean)]
    [Positive(Gamma = 1.5)]
    public static partial void LossesInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<long> labels, ReadOnlySpan<double> classWeights, Span<double> losses);

    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float ClassWeighted(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> classWeights, Span<float> gradient, Span<float> hessian);

    [Loss(Activation.Softmax, IgnoreLabel = 255)]
    [Positive]
    public static partial double AnotherIgnoreLabel(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, IgnoreLabel = 0, LabelSmoothing = 0.1)]
    [Positive]
    public static partial double SmoothedWithoutBackground(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights,
        Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.WeightedMean, LabelSmoothing = 0.1)]
    [Positive(Gamma = 2)]
    public static partial double SmoothedWeightedMean(
        ReadOnlySpan<double> logits, ReadOnlySpan<long> labels, ReadOnlySpan<double> weights, ReadOnlySpan<double> classWeights,
        Span<double> gradient, Span<double> hessian, Span<double> losses);
}
