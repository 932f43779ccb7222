using System;
using System.Linq;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>The textbook softmax of one row, p = exp z / sum exp z, with complements that know no cancellation.</summary>
internal sealed class RowProbabilities
{
    private readonly int _largest;

    public RowProbabilities(double[] logits)
    {
        double maximum = logits.Max();
        _largest = Array.IndexOf(logits, maximum);
        double[] exponentials = Array.ConvertAll(logits, z => Math.Exp(z - maximum));
        double[] others = SumsOfOthers(exponentials);
        double rest = others[_largest];
        double logSum = LogOfOnePlus(rest);
        P = Array.ConvertAll(exponentials, e => e / (1 + rest));
        Q = Array.ConvertAll(others, sum => sum / (1 + rest));
        Logarithms = Array.ConvertAll(logits, z => z - maximum - logSum);
    }

    public double[] P { get; }

    /// <summary>1 - p.</summary>
    public double[] Q { get; }

    /// <summary>log p.</summary>
    public double[] Logarithms { get; }

    /// <summary>The sum of all, as exact as can be.</summary>
    public static double Sum(double[] values)
    {
        double sum = 0;
        double lost = 0;
        foreach (double value in values)
        {
            double next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return sum + lost;
    }

    /// <summary>The sums of all but one each. Only where that is the largest may it be next to all of the sum.</summary>
    public double[] SumsOfOthers(double[] values)
    {
        double sum = Sum(values);
        double[] sums = Array.ConvertAll(values, value => sum - value);
        double[] others = [.. values];
        others[_largest] = 0;
        sums[_largest] = Sum(others);
        return sums;
    }

    // Kahan: what rounding does to 1 + x cancels
    private static double LogOfOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
