using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses whose hyperparameters are given at run time, one value or one per class.</summary>
internal static partial class HyperparameterLosses
{
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses,
        float positiveGamma, float negativeGamma, float positiveWeight);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double AsymmetricPerClass(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses,
        ReadOnlySpan<float> negativeGamma, ReadOnlySpan<float> negativeShift);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial double PolyInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses,
        double positivePoly, ReadOnlySpan<double> negativeWeight, double gradientScale);

    [Loss]
    [Positive(nameof(GeneralizedTerm))]
    [Negative]
    public static partial float GeneralizedPerClass(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, ReadOnlySpan<float> order);

    // generalized cross entropy (Zhang and Sabuncu, 2018)
    private static double GeneralizedTerm(double p, double order) => (1 - Math.Pow(p, order)) / order;
}
