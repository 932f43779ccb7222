using System;
using LossGen;

namespace MultiClass;

/// <summary>Losses over rows of classes. The attributes are the whole implementation; the compiler writes the rest.</summary>
public static partial class Losses
{
    /// <summary>Softmax cross entropy.</summary>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    /// <summary>Softmax cross entropy with label smoothing (Szegedy et al., "Rethinking the Inception Architecture", CVPR 2016, section 7).</summary>
    [Loss(Activation.Softmax, LabelSmoothing = 0.1)]
    [Positive]
    public static partial float SmoothedCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    /// <summary>Focal loss (Lin et al., "Focal Loss for Dense Object Detection", ICCV 2017, equation 4).</summary>
    [Loss(Activation.Softmax)]
    [Positive(Gamma = 2)]
    public static partial float Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    /// <summary>Poly-1 cross entropy (Leng et al., "PolyLoss", ICLR 2022, equation 6).</summary>
    [Loss(Activation.Softmax)]
    [Positive(Poly = new[] { 1.0 })]
    public static partial float Poly1CrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    /// <summary>
    /// Generalized cross entropy, robust against wrong labels (Zhang and Sabuncu, "Generalized Cross Entropy Loss for Training
    /// Deep Neural Networks with Noisy Labels", NeurIPS 2018, equation 6).
    /// </summary>
    [Loss(Activation.Softmax)]
    [Positive(nameof(Generalized))]
    public static partial float GeneralizedCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    private static double Generalized(double p) => (1 - Math.Pow(p, 0.7)) / 0.7;
}
