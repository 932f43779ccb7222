using System;
using System.Linq;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>A row in double precision straight from the formulas, sums compensated, with what roundings may change.</summary>
/// <param name="Loss">The weighted loss.</param>
/// <param name="Gradient">The first derivatives.</param>
/// <param name="Hessian">The second derivatives.</param>
/// <param name="Magnitude">The sum of the magnitudes of what each second derivative is the sum of.</param>
/// <param name="Spread">|z_j - M|: as many half ulps the rounding of that difference is of the exponential.</param>
/// <param name="MeanSpread">The same of the sum of the exponentials.</param>
/// <param name="HessianSpread">The same of a second derivative, into which goes 1 - s: of the largest of the others, that is the sum of the rest.</param>
internal sealed record RowReference(double Loss, double[] Gradient, double[] Hessian, double[] Magnitude, double[] Spread, double MeanSpread, double[] HessianSpread)
{
    /// <summary>Loss and derivatives of a row of finite logits times a weight.</summary>
    public static RowReference Of<TTerm>(ReadOnlySpan<double> logits, int label, double weight = 1)
        where TTerm : ITerm
    {
        int classes = logits.Length;
        double maximum = double.NegativeInfinity;
        int largest = -1;
        for (int j = 0; j < classes; j++)
        {
            if (j != label && logits[j] > maximum)
            {
                (maximum, largest) = (logits[j], j);
            }
        }

        double[] e = new double[classes];
        double[] spread = new double[classes];
        for (int j = 0; j < classes; j++)
        {
            spread[j] = Math.Min(Math.Abs(logits[j] - maximum), 1000);
            e[j] = j == label ? 0 : Math.Exp(logits[j] - maximum);
        }

        double sum = Sum(e);
        double u = logits[label] - maximum - Math.Log(sum);
        (double loss, double first, double second) = TTerm.At(u);
        double ofSecond = TTerm.MagnitudeOfSecond(u, second);
        double[] gradient = new double[classes];
        double[] hessian = new double[classes];
        double[] magnitude = new double[classes];
        double rest = Sum([.. e.Where((_, j) => j != largest)]);
        for (int j = 0; j < classes; j++)
        {
            double s = e[j] / sum;
            double complement = j == largest ? rest / sum : 1 - s;
            gradient[j] = weight * (j == label ? first : -first * s);
            hessian[j] = weight * (j == label ? second : s * ((second * s) - (first * complement)));
            magnitude[j] = Math.Abs(weight) * (j == label ? ofSecond : s * ((ofSecond * s) + Math.Abs(first * complement)));
        }

        double[] weighted = [.. e.Zip(spread, (x, y) => x * y)];
        double[] hessianSpread = [.. spread];
        hessianSpread[largest] += rest == 0 ? 0 : Sum(weighted) / rest;
        return new(weight * loss, gradient, hessian, magnitude, spread, Sum(weighted) / sum, hessianSpread);
    }

    // Neumaier's sum
    private static double Sum(double[] terms)
    {
        double sum = 0;
        double correction = 0;
        foreach (double term in terms)
        {
            double next = sum + term;
            correction += Math.Abs(sum) >= Math.Abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }

        return sum + correction;
    }
}
