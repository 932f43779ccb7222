using System;
using System.Collections.Generic;

namespace LossGen.Tests.Losses.Custom;

/// <summary>Terms over (p, y), for targets between 0 and 1: qualities, overlaps, distances.</summary>
internal static partial class SoftTargetLosses
{
    public static IReadOnlyList<CustomLoss> Custom =>
    [
        CustomLoss.Of(LossVariants, nameof(QualityFocal), e => QualityFocalTerm(e.P, e.Y)),
        CustomLoss.Of(LossVariants, nameof(QualityFocalInDouble), e => QualityFocalTerm(e.P, e.Y)),
        CustomLoss.Of(LossVariants, nameof(Varifocal), e => VarifocalTerm(e.P, e.Y)),
        CustomLoss.Of(LossVariants, nameof(MeanAbsoluteError), e => AbsoluteError(e.P, e.Y)),
        CustomLoss.Of(LossVariants, nameof(HardMeanAbsoluteError), e => AbsoluteError(e.P, e.Y)),
        CustomLoss.Of(LossVariants, nameof(Brier), e => SquaredError(e.P, e.Y)),
        CustomLoss.Of(LossVariants, nameof(SmoothedBrier), e => SquaredError(e.P, e.Y)),
        CustomLoss.Of(LossVariants, nameof(LogCosh), e => LogCoshTerm(e.P, e.Y)) with { Magnitude = _ => 1 },
        CustomLoss.Of(LossVariants, nameof(SoftDice), e => DiceTerm(e.P, e.Y)),
        CustomLoss.Of(LossVariants, nameof(SoftTversky), e => TverskyTerm(e.P, e.Y)),
    ];

    /// <summary>Quality focal loss (Li et al., 2020, "Generalized Focal Loss", equation 3), beta = 2.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(QualityFocalTerm))]
    public static partial double QualityFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The same in double precision.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(QualityFocalTerm))]
    public static partial double QualityFocalInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Varifocal loss (Zhang et al., 2021, "VarifocalNet", equation 2), alpha = 0.75 and gamma = 2.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(VarifocalTerm))]
    public static partial double Varifocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Mean absolute error (Ghosh et al., 2017).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(AbsoluteError))]
    public static partial double MeanAbsoluteError(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The same of labels.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(AbsoluteError))]
    public static partial double HardMeanAbsoluteError(
        ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The score of Brier, 1950.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(SquaredError))]
    public static partial double Brier(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The same with smoothed labels.</summary>
    [Loss(Reduction = Reduction.Sum, LabelSmoothing = 0.1)]
    [Term(nameof(SquaredError))]
    public static partial double SmoothedBrier(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The logarithm of the hyperbolic cosine of the error.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(LogCoshTerm))]
    public static partial double LogCosh(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Dice loss of each element (Milletari et al., 2016), smoothed by 1.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(DiceTerm))]
    public static partial double SoftDice(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Tversky loss of each element (Salehi et al., 2017), alpha = 0.3 and beta = 0.7, smoothed by 1.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(TverskyTerm))]
    public static partial double SoftTversky(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    private static double CrossEntropy(double p, double y) => -(y * Math.Log(p)) - ((1 - y) * Math.Log(1 - p));

    private static double QualityFocalTerm(double p, double y) => Math.Pow(Math.Abs(y - p), 2) * CrossEntropy(p, y);

    private static double VarifocalTerm(double p, double y) => y > 0 ? y * CrossEntropy(p, y) : -0.75 * p * p * Math.Log(1 - p);

    private static double AbsoluteError(double p, double y) => Math.Abs(y - p);

    private static double SquaredError(double p, double y) => (y - p) * (y - p);

    private static double LogCoshTerm(double p, double y) => Math.Log(Math.Cosh(y - p));

    private static double DiceTerm(double p, double y) => 1 - (((2 * p * y) + 1) / (p + y + 1));

    private static double TverskyTerm(double p, double y) =>
        1 - (((p * y) + 1) / ((p * y) + (0.3 * p * (1 - y)) + (0.7 * (1 - p) * y) + 1));
}
