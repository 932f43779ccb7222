using System;

namespace LossGen.Benchmarks.Losses;

internal static partial class HessianLosses
{
    [Loss]
    [Positive]
    [Negative]
    public static partial double CrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial double Focal(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1.5, Weight = 0.25)]
    [Negative(Gamma = 1.5, Weight = 0.75)]
    public static partial double FocalOneAndAHalf(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss(HardTargets = true)]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double Asymmetric0Hard(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss(HardTargets = true)]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double Asymmetric1Hard(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double Asymmetric0Soft(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial double Asymmetric1Soft(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial double Poly1(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss]
    [Positive(Gamma = 1)]
    [Negative(nameof(HillTerm))]
    public static partial double Hill(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 10)]
    public static partial double Harmonized10(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss]
    [Positive]
    [Negative]
    [GradientHarmonizing(Bins = 30)]
    public static partial double Harmonized30(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian);

    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double SoftmaxCrossEntropy(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian);

    [Loss(Activation.Softmax)]
    [Positive(Gamma = 2)]
    public static partial double SoftmaxFocal(ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient, Span<double> hessian);
}
