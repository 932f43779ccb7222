using System;

namespace LossGen.Tests.Codegen;

/// <summary>The published losses as they are trained with: mean and gradient, in single precision.</summary>
internal static partial class MainLoopLosses
{
    [Loss]
    [Positive]
    [Negative]
    public static partial float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1.5, Weight = 0.25)]
    [Negative(Gamma = 1.5, Weight = 0.75)]
    public static partial float FocalOfHalfInteger(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float AsymmetricOfSoftTargets(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial float Poly1(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    [Loss]
    [Positive]
    [Negative(nameof(OfManyLogarithms))]
    public static partial float VeryLong(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    private static double OfManyLogarithms(double p) =>
        Math.Log(p + 0.01) + Math.Log(p + 0.02) + Math.Log(p + 0.03) + Math.Log(p + 0.04) + Math.Log(p + 0.05)
        + Math.Log(p + 0.06) + Math.Log(p + 0.07) + Math.Log(p + 0.08) + Math.Log(p + 0.09) + Math.Log(p + 0.10)
        + Math.Log(p + 0.11) + Math.Log(p + 0.12) + Math.Log(p + 0.13) + Math.Log(p + 0.14) + Math.Log(p + 0.15)
        + Math.Log(p + 0.16) + Math.Log(p + 0.17) + Math.Log(p + 0.18) + Math.Log(p + 0.19) + Math.Log(p + 0.20)
        + Math.Log(p + 0.21) + Math.Log(p + 0.22) + Math.Log(p + 0.23) + Math.Log(p + 0.24) + Math.Log(p + 0.25)
        + Math.Log(p + 0.26) + Math.Log(p + 0.27) + Math.Log(p + 0.28) + Math.Log(p + 0.29) + Math.Log(p + 0.30);
}
