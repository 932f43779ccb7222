using System;

namespace LossGen.Benchmarks.Peers.Scalar;

/// <summary>The loops over <see cref="MathF"/> that the Quickstart does not have; targets may be soft.</summary>
internal static class SoftTargetLosses
{
    /// <summary>Asymmetric loss with gammas 0 and 4 and shift 0.05.</summary>
    public static float Asymmetric0(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        const float Shift = 0.05f;
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            float z = logits[i];
            float y = targets[i];
            (float e, float p, float q) = Sigmoid.Of(z);
            float minusLogP = MathF.Log(1 + e) + MathF.Max(-z, 0);
            float shiftedP = MathF.Max(p - Shift, 0);
            float shiftedQ = MathF.Min(q + Shift, 1);
            float minusLogQ = -MathF.Log(shiftedQ);
            float negative = (1 - y) * shiftedP * shiftedP * shiftedP;
            sum += (y * minusLogP) + (negative * shiftedP * minusLogQ);
            gradient[i] = scale * ((negative * p * q * ((4 * minusLogQ) + (shiftedP / shiftedQ))) - (y * q));
        }

        return (float)(sum / logits.Length);
    }

    /// <summary>Hill loss with lambda 1.5, positives focused with gamma 1.</summary>
    public static float Hill(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            float z = logits[i];
            float y = targets[i];
            (float e, float p, float q) = Sigmoid.Of(z);
            float minusLogP = MathF.Log(1 + e) + MathF.Max(-z, 0);
            float positive = y * q;
            float negative = (1 - y) * p * p;
            sum += (positive * minusLogP) + (negative * (1.5f - p));
            gradient[i] = scale * ((negative * q * (3 - (3 * p))) - (positive * ((p * minusLogP) + q)));
        }

        return (float)(sum / logits.Length);
    }
}
