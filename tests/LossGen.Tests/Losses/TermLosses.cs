using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses with terms of their own.</summary>
internal static partial class TermLosses
{
    /// <summary>The positive term is cross entropy, the negative one Hill (Zhang et al., 2021).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(nameof(Hill))]
    public static partial double HillLoss(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>The squared error of the probability, which is not linear in the target.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(Brier))]
    public static partial double BrierLoss(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    internal static double Hill(double p) => (1.5 - p) * p * p;

    internal static double Brier(double p, double y) => Squared(y - p);

    private static double Squared(double x) => x * x;
}
