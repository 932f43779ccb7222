using System;

namespace MultiClass;

/// <summary>
/// The same losses as plain loops, the way they are written without a generator: the maximum subtracted, one exponential per
/// logit, kept in the gradient. For a loss f of the probability p of the row's class, dL/dz_j = -p f'(p) (p_j - [j = c]).
/// </summary>
public static class ScalarLosses
{
    /// <summary>Softmax cross entropy: f = -log p.</summary>
    public static float CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient) =>
        Run(logits, labels, gradient, (_, logP) => (-logP, 1));

    /// <summary>Focal loss: f = -(1 - p)^2 log p.</summary>
    public static float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient) =>
        Run(logits, labels, gradient, (p, logP) => (-(1 - p) * (1 - p) * logP, ((1 - p) * (1 - p)) - (2 * p * (1 - p) * logP)));

    /// <summary>Poly-1 cross entropy: f = -log p + 1 - p.</summary>
    public static float Poly1CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient) =>
        Run(logits, labels, gradient, (p, logP) => (1 - p - logP, 1 + p));

    /// <summary>Generalized cross entropy: f = (1 - p^0.7) / 0.7.</summary>
    public static float GeneralizedCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient) =>
        Run(logits, labels, gradient, (p, _) => ((1 - MathF.Pow(p, 0.7f)) / 0.7f, MathF.Pow(p, 0.7f)));

    /// <summary>Cross entropy with label smoothing 0.1: -0.9 log p_c - (0.1 / K) sum_j log p_j.</summary>
    public static float SmoothedCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        const float Smoothing = 0.1f;
        int classes = logits.Length / labels.Length;
        float scale = 1f / labels.Length;
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<float> z = logits.Slice(row * classes, classes);
            Span<float> g = gradient.Slice(row * classes, classes);
            float logSum = Softmax(z, g);
            float loss = 0;
            for (int j = 0; j < classes; j++)
            {
                float share = (Smoothing / classes) + (j == labels[row] ? 1 - Smoothing : 0);
                loss += share * (logSum - z[j]);
                g[j] = scale * (g[j] - share);
            }

            sum += loss;
        }

        return (float)(sum / labels.Length);
    }

    // the term gives f and -p f'
    private static float Run(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient, Func<float, float, (float Loss, float Rate)> term)
    {
        int classes = logits.Length / labels.Length;
        float scale = 1f / labels.Length;
        double sum = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<float> z = logits.Slice(row * classes, classes);
            Span<float> g = gradient.Slice(row * classes, classes);
            float logSum = Softmax(z, g);
            int label = labels[row];
            (float loss, float rate) = term(g[label], z[label] - logSum);
            sum += loss;
            for (int j = 0; j < classes; j++)
            {
                g[j] *= scale * rate;
            }

            g[label] -= scale * rate;
        }

        return (float)(sum / labels.Length);
    }

    // the probabilities, and the logarithm of the sum of the exponentials
    private static float Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        float largest = float.NegativeInfinity;
        foreach (float z in logits)
        {
            largest = MathF.Max(largest, z);
        }

        float sum = 0;
        for (int j = 0; j < logits.Length; j++)
        {
            probabilities[j] = MathF.Exp(logits[j] - largest);
            sum += probabilities[j];
        }

        float reciprocal = 1 / sum;
        for (int j = 0; j < logits.Length; j++)
        {
            probabilities[j] *= reciprocal;
        }

        return largest + MathF.Log(sum);
    }
}
