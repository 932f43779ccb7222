using System;

namespace LossGen;

/// <summary>
/// The published losses, ready to call: each fills the gradient of the mean loss with respect to the logits and returns the
/// mean loss. They are declared with the attributes of this library and compiled by its generator, so each is also an
/// example of how to declare one's own. Where all hyperparameters are known when the program is written, a declaration
/// of one's own with the numbers in its attributes is faster: the kernel is then written for those numbers.
/// </summary>
/// <remarks>
/// Logits, targets and gradient have the same length n, the targets are in [0, 1], and the gradient may be the same memory
/// as the logits. All methods throw <see cref="ArgumentException"/> where the lengths differ or memory overlaps partly, and
/// <see cref="ArgumentOutOfRangeException"/> where a hyperparameter is outside its range.
/// </remarks>
public static partial class StandardLosses
{
    /// <summary>Binary cross entropy: -y log p - (1 - y) log(1 - p).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial float CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>Binary cross entropy: -y log p - (1 - y) log(1 - p).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial double CrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);

    /// <summary>Class-balanced cross entropy: -w+ y log p - w- (1 - y) log(1 - p) (Lin et al., 2017, equation 3).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positiveWeight">Weight of y = 1, finite.</param>
    /// <param name="negativeWeight">Weight of y = 0, finite.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial float BalancedCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float positiveWeight, float negativeWeight, Span<float> gradient);

    /// <summary>Class-balanced cross entropy: -w+ y log p - w- (1 - y) log(1 - p) (Lin et al., 2017, equation 3).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positiveWeight">Weight of y = 1, finite.</param>
    /// <param name="negativeWeight">Weight of y = 0, finite.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial double BalancedCrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, double positiveWeight, double negativeWeight, Span<double> gradient);

    /// <summary>Focal loss: -w+ y (1 - p)^gamma+ log p - w- (1 - y) p^gamma- log(1 - p) (Lin et al., 2017, equation 5, where w+ = alpha, w- = 1 - alpha and both exponents are the same).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positiveGamma">Focusing exponent of y = 1, at least 0; Lin et al. use 2.</param>
    /// <param name="negativeGamma">Focusing exponent of y = 0, at least 0; Lin et al. use 2.</param>
    /// <param name="positiveWeight">Weight of y = 1, finite.</param>
    /// <param name="negativeWeight">Weight of y = 0, finite.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial float Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float positiveGamma, float negativeGamma, float positiveWeight, float negativeWeight, Span<float> gradient);

    /// <summary>Focal loss: -w+ y (1 - p)^gamma+ log p - w- (1 - y) p^gamma- log(1 - p) (Lin et al., 2017, equation 5, where w+ = alpha, w- = 1 - alpha and both exponents are the same).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positiveGamma">Focusing exponent of y = 1, at least 0; Lin et al. use 2.</param>
    /// <param name="negativeGamma">Focusing exponent of y = 0, at least 0; Lin et al. use 2.</param>
    /// <param name="positiveWeight">Weight of y = 1, finite.</param>
    /// <param name="negativeWeight">Weight of y = 0, finite.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial double Focal(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, double positiveGamma, double negativeGamma, double positiveWeight, double negativeWeight, Span<double> gradient);

    /// <summary>Asymmetric loss: -y (1 - p)^gamma+ log p - (1 - y) p_m^gamma- log(1 - p_m), p_m = max(p - m, 0) (Ridnik et al., 2021).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positiveGamma">gamma+, at least 0; Ridnik et al. use 0 or 1.</param>
    /// <param name="negativeGamma">gamma-, at least 0; Ridnik et al. use 4.</param>
    /// <param name="negativeShift">The probability shift m in [0, 1); Ridnik et al. use 0.05.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial float Asymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float positiveGamma, float negativeGamma, float negativeShift, Span<float> gradient);

    /// <summary>Asymmetric loss: -y (1 - p)^gamma+ log p - (1 - y) p_m^gamma- log(1 - p_m), p_m = max(p - m, 0) (Ridnik et al., 2021).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positiveGamma">gamma+, at least 0; Ridnik et al. use 0 or 1.</param>
    /// <param name="negativeGamma">gamma-, at least 0; Ridnik et al. use 4.</param>
    /// <param name="negativeShift">The probability shift m in [0, 1); Ridnik et al. use 0.05.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial double Asymmetric(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, double positiveGamma, double negativeGamma, double negativeShift, Span<double> gradient);

    /// <summary>Poly-1 cross entropy: cross entropy + epsilon (1 - t), t = p for y = 1 and 1 - p for y = 0 (Leng et al., 2022).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positivePoly">epsilon of y = 1; below -1 a better prediction can cost more.</param>
    /// <param name="negativePoly">epsilon of y = 0.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial float Poly1(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float positivePoly, float negativePoly, Span<float> gradient);

