using System;
using System.Linq;
using System.Numerics.Tensors;

namespace MultiLabelTraining;

/// <summary>
/// Examples of a multi-label problem with a known generator: frequencies after Zipf, features that are the sum of the prototypes of
/// an example's labels and of noise.
/// </summary>
public sealed class LongTailedData
{
    /// <summary>The number of labels, as many as MS-COCO has.</summary>
    public const int Labels = 80;

    /// <summary>The number of features.</summary>
    public const int Features = 64;

    private const double PositivesPerExample = 2.9;
    private const double LargestFrequency = 0.5;
    private const float Noise = 0.8f;

    private LongTailedData(float[] features, float[] targets)
    {
        Inputs = features;
        Targets = targets;
    }

    /// <summary>One row of features per example.</summary>
    public float[] Inputs { get; }

    /// <summary>1 where the example is annotated with the label, else 0.</summary>
    public float[] Targets { get; }

    /// <summary>The number of examples.</summary>
    public int Count => Targets.Length / Labels;

    /// <summary>
    /// A set to train on, in which a part of the positives is not annotated, and a set to test on with all annotations. Label 0
    /// is the most frequent one, and so on.
    /// </summary>
    /// <param name="seed">What all randomness comes from.</param>
    /// <param name="train">The number of examples to train on.</param>
    /// <param name="test">The number of examples to test on.</param>
    /// <param name="unannotated">The part of the positives that is not annotated.</param>
    public static (LongTailedData Train, LongTailedData Test) Create(int seed, int train, int test, double unannotated)
    {
        Random random = new(seed);
        float[] prototypes = [.. Enumerable.Range(0, Labels * Features).Select(_ => Normal(random) / MathF.Sqrt(Features) * 3)];
        return (Draw(random, prototypes, train, unannotated), Draw(random, prototypes, test, unannotated: 0));
    }

    /// <summary>The probability of a label: as 1 / (rank + 1), none above one half, and 2.9 of them per example.</summary>
    public static double[] Frequencies()
    {
        double low = 0;
        double high = PositivesPerExample * Labels;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Zipf(middle).Sum() < PositivesPerExample ? (middle, high) : (low, middle);
        }

        return Zipf(low);
    }

    private static double[] Zipf(double scale) => [.. Enumerable.Range(1, Labels).Select(rank => Math.Min(scale / rank, LargestFrequency))];

    private static LongTailedData Draw(Random random, ReadOnlySpan<float> prototypes, int count, double unannotated)
    {
        double[] frequencies = Frequencies();
        float[] features = new float[count * Features];
        float[] targets = new float[count * Labels];
        for (int i = 0; i < count; i++)
        {
            Span<float> example = features.AsSpan(i * Features, Features);
            foreach (ref float feature in example)
            {
                feature = Noise * Normal(random);
            }

            for (int label = 0; label < Labels; label++)
            {
                if (random.NextDouble() < frequencies[label])
                {
                    TensorPrimitives.Add(example, prototypes.Slice(label * Features, Features), example);
                    targets[(i * Labels) + label] = random.NextDouble() < unannotated ? 0 : 1;
                }
            }
        }

        return new(features, targets);
    }

    // Box and Muller, 1958
    private static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
