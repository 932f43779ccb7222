using System;

namespace LossGen.Benchmarks.Peers.Scalar;

/// <summary>The probabilities of a logit, which share an exponential and a division.</summary>
internal static class Sigmoid
{
    /// <summary>e = exp(-|z|), p = sigmoid(z) and q = sigmoid(-z).</summary>
    public static (float E, float P, float Q) Of(float z)
    {
        float e = MathF.Exp(-MathF.Abs(z));
        float r = 1 / (1 + e);
        return z < 0 ? (e, e * r, r) : (e, r, e * r);
    }
}
