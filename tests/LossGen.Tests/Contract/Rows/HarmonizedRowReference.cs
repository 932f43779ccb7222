using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Tests.Contract.Rows;

/// <summary>
/// Harmonized cross entropy over rows, written down from its definition without the library: softmax, g = 1 - p of the true class,
/// counts per bin, and the average of the authors' code, which starts at 0 and moves where a batch has a row.
/// </summary>
internal sealed class HarmonizedRowReference(int classes, int bins, double momentum)
{
    private readonly double[] averages = new double[bins];

    /// <summary>The mean loss of a batch, the weighted loss of each row and the derivative by each logit; null labels do not count.</summary>
    public (double Value, double[] Losses, double[] Gradient) Next(IReadOnlyList<double> logits, IReadOnlyList<int?> labels)
    {
        double[][] probabilities = [.. logits.Chunk(classes).Select(Softmax)];
        int?[] bin = [.. labels.Select((label, row) => label is int c ? Math.Min((int)((1 - probabilities[row][c]) * bins), bins - 1) : (int?)null)];
        int n = bin.Count(b => b is not null);
        int occupied = bin.OfType<int>().Distinct().Count();
        foreach (IGrouping<int, int> rows in bin.OfType<int>().GroupBy(b => b))
        {
            averages[rows.Key] = (momentum * averages[rows.Key]) + ((1 - momentum) * rows.Count());
        }

        double[] losses = new double[labels.Count];
        double[] gradient = new double[logits.Count];
        for (int row = 0; row < labels.Count; row++)
        {
            if (labels[row] is not int label)
            {
                continue;
            }

            double beta = n / averages[bin[row]!.Value] / occupied;
            losses[row] = -beta * Math.Log(probabilities[row][label]);
            for (int j = 0; j < classes; j++)
            {
                gradient[(row * classes) + j] = beta * (probabilities[row][j] - (j == label ? 1 : 0)) / n;
            }
        }

        return (losses.Sum() / Math.Max(n, 1), losses, gradient);
    }

    private static double[] Softmax(double[] logits)
    {
        double maximum = logits.Max();
        double[] exponentials = Array.ConvertAll(logits, logit => Math.Exp(logit - maximum));
        double sum = exponentials.Sum();
        return Array.ConvertAll(exponentials, exponential => exponential / sum);
    }
}
