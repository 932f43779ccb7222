using System;

namespace LossGen.Benchmarks.Losses;

/// <summary>Value, gradient and second derivatives, what gradient boosting needs.</summary>
internal static partial class HessianLosses
{
    [Loss]
    [Positive]
    [Negative]
    public static partial float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1.5, Weight = 0.25)]
    [Negative(Gamma = 1.5, Weight = 0.75)]
    public static partial float FocalOneAndAHalf(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss(HardTargets = true)]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric0Hard(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric1Hard(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric0Soft(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric1Soft(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial float Poly1(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(nameof(HillTerm))]
    public static partial float Hill(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 10)]
    public static partial float Harmonized10(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 30)]
    public static partial float Harmonized30(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian);

    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float SoftmaxCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian);

    [Loss(Activation.Softmax)]
    [Positive(Gamma = 2)]
    public static partial float SoftmaxFocal(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Span<float> hessian);

    // Zhang et al., 2021, equation 6
    private static double HillTerm(double p) => (1.5 - p) * p * p;
}
