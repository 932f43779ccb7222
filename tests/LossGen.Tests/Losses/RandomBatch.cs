using System;
using System.Linq;

namespace LossGen.Tests.Losses;

/// <summary>Random logits and targets, always the same; tests do not write to them.</summary>
internal static class RandomBatch
{
    public const int Classes = 8;
    public const int Length = 5000 * Classes;

    public static float[] Logits { get; } = Uniform(1, Length, -20, 20);

    public static float[] SoftTargets { get; } = Uniform(2, Length, 0, 1);

    public static float[] HardTargets { get; } = Array.ConvertAll(SoftTargets, y => MathF.Round(y));

    public static float[] Uniform(int seed, int count, double low, double high)
    {
        Random random = new(seed);
        return Enumerable.Range(0, count).Select(_ => (float)(low + ((high - low) * random.NextDouble()))).ToArray();
    }
}
