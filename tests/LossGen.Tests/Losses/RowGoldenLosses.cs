using System;

namespace LossGen.Tests.Losses;

/// <summary>The declarations of the golden vectors of losses over rows, in both precisions.</summary>
internal static partial class RowGoldenLosses
{
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [Loss(Activation.Softmax, LabelSmoothing = 0.2)]
    [Positive]
    public static partial double Smoothed(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [Loss(Activation.Softmax)]
    [Positive(Gamma = 1.5)]
    public static partial double Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 1.5)]
    public static partial double ClassWeightedFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> classWeights, Span<float> gradient);

    [Loss(Activation.Softmax)]
    [Positive(Poly = new[] { 1.0 })]
    public static partial double Poly1(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [Loss(Activation.Softmax, LabelSmoothing = 0.2)]
    [Positive(Gamma = 0.5)]
    [Negative(Gamma = 3)]
    public static partial double Asymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double CrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [Loss(Activation.Softmax, LabelSmoothing = 0.2)]
    [Positive]
    public static partial double Smoothed(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [Loss(Activation.Softmax)]
    [Positive(Gamma = 1.5)]
    public static partial double Focal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 1.5)]
    public static partial double ClassWeightedFocal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [Loss(Activation.Softmax)]
    [Positive(Poly = new[] { 1.0 })]
    public static partial double Poly1(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    [Loss(Activation.Softmax, LabelSmoothing = 0.2)]
    [Positive(Gamma = 0.5)]
    [Negative(Gamma = 3)]
    public static partial double Asymmetric(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);
}
