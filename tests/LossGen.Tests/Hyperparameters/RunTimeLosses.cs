using System;

namespace LossGen.Tests.Hyperparameters;

/// <summary>Losses that take every hyperparameter at run time.</summary>
internal static partial class RunTimeLosses
{
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double OneValue(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> targets,
        float positiveWeight,
        float positiveGamma,
        float positiveShift,
        float positivePoly,
        float negativeWeight,
        float negativeGamma,
        float negativeShift,
        float negativePoly,
        Span<float> gradient,
        Span<float> hessian,
        Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double OneValue(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> targets,
        double positiveWeight,
        double positiveGamma,
        double positiveShift,
        double positivePoly,
        double negativeWeight,
        double negativeGamma,
        double negativeShift,
        double negativePoly,
        Span<double> gradient,
        Span<double> hessian,
        Span<double> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double OneValue(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<bool> targets,
        float positiveWeight,
        float positiveGamma,
        float positiveShift,
        float positivePoly,
        float negativeWeight,
        float negativeGamma,
        float negativeShift,
        float negativePoly,
        Span<float> gradient,
        Span<float> hessian,
        Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double PerClass(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> positiveWeight,
        ReadOnlySpan<float> positiveGamma,
        ReadOnlySpan<float> positiveShift,
        ReadOnlySpan<float> positivePoly,
        ReadOnlySpan<float> negativeWeight,
        ReadOnlySpan<float> negativeGamma,
        ReadOnlySpan<float> negativeShift,
        ReadOnlySpan<float> negativePoly,
        Span<float> gradient,
        Span<float> hessian,
        Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double PerClass(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<double> targets,
        ReadOnlySpan<double> positiveWeight,
        ReadOnlySpan<double> positiveGamma,
        ReadOnlySpan<double> positiveShift,
        ReadOnlySpan<double> positivePoly,
        ReadOnlySpan<double> negativeWeight,
        ReadOnlySpan<double> negativeGamma,
        ReadOnlySpan<double> negativeShift,
        ReadOnlySpan<double> negativePoly,
        Span<double> gradient,
        Span<double> hessian,
        Span<double> losses);

    [Loss(Reduction = Reduction.WeightedMean)]
    [Positive(Gamma = 1)]
    [Negative]
    public static partial double WeightedPerClass(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> classWeights,
        float positiveWeight,
        ReadOnlySpan<float> negativeGamma,
        Span<float> gradient,
        Span<float> losses);

    [Loss(Activation.None, Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double OfProbabilities(
        ReadOnlySpan<float> probabilities,
        ReadOnlySpan<float> targets,
        float positiveGamma,
        float negativeGamma,
        float negativeShift,
        Span<float> gradient,
        Span<float> hessian,
        Span<float> losses);

    /// <summary>What remains of the others where the hyperparameters mean nothing.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(GeneralizedCrossEntropy))]
    [Negative]
    public static partial double Custom(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float q, Span<float> gradient, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(GeneralizedCrossEntropy))]
    [Negative]
    public static partial double CustomPerClass(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> q, Span<float> gradient, Span<float> losses);

    public static double GeneralizedCrossEntropy(double p, double q) => (1 - Math.Pow(p, q)) / q;

    [Loss]
    [Positive]
    [Negative(Gamma = 2, Shift = 0.05)]
    public static partial double Scaled(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, Span<float> hessian);

    [Loss]
    [Positive]
    [Negative(Gamma = 2, Shift = 0.05)]
    public static partial double Unscaled(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(DetachFocus = true)]
    [Negative(DetachFocus = true)]
    public static partial double ScaledSum(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float positiveGamma, float negativeGamma, float gradientScale, Span<float> gradient);
}
