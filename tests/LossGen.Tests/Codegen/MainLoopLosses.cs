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
}
