using System;
using System.Numerics.Tensors;

namespace LossGen.Benchmarks.Peers.Tensors;

/// <summary>Losses as passes of <see cref="TensorPrimitives"/> over whole spans, with as few exponentials and logarithms as these allow.</summary>
internal static class TensorLosses
{
    private static readonly Scratch s_scratch = new();

    /// <summary>Binary cross entropy: max(z, 0) - z y + log(1 + exp(-|z|)).</summary>
    public static float CrossEntropy(ReadOnlySpan<float> z, ReadOnlySpan<float> y, Span<float> gradient)
    {
        Span<float> t = s_scratch.Take(0, z.Length);
        TensorPrimitives.Abs(z, t);
        TensorPrimitives.Negate(t, t);
        TensorPrimitives.Exp(t, t);
        TensorPrimitives.LogP1(t, t);
        float sum = TensorPrimitives.Sum<float>(t) - TensorPrimitives.Dot(z, y);
        TensorPrimitives.Max(z, 0, t);
        sum += TensorPrimitives.Sum<float>(t);
        TensorPrimitives.Sigmoid(z, gradient);
        TensorPrimitives.Subtract(gradient, y, gradient);
        TensorPrimitives.Multiply(gradient, 1f / z.Length, gradient);
        return sum / z.Length;
    }

    /// <summary>Focal loss with gamma 2 and alpha 0.25 for hard targets, with the logit u of the truth, t = sigmoid(u) and q = sigmoid(-u).</summary>
    public static float Focal(ReadOnlySpan<float> z, ReadOnlySpan<float> y, Span<float> gradient)
    {
        Span<float> sign = s_scratch.Take(0, z.Length);
        Span<float> t = s_scratch.Take(1, z.Length);
        Span<float> q = s_scratch.Take(2, z.Length);
        Span<float> weight = s_scratch.Take(3, z.Length);
        Span<float> log = gradient;
        TensorPrimitives.Multiply(y, 2, sign);
        TensorPrimitives.Subtract(sign, 1, sign);
        TensorPrimitives.Multiply(sign, z, t);
        TensorPrimitives.Negate(t, q);
        TensorPrimitives.Sigmoid(t, t);
        TensorPrimitives.Sigmoid(q, q);
        TensorPrimitives.Log(t, log);
        TensorPrimitives.Multiply(y, -0.5f, weight);
        TensorPrimitives.Add(weight, 0.75f, weight);
        TensorPrimitives.Multiply(weight, q, weight);
        TensorPrimitives.Multiply(weight, q, weight);
        float sum = -TensorPrimitives.Dot(weight, log);

        // -weight sign (q - 2 t log t)
        TensorPrimitives.Multiply(t, log, t);
        TensorPrimitives.MultiplyAdd(t, -2, q, t);
        TensorPrimitives.Multiply(t, weight, t);
        TensorPrimitives.Multiply(t, sign, t);
        TensorPrimitives.Multiply(t, -1f / z.Length, gradient);
        return sum / z.Length;
    }

    /// <summary>Asymmetric loss with gammas 0 and 4 and shift 0.05.</summary>
    public static float Asymmetric0(ReadOnlySpan<float> z, ReadOnlySpan<float> y, Span<float> gradient) =>
        Asymmetric(z, y, gradient, isPositiveFocused: false);

    /// <summary>Asymmetric loss with gammas 1 and 4 and shift 0.05.</summary>
    public static float Asymmetric1(ReadOnlySpan<float> z, ReadOnlySpan<float> y, Span<float> gradient) =>
        Asymmetric(z, y, gradient, isPositiveFocused: true);

    /// <summary>
    /// Softmax cross entropy. <see cref="TensorPrimitives.SoftMax(ReadOnlySpan{float}, Span{float})"/> is no help: it does not
    /// subtract the maximum, and does not say what the sum is.
    /// </summary>
    public static float SoftmaxCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient)
    {
        int classes = logits.Length / labels.Length;
        float scale = 1f / labels.Length;
        double total = 0;
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<float> z = logits.Slice(row * classes, classes);
            Span<float> g = gradient.Slice(row * classes, classes);
            float largest = TensorPrimitives.Max(z);
            TensorPrimitives.Subtract(z, largest, g);
            TensorPrimitives.Exp(g, g);
            float sum = TensorPrimitives.Sum<float>(g);
            TensorPrimitives.Multiply(g, scale / sum, g);
            g[labels[row]] -= scale;
            total += MathF.Log(sum) + largest - z[labels[row]];
        }

        return (float)(total / labels.Length);
    }

    private static float Asymmetric(ReadOnlySpan<float> z, ReadOnlySpan<float> y, Span<float> gradient, bool isPositiveFocused)
    {
        const float Shift = 0.05f;
        Span<float> p = s_scratch.Take(0, z.Length);
        Span<float> q = s_scratch.Take(1, z.Length);
        Span<float> positive = s_scratch.Take(2, z.Length);
        Span<float> log = s_scratch.Take(3, z.Length);
        Span<float> shiftedP = s_scratch.Take(4, z.Length);
        Span<float> shiftedQ = s_scratch.Take(5, z.Length);
        Span<float> negative = s_scratch.Take(6, z.Length);
        TensorPrimitives.Sigmoid(z, p);
        TensorPrimitives.Negate(z, q);
        TensorPrimitives.Sigmoid(q, q);

        // y = 1: the loss is -q^gamma log p, its derivative -q, or -q (q - p log p)
        TensorPrimitives.Log(p, log);
        TensorPrimitives.Multiply(y, q, positive);
        float sum = -TensorPrimitives.Dot(isPositiveFocused ? positive : y, log);
        if (isPositiveFocused)
        {
            TensorPrimitives.Multiply(p, log, log);
            TensorPrimitives.Subtract(q, log, log);
            TensorPrimitives.Multiply(positive, log, positive);
        }

        // y = 0: the loss is -p_m^4 log(1 - p_m), its derivative p q p_m^3 (p_m / (1 - p_m) - 4 log(1 - p_m))
        TensorPrimitives.Subtract(p, Shift, shiftedP);
        TensorPrimitives.Max(shiftedP, 0, shiftedP);
        TensorPrimitives.Add(q, Shift, shiftedQ);
        TensorPrimitives.Min(shiftedQ, 1, shiftedQ);
        TensorPrimitives.Log(shiftedQ, log);
        TensorPrimitives.Subtract(1, y, negative);
        TensorPrimitives.Multiply(negative, shiftedP, negative);
        TensorPrimitives.Multiply(negative, shiftedP, negative);
        TensorPrimitives.Multiply(negative, shiftedP, negative);
        TensorPrimitives.Divide(shiftedP, shiftedQ, shiftedQ);
        TensorPrimitives.Multiply(shiftedP, log, shiftedP);
        sum -= TensorPrimitives.Dot(negative, shiftedP);
        TensorPrimitives.MultiplyAdd(log, -4, shiftedQ, log);
        TensorPrimitives.Multiply(log, p, log);
        TensorPrimitives.Multiply(log, q, log);
        TensorPrimitives.Multiply(log, negative, log);

        TensorPrimitives.Subtract(log, positive, log);
        TensorPrimitives.Multiply(log, 1f / z.Length, gradient);
        return sum / z.Length;
    }
}
