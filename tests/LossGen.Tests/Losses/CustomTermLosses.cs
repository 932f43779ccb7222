using System;

namespace LossGen.Tests.Losses;

/// <summary>Losses whose terms are methods: smooth ones, and those with conditions, bounds and absolute values.</summary>
internal static partial class CustomTermLosses
{
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 1)]
    [Negative(nameof(HillTerm))]
    public static partial double Hill(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(HillTerm), Weight = 0.5)]
    [Negative(nameof(HillTerm), Shift = 0.05)]
    public static partial double ShiftedHillInDouble(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient, Span<double> hessian, Span<double> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(NegativeLog))]
    [Negative(nameof(NegativeLogOfComplement))]
    public static partial double WrittenCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(NegativeLog))]
    [Negative(nameof(NegativeLogOfComplement), Shift = 0.1)]
    public static partial double WrittenShiftedCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Term(nameof(QualityTerm))]
    public static partial double QualityFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> losses);

    [Loss(Reduction = Reduction.Sum)]
    [Positive(nameof(WithJump))]
    [Negative(nameof(WithBounds))]
    public static partial double Piecewise(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, Span<float> hessian, Span<float> losses);

    private static double HillTerm(double p) => (1.5 - p) * p * p;

    private static double NegativeLog(double p) => -Math.Log(p);

    private static double NegativeLogOfComplement(double p) => -Math.Log(1 - p);

    private static double QualityTerm(double p, double y, double beta = 2)
    {
        double focus = Math.Pow(Math.Abs(y - p), beta);
        return -focus * (((1 - y) * Math.Log(1 - p)) + (y * Math.Log(p)));
    }

    private static double WithJump(double p) => p < 0.3 ? 1 - p : 0.7 - (0.25 * p);

    private static double WithBounds(double p, double z) => Math.Max(p - 0.1, 0) + Math.Abs(z) + Math.Clamp(p, 0.25, 0.6);
}
