using System;

namespace Quickstart;

/// <summary>Logits and targets of a multi-label problem, as a classifier halfway through its training gives them.</summary>
public sealed class Batch
{
    /// <summary>The labels of a row, as many as MS-COCO has.</summary>
    public const int Labels = 80;

    // MS-COCO has 2.9 labels per image on average
    private const double PositivesPerRow = 2.9;

    /// <summary>Draws a batch: positives have logits of mean 1, negatives of mean -4, both with a standard deviation of 2.</summary>
    /// <param name="rows">The number of rows.</param>
    public Batch(int rows)
    {
        Random random = new(Seed: 2);
        Logits = new float[rows * Labels];
        Targets = new float[rows * Labels];
        Gradient = new float[rows * Labels];
        for (int i = 0; i < Logits.Length; i++)
        {
            bool isPositive = random.NextDouble() < PositivesPerRow / Labels;
            Targets[i] = isPositive ? 1 : 0;
            Logits[i] = (float)((isPositive ? 1 : -4) + (2 * Normal(random)));
        }
    }

    /// <summary>Row-major, one logit per row and label.</summary>
    public float[] Logits { get; }

    /// <summary>1 where the row has the label, else 0.</summary>
    public float[] Targets { get; }

    /// <summary>Room for the gradient.</summary>
    public float[] Gradient { get; }

    /// <summary>Computes a loss of the batch.</summary>
    public float Evaluate(LossFunction loss) => loss(Logits, Targets, Gradient);

    // Box and Muller, 1958
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
