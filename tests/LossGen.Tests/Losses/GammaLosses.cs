using System;

namespace LossGen.Tests.Losses;

/// <summary>Focusing exponents of every kind: none, below one, half-integer, integer, general, large; with a shift on the negative side.</summary>
internal static partial class GammaLosses
{
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 0)]
    [Negative(Gamma = 0, Shift = 0.05)]
    public static partial double Zero(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 0.1)]
    [Negative(Gamma = 0.1, Shift = 0.05)]
    public static partial double OneTenth(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 0.5)]
    [Negative(Gamma = 0.5, Shift = 0.05)]
    public static partial double Half(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 1, Shift = 0.05)]
    public static partial double One(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1.5)]
    [Negative(Gamma = 1.5, Shift = 0.05)]
    public static partial double ThreeHalves(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2.3)]
    [Negative(Gamma = 2.3, Shift = 0.05)]
    public static partial double TwoPointThree(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 4)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double Four(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 16)]
    [Negative(Gamma = 16, Shift = 0.05)]
    public static partial double Sixteen(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);
}