    /// <summary>Poly-1 cross entropy: cross entropy + epsilon (1 - t), t = p for y = 1 and 1 - p for y = 0 (Leng et al., 2022).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positivePoly">epsilon of y = 1; below -1 a better prediction can cost more.</param>
    /// <param name="negativePoly">epsilon of y = 0.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial double Poly1(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, double positivePoly, double negativePoly, Span<double> gradient);

    /// <summary>Poly-1 focal loss: w ((1 - t)^gamma (-log t) + epsilon (1 - t)^(gamma + 1)), t = p for y = 1 and 1 - p for y = 0 (Leng et al., 2022).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positiveGamma">Focusing exponent of y = 1, at least 0; Lin et al. use 2.</param>
    /// <param name="negativeGamma">Focusing exponent of y = 0, at least 0; Lin et al. use 2.</param>
    /// <param name="positiveWeight">Weight of y = 1, finite.</param>
    /// <param name="negativeWeight">Weight of y = 0, finite.</param>
    /// <param name="positivePoly">epsilon of y = 1.</param>
    /// <param name="negativePoly">epsilon of y = 0.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial float Poly1Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float positiveGamma, float negativeGamma, float positiveWeight, float negativeWeight, float positivePoly, float negativePoly, Span<float> gradient);

    /// <summary>Poly-1 focal loss: w ((1 - t)^gamma (-log t) + epsilon (1 - t)^(gamma + 1)), t = p for y = 1 and 1 - p for y = 0 (Leng et al., 2022).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="positiveGamma">Focusing exponent of y = 1, at least 0; Lin et al. use 2.</param>
    /// <param name="negativeGamma">Focusing exponent of y = 0, at least 0; Lin et al. use 2.</param>
    /// <param name="positiveWeight">Weight of y = 1, finite.</param>
    /// <param name="negativeWeight">Weight of y = 0, finite.</param>
    /// <param name="positivePoly">epsilon of y = 1.</param>
    /// <param name="negativePoly">epsilon of y = 0.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive]
    [Negative]
    public static partial double Poly1Focal(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, double positiveGamma, double negativeGamma, double positiveWeight, double negativeWeight, double positivePoly, double negativePoly, Span<double> gradient);

    /// <summary>Hill loss for missing labels: y = 0 pays (lambda - p) p^2; y = 1 pays the focal margin loss -(1 - s)^gamma log s, s = sigmoid(z - margin) (Zhang et al., 2021, Simple and robust loss design for multi-label learning with missing labels).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="lambda">Where the gradient of y = 0 turns; Zhang et al. use 1.5.</param>
    /// <param name="margin">The margin of y = 1; Zhang et al. use 1.</param>
    /// <param name="gamma">The focusing exponent of y = 1; Zhang et al. use 2.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive(nameof(FocalMargin))]
    [Negative(nameof(HillTerm))]
    public static partial float Hill(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float lambda, float margin, float gamma, Span<float> gradient);

    /// <summary>Hill loss for missing labels: y = 0 pays (lambda - p) p^2; y = 1 pays the focal margin loss -(1 - s)^gamma log s, s = sigmoid(z - margin) (Zhang et al., 2021, Simple and robust loss design for multi-label learning with missing labels).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="lambda">Where the gradient of y = 0 turns; Zhang et al. use 1.5.</param>
    /// <param name="margin">The margin of y = 1; Zhang et al. use 1.</param>
    /// <param name="gamma">The focusing exponent of y = 1; Zhang et al. use 2.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Positive(nameof(FocalMargin))]
    [Negative(nameof(HillTerm))]
    public static partial double Hill(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, double lambda, double margin, double gamma, Span<double> gradient);

    /// <summary>Quality focal loss for soft targets: |y - p|^beta (-y log p - (1 - y) log(1 - p)) (Li et al., 2020, equation 2).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="beta">The focusing exponent, greater than 0; Li et al. use 2.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Term(nameof(QualityFocalTerm))]
    public static partial float QualityFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float beta, Span<float> gradient);

    /// <summary>Quality focal loss for soft targets: |y - p|^beta (-y log p - (1 - y) log(1 - p)) (Li et al., 2020, equation 2).</summary>
    /// <param name="logits">Logits z, any finite numbers; infinities give the limits.</param>
    /// <param name="targets">Targets y in [0, 1].</param>
    /// <param name="beta">The focusing exponent, greater than 0; Li et al. use 2.</param>
    /// <param name="gradient">Receives the derivative of the mean loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss]
    [Term(nameof(QualityFocalTerm))]
    public static partial double QualityFocal(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, double beta, Span<double> gradient);

    // (lambda - p) p^2
    private static double HillTerm(double p, double lambda) => (lambda - p) * p * p;

    // -(1 - s)^gamma log s, s = sigmoid(z - margin)
    private static double FocalMargin(double z, double margin, double gamma) =>
        -Math.Pow(LossMath.Sigmoid(margin - z), gamma) * LossMath.LogSigmoid(z - margin);

    private static double QualityFocalTerm(double p, double y, double beta) =>
        Math.Pow(Math.Abs(y - p), beta) * (-(y * Math.Log(p)) - ((1 - y) * Math.Log(1 - p)));
}
