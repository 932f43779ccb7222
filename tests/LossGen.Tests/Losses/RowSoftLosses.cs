using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses over rows whose targets are distributions over the classes.</summary>
internal static partial class RowSoftLosses
{
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive]
    public static partial double SmoothedCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2)]
    public static partial double Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    public static partial double Poly1(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.WeightedMean)]
    [Positive(Gamma = 1.5)]
    public static partial double WeightedFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount, ReadOnlySpan<float> weights,
        ReadOnlySpan<float> classWeights,
        Span<float> gradient, Span<float> hessian, Span<float> losses);
}
