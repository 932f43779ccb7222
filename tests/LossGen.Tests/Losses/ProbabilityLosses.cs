using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses of probabilities; derivatives are by the probability.</summary>
internal static partial class ProbabilityLosses
{
    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial double Focal(
        ReadOnlySpan<float> probabilities, ReadOnlySpan<byte> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double Asymmetric(
        ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive(Gamma = 0.5)]
    [Negative(Gamma = 1.2)]
    public static partial double FractionalGammas(
        ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double CrossEntropyInDouble(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial double FocalInDouble(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double AsymmetricInDouble(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial double Poly1InDouble(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive(nameof(TaylorTerm))]
    [Negative(nameof(HillTerm))]
    public static partial double TaylorAndHill(
        ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.None)]
    [Term(nameof(QualityFocalTerm))]
    public static partial void QualityFocal(ReadOnlySpan<float> probabilities, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses);

    private static double TaylorTerm(double p)
    {
        double u = 1 - p;
        return u + (u * u / 2) + (u * u * u / 3);
    }

    private static double HillTerm(double p) => (1.5 - p) * p * p;

    private static double QualityFocalTerm(double p, double y) =>
        Math.Pow(Math.Abs(y - p), 2) * (-(y * Math.Log(Math.Max(p, 1e-6))) - ((1 - y) * Math.Log(Math.Max(1 - p, 1e-6))));
}
