using System;

namespace LossGen;

/// <content>
/// Losses over rows of K classes, of which one is right: p_j = exp(z_j) / sum_k exp(z_k), c the class of the row. The mean is
/// over the rows whose label is not -100.
/// </content>
/// <remarks>
/// Logits and gradient have rows * K numbers, row after row; K follows from the number of labels. A label outside [0, K) that
/// is not -100 throws <see cref="ArgumentOutOfRangeException"/>.
/// </remarks>
public static partial class StandardLosses
{
    /// <summary>Softmax cross entropy: -log p_c.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float SoftmaxCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    /// <summary>Softmax cross entropy: -log p_c.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double SoftmaxCrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    /// <summary>Softmax cross entropy of distributions: -sum_j y_j log p_j.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="targets">A distribution over the classes for each row.</param>
    /// <param name="classCount">The number of classes K, at least 2.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float SoftmaxCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount, Span<float> gradient);

    /// <summary>Softmax cross entropy of distributions: -sum_j y_j log p_j.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="targets">A distribution over the classes for each row.</param>
    /// <param name="classCount">The number of classes K, at least 2.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double SoftmaxCrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, int classCount, Span<double> gradient);

    /// <summary>Softmax cross entropy with a weight per class: -w_c log p_c, over the sum of the weights of the rows.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="classWeights">One weight per class, finite.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The weighted mean loss.</returns>
    [Loss(Activation.Softmax, Reduction = Reduction.WeightedMean)]
    [Positive]
    public static partial float WeightedSoftmaxCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> classWeights, Span<float> gradient);

    /// <summary>Softmax cross entropy with a weight per class: -w_c log p_c, over the sum of the weights of the rows.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="classWeights">One weight per class, finite.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The weighted mean loss.</returns>
    [Loss(Activation.Softmax, Reduction = Reduction.WeightedMean)]
    [Positive]
    public static partial double WeightedSoftmaxCrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, ReadOnlySpan<double> classWeights, Span<double> gradient);

    /// <summary>Softmax cross entropy with label smoothing 0.1 (Szegedy et al., 2016, section 7): -0.9 log p_c - (0.1 / K) sum_j log p_j.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax, LabelSmoothing = 0.1)]
    [Positive]
    public static partial float LabelSmoothedCrossEntropy(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);

    /// <summary>Softmax cross entropy with label smoothing 0.1 (Szegedy et al., 2016, section 7): -0.9 log p_c - (0.1 / K) sum_j log p_j.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax, LabelSmoothing = 0.1)]
    [Positive]
    public static partial double LabelSmoothedCrossEntropy(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, Span<double> gradient);

    /// <summary>Multi-class focal loss: -(1 - p_c)^gamma log p_c (Lin et al., 2017, equation 4).</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positiveGamma">Focusing exponent of the true class, at least 0.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float SoftmaxFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, float positiveGamma, Span<float> gradient);

    /// <summary>Multi-class focal loss: -(1 - p_c)^gamma log p_c (Lin et al., 2017, equation 4).</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positiveGamma">Focusing exponent of the true class, at least 0.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double SoftmaxFocal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double positiveGamma, Span<double> gradient);

    /// <summary>Multi-class focal loss with an alpha per class: -w_c (1 - p_c)^gamma log p_c (Lin et al., 2017, equation 5).</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positiveGamma">Focusing exponent of the true class, at least 0.</param>
    /// <param name="classWeights">One weight per class, finite.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss, over the number of rows.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float SoftmaxFocal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, float positiveGamma, ReadOnlySpan<float> classWeights, Span<float> gradient);

    /// <summary>Multi-class focal loss with an alpha per class: -w_c (1 - p_c)^gamma log p_c (Lin et al., 2017, equation 5).</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positiveGamma">Focusing exponent of the true class, at least 0.</param>
    /// <param name="classWeights">One weight per class, finite.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss, over the number of rows.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double SoftmaxFocal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double positiveGamma, ReadOnlySpan<double> classWeights, Span<double> gradient);

    /// <summary>Multi-class Poly-1 cross entropy: -log p_c + eps_1 (1 - p_c) (Leng et al., 2022, equation 6).</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positivePoly">Coefficient eps_1, finite and at least -1.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float SoftmaxPoly1(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, float positivePoly, Span<float> gradient);

    /// <summary>Multi-class Poly-1 cross entropy: -log p_c + eps_1 (1 - p_c) (Leng et al., 2022, equation 6).</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positivePoly">Coefficient eps_1, finite and at least -1.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double SoftmaxPoly1(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double positivePoly, Span<double> gradient);

    /// <summary>Multi-class Poly-1 focal loss: (1 - p_c)^gamma (-log p_c + eps_1 (1 - p_c)) (Leng et al., 2022, section 5).</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positiveGamma">Focusing exponent of the true class, at least 0.</param>
    /// <param name="positivePoly">Coefficient eps_1, finite and at least -1.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial float SoftmaxPoly1Focal(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, float positiveGamma, float positivePoly, Span<float> gradient);

    /// <summary>Multi-class Poly-1 focal loss: (1 - p_c)^gamma (-log p_c + eps_1 (1 - p_c)) (Leng et al., 2022, section 5).</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positiveGamma">Focusing exponent of the true class, at least 0.</param>
    /// <param name="positivePoly">Coefficient eps_1, finite and at least -1.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax)]
    [Positive]
    public static partial double SoftmaxPoly1Focal(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double positiveGamma, double positivePoly, Span<double> gradient);

    /// <summary>Asymmetric loss for one label per row, with label smoothing 0.1 (Ridnik et al., 2021, and their published code): -0.9 (1 - p_c)^gamma+ log p_c - (0.1 / K) sum_j f_j log p_j, where f_c = (1 - p_c)^gamma+ and f_j = p_j^gamma- for the other classes.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positiveGamma">Focusing exponent of the true class, at least 0.</param>
    /// <param name="negativeGamma">Focusing exponent of the other classes, at least 0; Ridnik et al. use 4.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax, LabelSmoothing = 0.1)]
    [Positive]
    [Negative]
    public static partial float SingleLabelAsymmetric(
        ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, float positiveGamma, float negativeGamma, Span<float> gradient);

    /// <summary>Asymmetric loss for one label per row, with label smoothing 0.1 (Ridnik et al., 2021, and their published code): -0.9 (1 - p_c)^gamma+ log p_c - (0.1 / K) sum_j f_j log p_j, where f_c = (1 - p_c)^gamma+ and f_j = p_j^gamma- for the other classes.</summary>
    /// <param name="logits">Logits z, any finite numbers, row after row; -infinity leaves a class out.</param>
    /// <param name="labels">The class of each row, or -100 for a row that does not count.</param>
    /// <param name="positiveGamma">Focusing exponent of the true class, at least 0.</param>
    /// <param name="negativeGamma">Focusing exponent of the other classes, at least 0; Ridnik et al. use 4.</param>
    /// <param name="gradient">Receives the derivative of the reduced loss by each logit.</param>
    /// <returns>The mean loss.</returns>
    [Loss(Activation.Softmax, LabelSmoothing = 0.1)]
    [Positive]
    [Negative]
    public static partial double SingleLabelAsymmetric(
        ReadOnlySpan<double> logits, ReadOnlySpan<int> labels, double positiveGamma, double negativeGamma, Span<double> gradient);
}
