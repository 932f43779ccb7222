using System;

namespace LossGen.Benchmarks.Peers.Scalar;

/// <summary>
/// GHM-C as plain loops: one pass that counts gradient norms |p - y| by bins, and one that weighs binary cross entropy with
/// n / (count * occupied bins) (Li et al., 2019, as in the authors' code).
/// </summary>
internal static class HarmonizedLosses
{
    /// <summary>With 10 bins.</summary>
    public static float Bins10(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient) => Run(logits, targets, gradient, bins: 10);

    /// <summary>With 30 bins.</summary>
    public static float Bins30(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient) => Run(logits, targets, gradient, bins: 30);

    private static float Run(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient, int bins)
    {
        Span<int> counts = stackalloc int[bins];
        counts.Clear();
        for (int i = 0; i < logits.Length; i++)
        {
            (_, float p, _) = Sigmoid.Of(logits[i]);
            gradient[i] = p - targets[i];
            counts[Bin(gradient[i], bins)]++;
        }

        Span<float> weights = stackalloc float[bins];
        int occupied = bins - counts.Count(0);
        for (int bin = 0; bin < bins; bin++)
        {
            weights[bin] = counts[bin] == 0 ? 0 : logits.Length / ((float)counts[bin] * occupied);
        }

        double sum = 0;
        float scale = 1f / logits.Length;
        for (int i = 0; i < logits.Length; i++)
        {
            float z = logits[i];
            float weight = weights[Bin(gradient[i], bins)];
            sum += weight * (MathF.Max(z, 0) - (z * targets[i]) + MathF.Log(1 + MathF.Exp(-MathF.Abs(z))));
            gradient[i] *= scale * weight;
        }

        return (float)(sum / logits.Length);
    }

    // the last bin is closed
    private static int Bin(float difference, int bins) => Math.Min((int)(MathF.Abs(difference) * bins), bins - 1);
}
