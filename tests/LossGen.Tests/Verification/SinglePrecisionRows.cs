using System;
using System.Linq;

namespace LossGen.Tests.Verification;

/// <summary>The probabilities of a row as a kernel of single precision computes them: differences and exponentials rounded, their sum in double.</summary>
internal static class SinglePrecisionRows
{
    /// <summary>The true class by its logit against the rest in double precision, the others by their share in the rest.</summary>
    public static (double[] P, double[] Q, double[] V) OfTrueClass(double[] z, int label)
    {
        double maximum = z.Where((_, j) => j != label).Max();
        float[] e = [.. z.Select((logit, j) => j == label ? 0 : MathF.Exp((float)(logit - maximum)))];
        double rest = e.Sum(exponential => (double)exponential);
        double u = z[label] - maximum - Math.Log(rest);
        (double p, double q) = (LossMath.Sigmoid(u), LossMath.Sigmoid(-u));
        float[] shares = Array.ConvertAll(e, exponential => exponential * (float)(1 / rest));
        double[] others = [.. e.Select((_, j) => e.Where((_, i) => i != j).Sum(exponential => (double)exponential) / rest)];
        return (
            [.. shares.Select((share, j) => j == label ? p : q * share)],
            [.. others.Select((other, j) => j == label ? q : p + (q * other))],
            [.. z.Select((_, j) => j == label ? -LossMath.Softplus(-u) : double.NaN)]);
    }

    /// <summary>Every class by v = log p, rounded.</summary>
    public static (double[] P, double[] Q, double[] V) OfEachClass(double[] z, int label)
    {
        int largest = Array.IndexOf(z, z.Max());
        float[] d = Array.ConvertAll(z, logit => (float)(logit - z[largest]));
        double others = d.Where((_, j) => j != largest).Sum(difference => (double)MathF.Exp(difference));
        float logarithm = (float)LossMath.Log1P(others);
        float[] v = Array.ConvertAll(d, difference => difference - logarithm);
        return (
            Array.ConvertAll(v, logarithmOfP => (double)MathF.Exp(logarithmOfP)),
            Array.ConvertAll(v, logarithmOfP => (double)(float)-LossMath.Expm1(logarithmOfP)),
            Array.ConvertAll(v, logarithmOfP => (double)logarithmOfP));
    }
}
