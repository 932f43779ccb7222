using System;

namespace LossGen.Tests.Losses;

/// <summary>The published losses in double precision with all outputs, unscaled.</summary>
internal static partial class DoubleLosses
{
    /// <summary>Binary cross entropy.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial double CrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Balanced cross entropy.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Weight = 0.75)]
    [Negative(Weight = 0.25)]
    public static partial double Balanced(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Lin et al., 2017.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial double Focal(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Ridnik et al., 2021, with gamma+ = 1.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double Asymmetric(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Ridnik et al., 2021, with gamma+ = 0.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double AsymmetricUnfocused(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Leng et al., 2022.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial double Poly1(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Leng et al., 2022, with the focusing factor.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2, Poly = new[] { 1.0 })]
    [Negative(Gamma = 2, Poly = new[] { 1.0 })]
    public static partial double Poly1Focal(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    /// <summary>Three coefficients of both signs.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0, -0.25, 0.125 })]
    [Negative(Poly = new[] { 0.5, 0.25, -0.125 })]
    public static partial double Poly3(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);
}
