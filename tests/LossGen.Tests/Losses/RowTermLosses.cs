using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses over rows whose term is a method of the true class's probability.</summary>
internal static partial class RowTermLosses
{
    /// <summary>Generalized cross entropy (Zhang and Sabuncu, 2018).</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(nameof(GeneralizedTerm))]
    public static partial double Generalized(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(nameof(HillTerm), Weight = 0.5)]
    public static partial double Hill(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The first terms of cross entropy as a series in 1 - p (Feng et al., 2020).</summary>
    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(nameof(TaylorTerm))]
    public static partial double Taylor(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(nameof(TaylorTerm))]
    public static partial double TaylorInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum)]
    [Positive(nameof(HillTerm))]
    public static partial double SoftHill(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Activation.Softmax, Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Positive(nameof(TaylorTerm))]
    [Negative(Gamma = 2)]
    public static partial double SmoothedTaylor(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian, Span<float> losses);

    private static double GeneralizedTerm(double p) => (1 - Math.Pow(p, 0.7)) / 0.7;

    // Hill (Zhang et al., 2021) of what is left to learn
    private static double HillTerm(double p) => (0.5 + p) * (1 - p) * (1 - p);

    private static double TaylorTerm(double p)
    {
        double q = 1 - p;
        return q + (q * q / 2) + (q * q * q / 3);
    }
}
