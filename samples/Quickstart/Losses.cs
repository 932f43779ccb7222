using System;
using LossGen;

namespace Quickstart;

/// <summary>Six published losses. The attributes are the whole implementation; the compiler writes the rest.</summary>
public static partial class Losses
{
    /// <summary>Binary cross entropy: the negative log-likelihood of logistic regression (Cox, 1958).</summary>
    [Loss]
    [Positive]
    [Negative]
    public static partial float BinaryCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>Cross entropy with a weight per class (Lin et al., "Focal Loss for Dense Object Detection", ICCV 2017, equation 3).</summary>
    [Loss]
    [Positive(Weight = 0.75)]
    [Negative(Weight = 0.25)]
    public static partial float BalancedCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>Focal loss (Lin et al., "Focal Loss for Dense Object Detection", ICCV 2017, equation 5).</summary>
    [Loss]
    [Positive(Gamma = 2, Weight = 0.25)]
    [Negative(Gamma = 2, Weight = 0.75)]
    public static partial float Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>
    /// Asymmetric loss, ASL (Ridnik et al., "Asymmetric Loss for Multi-Label Classification", ICCV 2021, equation 7).
    /// </summary>
    [Loss]
    [Positive(Gamma = 1)]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>
    /// Poly-1 cross entropy (Leng et al., "PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions", ICLR 2022).
    /// </summary>
    [Loss]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial float Poly1CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>
    /// Poly-1 focal loss (Leng et al., "PolyLoss: A Polynomial Expansion Perspective of Classification Loss Functions", ICLR 2022).
    /// </summary>
    [Loss]
    [Positive(Gamma = 2, Poly = new[] { 1.0 })]
    [Negative(Gamma = 2, Poly = new[] { 1.0 })]
    public static partial float Poly1Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);
}
