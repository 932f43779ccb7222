using System;

namespace LossGen.Tests.Losses;

/// <summary>Parameters in other types, numbers and orders, all reductions and all return types.</summary>
internal static partial class SignatureLosses
{
    [Loss]
    [Positive]
    [Negative]
    public static partial float Value(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double Sum(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);

    [Loss]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial double ValueInDouble(ReadOnlySpan<double> logits, ReadOnlySpan<bool> targets);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial void Gradient(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive]
    [Negative]
    public static partial void Hessian(Span<float> hessian, ReadOnlySpan<byte> targets, ReadOnlySpan<float> logits);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2.3)]
    [Negative(Gamma = 2.3)]
    public static partial void Losses(ReadOnlySpan<double> logits, ReadOnlySpan<byte> targets, Span<double> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial double ByteFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<byte> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double BooleanAsymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<bool> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial double BytePolyInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<byte> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss]
    [Positive]
    [Negative]
    public static partial float Weighted(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> gradient);

    [Loss(Reduction = Reduction.WeightedMean)]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial double WeightedMean(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> gradient, Span<float> hessian);

    [Loss(Reduction = Reduction.WeightedMean)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double ClassWeightedMean(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, ReadOnlySpan<double> classWeights, Span<double> gradient);

    [Loss(Reduction = Reduction.WeightedMean)]
    [Positive]
    [Negative]
    public static partial float EveryRole(
        ReadOnlySpan<float> logits,
        ReadOnlySpan<byte> targets,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<float> classWeights,
        Span<float> gradient,
        Span<float> hessian,
        Span<float> losses);

    [Loss]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial double EveryRole(
        ReadOnlySpan<double> logits,
        ReadOnlySpan<bool> targets,
        ReadOnlySpan<double> weights,
        ReadOnlySpan<double> classWeights,
        Span<double> gradient,
        Span<double> hessian,
        Span<double> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double ClassWeighted(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> classWeights, Span<float> gradient, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double ElementWeighted(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> gradient, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double Unweighted(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses);
}
