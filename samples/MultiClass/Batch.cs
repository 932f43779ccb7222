using System;

namespace MultiClass;

/// <summary>Logits and labels of a classifier halfway through its training.</summary>
public sealed class Batch
{
    /// <summary>Draws a batch: logits have a standard deviation of 2, and that of the row's class a mean of 4.</summary>
    /// <param name="rows">The number of rows.</param>
    /// <param name="classes">The number of classes.</param>
    public Batch(int rows, int classes)
    {
        Random random = new(Seed: 3);
        Logits = new float[rows * classes];
        Labels = new int[rows];
        Gradient = new float[rows * classes];
        for (int row = 0; row < rows; row++)
        {
            Labels[row] = random.Next(classes);
            for (int j = 0; j < classes; j++)
            {
                Logits[(row * classes) + j] = (float)((j == Labels[row] ? 4 : 0) + (2 * Normal(random)));
            }
        }
    }

    /// <summary>One logit per row and class, row after row.</summary>
    public float[] Logits { get; }

    /// <summary>The class of each row.</summary>
    public int[] Labels { get; }

    /// <summary>Room for the gradient.</summary>
    public float[] Gradient { get; }

    /// <summary>Computes a loss of the batch.</summary>
    public float Evaluate(LossFunction loss) => loss(Logits, Labels, Gradient);

    // Box and Muller, 1958
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
