using System;
using System.Linq;
using LossGen;

namespace MultiLabelTraining;

/// <summary>
/// The losses that are compared. Each is summed over the labels and divided by the number of examples, which is what the gradient
/// scale is for.
/// </summary>
public static partial class Losses
{
    /// <summary>The number of bins of a gradient density, which is that of the paper.</summary>
    public const int Bins = 30;

    /// <summary>Binary cross entropy.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative]
    public static partial float CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics);

    /// <summary>Class-balanced cross entropy (Lin et al., 2017, equation 3): a positive counts three times.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Weight = 1.5)]
    [Negative(Weight = 0.5)]
    public static partial float Balanced(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics);

    /// <summary>Focal loss (Lin et al., 2017, equation 4).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Gamma = 2)]
    [Negative(Gamma = 2)]
    public static partial float Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics);

    /// <summary>Asymmetric loss (Ridnik et al., 2021, equation 7).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(Gamma = 4, Shift = 0.05)]
    public static partial float Asymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics);

    /// <summary>The same with the focusing exponent of the negatives given for each batch.</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(Shift = 0.05)]
    public static partial float AdaptiveAsymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float negativeGamma, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics);

    /// <summary>Poly-1 cross entropy (Leng et al., 2022, equation 6).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Poly = new[] { 1.0 })]
    [Negative(Poly = new[] { 1.0 })]
    public static partial float Poly1(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics);

    /// <summary>Hill loss with cross entropy for the positives (Zhang et al., 2021, equation 6).</summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive]
    [Negative(nameof(HillTerm))]
    public static partial float Hill(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics);

    /// <summary>
    /// Cross entropy with harmonized gradients, GHM-C (Li et al., 2019, equation 11), by the density of the last batches. Its weights have
    /// the mean 1 and are largest where the gradients are, which makes larger steps than those of the others: of a fortieth, a
    /// twentieth, a tenth and a fifth of it, a twentieth trains best.
    /// </summary>
    [Loss(Reduction = Reduction.Sum)]
    [Positive(Weight = 0.05)]
    [Negative(Weight = 0.05)]
    [GradientHarmonizing(Bins = Bins, BiasCorrection = true)]
    public static partial float Harmonized(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, GradientDensity density, out ProbabilityStatistics statistics);

    /// <summary>The harmonized loss with a density of its own.</summary>
    public static TrainingLoss HarmonizedBy(GradientDensity density) =>
        (ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics) =>
            Harmonized(logits, targets, gradientScale, gradient, density, out statistics);

    /// <summary>
    /// What the harmonized loss makes of an element among those of a density: cross entropy times n / (elements in its bin) / (occupied bins)
    /// (Li et al., 2019, equations 7 to 9). NaN in a bin without elements.
    /// </summary>
    public static TrainingLoss HarmonizedCrossEntropy(GradientDensity density)
    {
        long elements = density.Counts.Sum();
        int occupied = density.Counts.Count(count => count > 0);
        return (ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics) =>
        {
            float loss = CrossEntropy(logits, targets, gradientScale, gradient, out statistics);
            int bin = Math.Min((int)(Math.Abs(gradient[0]) / gradientScale * Bins), Bins - 1);
            float weight = density.Counts[bin] == 0 ? float.NaN : (float)((double)elements / density.Counts[bin] / occupied);
            gradient[0] *= weight;
            return loss * weight;
        };
    }

    /// <summary>Asymmetric loss with an exponent that does not move.</summary>
    public static TrainingLoss AsymmetricWith(double negativeGamma) =>
        (ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics) =>
            AdaptiveAsymmetric(logits, targets, (float)negativeGamma, gradientScale, gradient, out statistics);

    /// <summary>Asymmetric loss under a controller, which moves the exponent after each batch.</summary>
    public static TrainingLoss UnderControl(AsymmetryController controller) =>
        (ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, float gradientScale, Span<float> gradient, out ProbabilityStatistics statistics) =>
        {
            float loss = AdaptiveAsymmetric(logits, targets, (float)controller.NegativeGamma, gradientScale, gradient, out statistics);
            controller.Update(statistics);
            return loss;
        };

    private static double HillTerm(double p) => (1.5 - p) * p * p;
}
