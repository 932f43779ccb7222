using System;

namespace LossGen.Benchmarks.Peers.Scalar;

/// <summary>
/// Plain loops over <see cref="MathF"/> for targets that are 0 or 1: what a side does not need it does not compute.
/// u is the logit of the truth, t its probability, and -log sigmoid(u) = log(1 + e) + max(-u, 0) with e = exp(-|u|).
/// </summary>
internal static class HardTargetLosses
{
    /// <summary>Focal loss with gamma 2 and alpha 0.25.</summary>
    public static float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            bool isPositive = targets[i] > 0.5f;
            float u = isPositive ? logits[i] : -logits[i];
            (float e, float t, float q) = Sigmoid.Of(u);
            float minusLogT = MathF.Log(1 + e) + MathF.Max(-u, 0);
            float weight = (isPositive ? 0.25f : 0.75f) * q * q;
            sum += weight * minusLogT;
            float slope = scale * weight * ((2 * t * minusLogT) + q);
            gradient[i] = isPositive ? -slope : slope;
        }

        return (float)(sum / logits.Length);
    }

    /// <summary>Focal loss with gamma 1.5 and alpha 0.25.</summary>
    public static float FocalOneAndAHalf(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            bool isPositive = targets[i] > 0.5f;
            float u = isPositive ? logits[i] : -logits[i];
            (float e, float t, float q) = Sigmoid.Of(u);
            float minusLogT = MathF.Log(1 + e) + MathF.Max(-u, 0);
            float weight = (isPositive ? 0.25f : 0.75f) * q * MathF.Sqrt(q);
            sum += weight * minusLogT;
            float slope = scale * weight * ((1.5f * t * minusLogT) + q);
            gradient[i] = isPositive ? -slope : slope;
        }

        return (float)(sum / logits.Length);
    }

    /// <summary>Asymmetric loss with gammas 0 and 4 and shift 0.05.</summary>
    public static float Asymmetric0(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            (float e, float p, float q) = Sigmoid.Of(logits[i]);
            if (targets[i] > 0.5f)
            {
                float minusLogP = MathF.Log(1 + e) + MathF.Max(-logits[i], 0);
                sum += minusLogP;
                gradient[i] = -scale * q;
            }
            else
            {
                (float loss, float slope) = ShiftedNegative(p, q);
                sum += loss;
                gradient[i] = scale * slope;
            }
        }

        return (float)(sum / logits.Length);
    }

    /// <summary>Asymmetric loss with gammas 1 and 4 and shift 0.05.</summary>
    public static float Asymmetric1(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            (float e, float p, float q) = Sigmoid.Of(logits[i]);
            if (targets[i] > 0.5f)
            {
                float minusLogP = MathF.Log(1 + e) + MathF.Max(-logits[i], 0);
                sum += q * minusLogP;
                gradient[i] = -scale * q * ((p * minusLogP) + q);
            }
            else
            {
                (float loss, float slope) = ShiftedNegative(p, q);
                sum += loss;
                gradient[i] = scale * slope;
            }
        }

        return (float)(sum / logits.Length);
    }

    // p_m^4 (-log(1 - p_m)) and its derivative, p_m = max(p - 0.05, 0)
    private static (float Loss, float Slope) ShiftedNegative(float p, float q)
    {
        const float Shift = 0.05f;
        float shiftedP = MathF.Max(p - Shift, 0);
        float shiftedQ = MathF.Min(q + Shift, 1);
        float minusLogQ = -MathF.Log(shiftedQ);
        float cube = shiftedP * shiftedP * shiftedP;
        return (cube * shiftedP * minusLogQ, cube * p * q * ((4 * minusLogQ) + (shiftedP / shiftedQ)));
    }
}
