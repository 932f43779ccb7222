using System;
using LossGen;

namespace CustomLoss;

/// <summary>Three losses whose terms are ordinary C#.</summary>
public static partial class Losses
{
    /// <summary>
    /// Quality focal loss (Li et al., "Generalized Focal Loss", NeurIPS 2020, equation 3): the target is a quality between 0
    /// and 1, and what is far from it counts most.
    /// </summary>
    [Loss]
    [Term(nameof(QualityFocalTerm))]
    public static partial float QualityFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>
    /// Varifocal loss (Zhang et al., "VarifocalNet", CVPR 2021, equation 2): positives weigh by their quality, negatives by
    /// how wrong they are.
    /// </summary>
    [Loss]
    [Term(nameof(VarifocalTerm))]
    public static partial float Varifocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);

    /// <summary>
    /// Hill loss (Zhang et al., "Simple and Robust Loss Design for Multi-Label Learning with Missing Labels", 2021, equation
    /// 6): a confident negative may be a missing label and counts less again. lambda is given at every call.
    /// </summary>
    [Loss]
    [Positive(Gamma = 1)]
    [Negative(nameof(HillTerm))]
    public static partial float Hill(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float lambda, Span<float> gradient);

    private static double QualityFocalTerm(double p, double y) => Math.Pow(Math.Abs(y - p), 2) * CrossEntropy(p, y);

    private static double VarifocalTerm(double p, double y) =>
        y > 0 ? y * CrossEntropy(p, y) : -0.75 * p * p * Math.Log(1 - p);

    private static double HillTerm(double p, double lambda) => (lambda - p) * p * p;

    private static double CrossEntropy(double p, double y) => -(y * Math.Log(p)) - ((1 - y) * Math.Log(1 - p));
}
