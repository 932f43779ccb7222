using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses over rows whose hyperparameters are given at run time, one value or one per class.</summary>
internal static partial class RowHyperparameterLosses
{
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive]
    public static partial double Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels,
        Span<float> gradient, Span<float> hessian, Span<float> losses, float positiveGamma, float positiveWeight);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive]
    public static partial double FocalPerClass(
        ReadOnlySpan<float> logits, ReadOnlySpan<long> labels,
        Span<float> gradient, Span<float> hessian, Span<float> losses, ReadOnlySpan<float> positiveGamma);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive]
    [Negative]
    public static partial double AsymmetricPerClass(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels,
        Span<float> gradient, Span<float> hessian, Span<float> losses,
        ReadOnlySpan<float> negativeGamma, float positiveGamma);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2)]
    public static partial double ScaledPolyInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels,
        Span<double> gradient, Span<double> hessian, Span<double> losses, double positivePoly, double gradientScale);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive]
    public static partial double SoftFocalPerClass(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount,
        Span<float> gradient, Span<float> hessian, Span<float> losses, ReadOnlySpan<float> positiveGamma);

    [Loss(Activation.Softmax)]
    [Positive(nameof(GeneralizedTerm))]
    public static partial float Generalized(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, ReadOnlySpan<float> order);

    // generalized cross entropy (Zhang and Sabuncu, 2018)
    private static double GeneralizedTerm(double p, double order) => (1 - Math.Pow(p, order)) / order;
}
