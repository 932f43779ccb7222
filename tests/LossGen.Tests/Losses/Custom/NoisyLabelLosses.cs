using System;
using System.Collections.Generic;

namespace LossGen.Tests.Losses.Custom;

/// <summary>Losses that are robust to wrong labels. Most are one function of the confidence in the label.</summary>
internal static partial class NoisyLabelLosses
{
    public static IReadOnlyList<CustomLoss> Custom =>
    [
        Symmetric(nameof(Generalized), GeneralizedOf),
        Symmetric(nameof(GeneralizedInDouble), GeneralizedOf),
        Symmetric(nameof(SymmetricCrossEntropy), SymmetricOf),
        Symmetric(nameof(Taylor), TaylorOf),
        Symmetric(nameof(PartiallyHuberised), PartiallyHuberisedOf),
        Symmetric(nameof(Clipped), ClippedOf),
        Symmetric(nameof(Normalized), NormalizedOf),
        Symmetric(nameof(JensenShannon), JensenShannonOf),
        Symmetric(nameof(BiTempered), BiTemperedOf) with { Magnitude = e => 4 * Math.Min(e.P, 1 - e.P) },
        CustomLoss.Of(LossVariants, nameof(SoftBootstrap), e => SoftBootstrapOf(e.P, e.Y)),
    ];

    /// <summary>Generalized cross entropy (Zhang and Sabuncu, 2018, equation 6), q = 0.7.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(GeneralizedOf))]
    [Negative(nameof(GeneralizedOfOther))]
    public static partial double Generalized(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>The same in double precision.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(GeneralizedOf))]
    [Negative(nameof(GeneralizedOfOther))]
    public static partial double GeneralizedInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Symmetric cross entropy (Wang et al., 2019, equation 7) with alpha = 0.1, beta = 1, A = -4.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(SymmetricOf))]
    [Negative(nameof(SymmetricOfOther))]
    public static partial double SymmetricCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Taylor cross entropy (Feng et al., 2020, equation 7), t = 3.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(TaylorOf))]
    [Negative(nameof(TaylorOfOther))]
    public static partial double Taylor(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Partially Huberised cross entropy (Menon et al., 2020, equation 8), tau = 2.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(PartiallyHuberisedOf))]
    [Negative(nameof(PartiallyHuberisedOfOther))]
    public static partial double PartiallyHuberised(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Cross entropy of a clipped probability.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(ClippedOf))]
    [Negative(nameof(ClippedOfOther))]
    public static partial double Clipped(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Normalized cross entropy (Ma et al., 2020, equation 5).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(NormalizedOf))]
    [Negative(nameof(NormalizedOfOther))]
    public static partial double Normalized(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Jensen-Shannon divergence (Englesson and Azizpour, 2021, equation 2), with equal weights.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(JensenShannonOf))]
    [Negative(nameof(JensenShannonOfOther))]
    public static partial double JensenShannon(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Bi-tempered logistic loss (Amid et al., 2019, equation 5), t1 = 0.8 and t2 = 1.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(BiTemperedOf))]
    [Negative(nameof(BiTemperedOfOther))]
    public static partial double BiTempered(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    /// <summary>Soft bootstrapping (Reed et al., 2015, equation 6), beta = 0.95.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(SoftBootstrapOf))]
    public static partial double SoftBootstrap(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    private static double GeneralizedOf(double p) => (1 - Math.Pow(p, 0.7)) / 0.7;

    private static double GeneralizedOfOther(double p) => GeneralizedOf(1 - p);

    private static double SymmetricOf(double p) => (-0.1 * Math.Log(p)) + (4 * (1 - p));

    private static double SymmetricOfOther(double p) => SymmetricOf(1 - p);

    private static double TaylorOf(double p)
    {
        double u = 1 - p;
        return u + (u * u / 2) + (u * u * u / 3);
    }

    private static double TaylorOfOther(double p) => TaylorOf(1 - p);

    private static double PartiallyHuberisedOf(double p) => p <= 0.5 ? (-2 * p) + Math.Log(2) + 1 : -Math.Log(p);

    private static double PartiallyHuberisedOfOther(double p) => PartiallyHuberisedOf(1 - p);

    private static double ClippedOf(double p) => -Math.Log(Math.Max(p, 1e-3));

    private static double ClippedOfOther(double p) => ClippedOf(1 - p);

    private static double NormalizedOf(double p) => Math.Log(p) / (Math.Log(p) + Math.Log(1 - p));

    private static double NormalizedOfOther(double p) => NormalizedOf(1 - p);

    private static double JensenShannonOf(double p)
    {
        double m = (1 + p) / 2;
        return (-0.5 * Math.Log(m)) + (0.5 * p * Math.Log(p / m)) + (0.5 * (1 - p) * Math.Log(2));
    }

    private static double JensenShannonOfOther(double p) => JensenShannonOf(1 - p);

    private static double BiTemperedOf(double p) =>
        ((1 - Math.Pow(p, 0.2)) / 0.2) - ((1 - Math.Pow(p, 1.2) - Math.Pow(1 - p, 1.2)) / 1.2);

    private static double BiTemperedOfOther(double p) => BiTemperedOf(1 - p);

    private static double SoftBootstrapOf(double p, double y)
    {
        const double Beta = 0.95;
        return -(((Beta * y) + ((1 - Beta) * p)) * Math.Log(p)) - (((Beta * (1 - y)) + ((1 - Beta) * (1 - p))) * Math.Log(1 - p));
    }

    private static CustomLoss Symmetric(string method, Func<double, double> ofConfidence) =>
        CustomLoss.Of(LossVariants, method, e => e.Blend(ofConfidence(e.P), ofConfidence(1 - e.P)));
}
