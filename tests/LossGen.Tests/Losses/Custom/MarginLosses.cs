using System;
using System.Collections.Generic;

namespace LossGen.Tests.Losses.Custom;

/// <summary>Losses of the margin: z for y = 1, -z for y = 0.</summary>
internal static partial class MarginLosses
{
    public static IReadOnlyList<CustomLoss> Custom =>
    [
        Of(nameof(Hinge), HingeOf),
        Of(nameof(SquaredHinge), SquaredHingeOf),
        Of(nameof(Logistic), LogisticOf),
        Of(nameof(Exponential), ExponentialOf),
        Of(nameof(Savage), SavageOf),
        Of(nameof(SigmoidLoss), SigmoidOf),
        Of(nameof(TanhLoss), TanhOf),
        Of(nameof(ModifiedHuber), ModifiedHuberOf),
    ];

    /// <summary>The hinge of support vector machines.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(HingeOf))]
    [Negative(nameof(HingeOfOther))]
    public static partial double Hinge(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Its square.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(SquaredHingeOf))]
    [Negative(nameof(SquaredHingeOfOther))]
    public static partial double SquaredHinge(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Cross entropy, as statisticians write it.</summary>
    [Loss(Reduction = Reduction.Sum, HardTargets = true)]
    [Positive(nameof(LogisticOf))]
    [Negative(nameof(LogisticOfOther))]
    public static partial double Logistic(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

#pragma warning disable LOSS070 // it grows without bound, and beyond the largest number
    /// <summary>The loss of AdaBoost (Freund and Schapire, 1997).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(ExponentialOf))]
    [Negative(nameof(ExponentialOfOther))]
    public static partial double Exponential(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);
#pragma warning restore LOSS070

    /// <summary>Savage loss (Masnadi-Shirazi and Vasconcelos, 2008).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(SavageOf))]
    [Negative(nameof(SavageOfOther))]
    public static partial double Savage(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Sigmoid loss of learning from positive and unlabeled data (Kiryo et al., 2017).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(SigmoidOf))]
    [Negative(nameof(SigmoidOfOther))]
    public static partial double SigmoidLoss(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>1 - tanh of the margin.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(TanhOf))]
    [Negative(nameof(TanhOfOther))]
    public static partial double TanhLoss(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Modified Huber loss (Zhang, 2004): the squared hinge with a linear end.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(ModifiedHuberOf))]
    [Negative(nameof(ModifiedHuberOfOther))]
    public static partial double ModifiedHuber(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    private static double HingeOf(double z) => Math.Max(0, 1 - z);

    private static double HingeOfOther(double z) => HingeOf(-z);

    private static double SquaredHingeOf(double z)
    {
        double hinge = HingeOf(z);
        return hinge * hinge;
    }

    private static double SquaredHingeOfOther(double z) => SquaredHingeOf(-z);

    private static double LogisticOf(double z) => LossMath.Softplus(-z);

    private static double LogisticOfOther(double z) => LogisticOf(-z);

    private static double ExponentialOf(double z) => Math.Exp(-z);

    private static double ExponentialOfOther(double z) => ExponentialOf(-z);

    private static double SavageOf(double z) => 1 / Math.Pow(1 + Math.Exp(z), 2);

    private static double SavageOfOther(double z) => SavageOf(-z);

    private static double SigmoidOf(double z) => LossMath.Sigmoid(-z);

    private static double SigmoidOfOther(double z) => SigmoidOf(-z);

    private static double TanhOf(double z) => 1 - Math.Tanh(z);

    private static double TanhOfOther(double z) => TanhOf(-z);

    private static double ModifiedHuberOf(double z) => z switch
    {
        >= 1 => 0,
        > -1 => (1 - z) * (1 - z),
        _ => -4 * z,
    };

    private static double ModifiedHuberOfOther(double z) => ModifiedHuberOf(-z);

    private static CustomLoss Of(string method, Func<double, double> ofMargin) =>
        CustomLoss.Of(LossVariants, method, e => e.Blend(ofMargin(e.Z), ofMargin(-e.Z)));
}
