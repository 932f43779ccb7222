using System;

namespace Quickstart;

/// <summary>
/// The same losses as plain loops, the way they are written without a generator: <see cref="MathF"/>, the exponential
/// shared, softplus in its stable form, powers multiplied out, soft targets allowed as in the kernels.
/// With e = exp(-|z|): p = sigmoid(z), q = 1 - p, -log p = log(1 + e) + max(-z, 0), -log q = log(1 + e) + max(z, 0).
/// </summary>
public static class ScalarLosses
{
    /// <summary>Binary cross entropy.</summary>
    public static float BinaryCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            float z = logits[i];
            float y = targets[i];
            float e = MathF.Exp(-MathF.Abs(z));
            float p = (z < 0 ? e : 1) / (1 + e);
            sum += MathF.Max(z, 0) - (z * y) + MathF.Log(1 + e);
            gradient[i] = scale * (p - y);
        }

        return (float)(sum / logits.Length);
    }

    /// <summary>Cross entropy with a weight per class.</summary>
    public static float BalancedCrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        const float Positive = 0.75f;
        const float Negative = 0.25f;
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            float z = logits[i];
            float y = targets[i];
            float e = MathF.Exp(-MathF.Abs(z));
            float log = MathF.Log(1 + e);
            float r = 1 / (1 + e);
            float p = z < 0 ? e * r : r;
            float q = z < 0 ? r : e * r;
            float positive = Positive * y;
            float negative = Negative * (1 - y);
            sum += (positive * (log + MathF.Max(-z, 0))) + (negative * (log + MathF.Max(z, 0)));
            gradient[i] = scale * ((negative * p) - (positive * q));
        }

        return (float)(sum / logits.Length);
    }

    /// <summary>Focal loss with gamma 2.</summary>
    public static float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        const float Positive = 0.25f;
        const float Negative = 0.75f;
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            float z = logits[i];
            float y = targets[i];
            float e = MathF.Exp(-MathF.Abs(z));
            float log = MathF.Log(1 + e);
            float r = 1 / (1 + e);
            float p = z < 0 ? e * r : r;
            float q = z < 0 ? r : e * r;
            float logP = log + MathF.Max(-z, 0);
            float logQ = log + MathF.Max(z, 0);
            float positive = Positive * y * q * q;
            float negative = Negative * (1 - y) * p * p;
            sum += (positive * logP) + (negative * logQ);
            gradient[i] = scale * ((negative * ((2 * q * logQ) + p)) - (positive * ((2 * p * logP) + q)));
        }

        return (float)(sum / logits.Length);
    }

    /// <summary>Asymmetric loss with gammas 1 and 4 and shift 0.05.</summary>
    public static float Asymmetric(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        const float Shift = 0.05f;
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            float z = logits[i];
            float y = targets[i];
            float e = MathF.Exp(-MathF.Abs(z));
            float r = 1 / (1 + e);
            float p = z < 0 ? e * r : r;
            float q = z < 0 ? r : e * r;
            float logP = MathF.Log(1 + e) + MathF.Max(-z, 0);
            float shiftedP = MathF.Max(p - Shift, 0);
            float shiftedQ = MathF.Min(q + Shift, 1);
            float logQ = -MathF.Log(shiftedQ);
            float positive = y * q;
            float negative = (1 - y) * shiftedP * shiftedP * shiftedP;
            sum += (positive * logP) + (negative * shiftedP * logQ);
            gradient[i] = scale * ((negative * p * q * ((4 * logQ) + (shiftedP / shiftedQ))) - (positive * ((p * logP) + q)));
        }

        return (float)(sum / logits.Length);
    }

    /// <summary>Poly-1 cross entropy with epsilon 1.</summary>
    public static float Poly1CrossEntropy(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            float z = logits[i];
            float y = targets[i];
            float e = MathF.Exp(-MathF.Abs(z));
            float log = MathF.Log(1 + e);
            float r = 1 / (1 + e);
            float p = z < 0 ? e * r : r;
            float q = z < 0 ? r : e * r;
            sum += (y * (log + MathF.Max(-z, 0) + q)) + ((1 - y) * (log + MathF.Max(z, 0) + p));
            gradient[i] = scale * (((1 - y) * p * (1 + q)) - (y * q * (1 + p)));
        }

        return (float)(sum / logits.Length);
    }

    /// <summary>Poly-1 focal loss with gamma 2 and epsilon 1.</summary>
    public static float Poly1Focal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            float z = logits[i];
            float y = targets[i];
            float e = MathF.Exp(-MathF.Abs(z));
            float log = MathF.Log(1 + e);
            float r = 1 / (1 + e);
            float p = z < 0 ? e * r : r;
            float q = z < 0 ? r : e * r;
            float logP = log + MathF.Max(-z, 0);
            float logQ = log + MathF.Max(z, 0);
            float positive = y * q * q;
            float negative = (1 - y) * p * p;
            sum += (positive * (logP + q)) + (negative * (logQ + p));
            gradient[i] = scale
                * ((negative * ((2 * q * logQ) + p + (3 * p * q))) - (positive * ((2 * p * logP) + q + (3 * q * p))));
        }

        return (float)(sum / logits.Length);
    }
}
