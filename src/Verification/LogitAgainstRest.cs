using System;
using System.Collections.Generic;

namespace LossGen.Verification;

/// <summary>
/// The logit of one class of a row against all the others, u_j = z_j - log sum_(i != j) exp z_i: the probability of the class is
/// sigmoid(u_j), its complement sigmoid(-u_j), and no difference of probabilities is taken.
/// <para>
/// A kernel computes it from d_i = z_i - M, M being the largest logit, exp d_i, their sum R and a logarithm of R, and each result
/// counts to the sensitivity (<see cref="Conditioned"/>) by what its rounding does. exp d_i is an atom, and exactly 1 where d_i = 0;
/// half an ulp of d_i is at most a quarter of what 4 ulp of a number are at least, relative to its size, so that the one rounding
/// of d_i adds |d_i| / 4 to the relative sensitivity of exp d_i. That of R is the mean of those of its parts, weighted by them.
/// The share exp d_k / R of a class in the others is an atom, with |d_k| / 4 more, and so is its complement, the sum of the
/// others.
/// </para>
/// <para>
/// A row that pays for its true class alone has M over the other classes, and u in double precision: in single precision the
/// sensitivity of u is that of log R alone. Where every class pays, M is over all classes, and x = log p_j = d_j - log(R_j + exp d_j) in the
/// kernel's type; the rounding of d_j and of x add |d_j| / 4 and |x| / 4, and the logarithm is an atom. The same holds for
/// x = u where the kernel's type is double.
/// </para>
/// </summary>
internal sealed class LogitAgainstRest
{
    // half an ulp in units of the least that 4 ulp can be: ulp(x) / 2 <= 2^-24 |x| and 4 ulp(x) > 4 * 2^-24 |x| in single precision
    private const double RoundingOfDifference = 0.25;

    private readonly int index;
    private readonly Conditioned[] exponentials;
    private readonly Conditioned sum;
    private readonly Conditioned value;

    private LogitAgainstRest(IReadOnlyList<double> logits, int index, double reference, Func<double, double, double> roundings)
    {
        this.index = index;
        double maximum = MaximumWithout(logits, index);
        exponentials = new Conditioned[logits.Count];
        for (int i = 0; i < logits.Count; i++)
        {
            exponentials[i] = i == index ? 0 : Exponential(Difference(logits[i], maximum), Difference(logits[i], reference));
        }

        sum = SumWithout(index);
        double logit = Difference(logits[index], maximum) - Math.Log(sum.Value);
        double sensitivity = (sum.Sensitivity / sum.Value) + roundings(Difference(logits[index], reference), logit);
        value = new(logit, sensitivity);
    }

    /// <summary>Of the true class, where the row pays for it alone.</summary>
    public static LogitAgainstRest OfTrueClass(IReadOnlyList<double> logits, int index, FloatingPointFormat format)
    {
        bool isFormedInFormat = format == FloatingPointFormat.Of<double>();
        return new(logits, index, MaximumWithout(logits, index), (d, u) => isFormedInFormat ? Roundings(d, u) : 0);
    }

    /// <summary>Of any class, where every class pays.</summary>
    public static LogitAgainstRest OfEachClass(IReadOnlyList<double> logits, int index) =>
        new(logits, index, MaximumWithout(logits, -1), (d, u) => Roundings(d, -LossMath.Softplus(-u)));

    /// <summary>
    /// u_j as a function of z_k: the derivatives of a logarithm of a sum of exponentials are the share s of the variable's own
    /// in it, and s (1 - s).
    /// </summary>
    /// <param name="variable">k.</param>
    public HyperDual Along(int variable)
    {
        if (variable == index)
        {
            return new(value, 1, 0);
        }

        // of two classes, the share of the other one is exactly 1
        if (exponentials.Length == 2)
        {
            return new(value, -1, 0);
        }

        Conditioned share = Share(exponentials[variable]);
        return new(value, -share, -(share * Share(SumWithout(variable))));
    }

    // d and x rounded once each, and the logarithm between them
    private static double Roundings(double d, double x) =>
        double.IsInfinity(x) ? 0 : (RoundingOfDifference * (Math.Abs(d) + Math.Abs(x))) + Math.Abs(d - x);

    // of two infinities too, the difference of equal logits is 0
    private static double Difference(double logit, double other) => logit == other ? 0 : logit - other;

    private static double MaximumWithout(IReadOnlyList<double> logits, int index)
    {
        double maximum = double.NegativeInfinity;
        for (int i = 0; i < logits.Count; i++)
        {
            maximum = i == index ? maximum : Math.Max(maximum, logits[i]);
        }

        return maximum;
    }

    // e^d, where a kernel has the exponential of another difference
    private static Conditioned Exponential(double difference, double rounded)
    {
        double value = Math.Exp(difference);
        return new(value, value == 0 || rounded == 0 ? 0 : value * (1 + (RoundingOfDifference * Math.Abs(rounded))));
    }

    private Conditioned Share(Conditioned part) =>
        new(part.Value / sum.Value, Math.Max(part.Value, part.Sensitivity) / sum.Value);

    // Of the others without one of them. Up to half of a sum may be subtracted from it; with the error of each addition, by
    // Neumaier: the sum of a long row has as many roundings as the row has classes.
    private Conditioned SumWithout(int variable)
    {
        Conditioned part = exponentials[variable];
        if (variable != index && part.Value <= sum.Value / 2)
        {
            return new(sum.Value - part.Value, Math.Max(0, sum.Sensitivity - part.Sensitivity));
        }

        double total = 0;
        double error = 0;
        double sensitivity = 0;
        for (int i = 0; i < exponentials.Length; i++)
        {
            if (i == index || i == variable)
            {
                continue;
            }

            double addend = exponentials[i].Value;
            double next = total + addend;
            error += total >= addend ? total - next + addend : addend - next + total;
            total = next;
            sensitivity += exponentials[i].Sensitivity;
        }

        return new(total + error, sensitivity);
    }
}
