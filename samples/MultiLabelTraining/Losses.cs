using System;
using LossGen;

namespace MultiLabelTraining;

/// <summary>
/// The losses that are compared. Each is summed over the labels and divided by the number of examples, which is what the gradient
/// scale is for.
/// </summary>
public static partial class Losses
{
    /// <summary>Binary cross entropy.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial float CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient);

    /// <summary>Class-balanced cross entropy (Lin et al., 2017, equation 3): a positive counts three times.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Weight = 1.5)]
    [Negative(Weight = 0.5)]
    public static partial float Balanced(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient);

    /// <summary>Focal loss (Lin et al., 2017, equation 4).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial float Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient);

    /// <summary>Asymmetric loss (Ridnik et al., 2021, equation 7).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient);

    /// <summary>Poly-1 cross entropy (Leng et al., 2022, equation 6).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial float Poly1(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient);

    /// <summary>Hill loss with cross entropy for the positives (Zhang et al., 2021, equation 6).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(nameof(HillTerm))]
    public static partial float Hill(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient);

    private static double HillTerm(double p) => (1.5 - p) * p * p;
}
