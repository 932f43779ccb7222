using System;
using System.Collections.Generic;

namespace LossGen.Verification;

/// <summary>
/// The logit of one class of a row against all the others, u_j = z_j - log sum_(i != j) exp z_i: the probability of the class is
/// sigmoid(u_j), its complement sigmoid(-u_j), and no difference of probabilities is taken.
/// <para>
/// A kernel computes it from d_i = z_i - M, M being the largest logit, exp d_i, their sum R and l = log R, and each result
/// counts to the sensitivity (<see cref="Conditioned"/>) by what its rounding does. exp d_i is an atom, and exactly 1 where d_i = 0;
/// half an ulp of d_i is at most a quarter of what 4 ulp of a number are at least, relative to its size, so that the one rounding
/// of d_i adds |d_i| / 4 to the relative sensitivity of exp d_i. That of R is the mean of those of its parts, weighted by them.
/// </para>
/// <para>
/// A row that pays for its true class alone has M and R over the other classes, and u = d - l in double precision: in single
/// precision the sensitivity of u is that of log R alone, and in double precision the roundings of d, l and u add |d| / 4 + |l| + |u| / 4.
/// The share exp d_k / R of another class in the rest is an atom, with |d_k| / 4 more.
/// </para>
/// <para>
/// Where every class pays, M and R are over all classes, and what is computed of each class, in the kernel's type, is v = log p = d - l.
/// The roundings add |d| / 4 + |l| + |v| / 4 to u, and to the relative sensitivity of each share, as p is exp v.
/// </para>
/// </summary>
internal sealed class LogitAgainstRest
{
    // half an ulp in units of the least that 4 ulp can be: ulp(x) / 2 <= 2^-24 |x| and 4 ulp(x) > 4 * 2^-24 |x| in single precision
    private const double RoundingOfDifference = 0.25;

    private readonly int index;
    private readonly Conditioned[] exponentials;
    private readonly Conditioned[] shares;
    private readonly Conditioned sum;
    private readonly Conditioned value;

    private LogitAgainstRest(
        IReadOnlyList<double> logits, int index, double reference, Func<double, double> roundingsOfLogit, Func<double, double> roundingsOfShare)
    {
        this.index = index;
        double maximum = MaximumWithout(logits, index);
        exponentials = new Conditioned[logits.Count];
        shares = new Conditioned[logits.Count];
        for (int i = 0; i < logits.Count; i++)
        {
            double d = Difference(logits[i], reference);
            double exponential = i == index ? 0 : Math.Exp(Difference(logits[i], maximum));
            exponentials[i] = new(exponential, d == 0 ? 0 : Sensitivity(exponential, RoundingOfDifference * Math.Abs(d)));
            shares[i] = new(exponential, Sensitivity(exponential, roundingsOfShare(d)));
        }

        sum = SumWithout(index);
        value = new(
            Difference(logits[index], maximum) - Math.Log(sum.Value),
            (sum.Sensitivity / sum.Value) + roundingsOfLogit(Difference(logits[index], reference)));
    }

    /// <summary>Of the true class, where the row pays for it alone.</summary>
    public static LogitAgainstRest OfTrueClass(IReadOnlyList<double> logits, int index, FloatingPointFormat format)
    {
        double maximum = MaximumWithout(logits, index);
        double logarithm = LogarithmWithout(logits, index, maximum);
        bool isRounded = format == FloatingPointFormat.Of<double>();
        return new(logits, index, maximum, d => isRounded ? Roundings(d, logarithm) : 0, d => RoundingOfDifference * Math.Abs(d));
    }

    /// <summary>Of any class, where every class pays.</summary>
    public static LogitAgainstRest OfEachClass(IReadOnlyList<double> logits, int index)
    {
        double maximum = MaximumWithout(logits, -1);
        double logarithm = LogarithmWithout(logits, -1, maximum);
        return new(logits, index, maximum, d => Roundings(d, logarithm), d => Roundings(d, logarithm));
    }

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

        Conditioned share = Share(shares[variable]);
        return new(value, -share, -(share * Share(SumWithout(variable))));
    }

    // d and d - l rounded once each, and the logarithm l
    private static double Roundings(double d, double l) =>
        double.IsInfinity(d) ? 0 : (RoundingOfDifference * (Math.Abs(d) + Math.Abs(d - l))) + Math.Abs(l);

    // of an exponential; that of minus infinity is exactly 0
    private static double Sensitivity(double exponential, double roundings) => exponential == 0 ? 0 : exponential * (1 + roundings);

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

    private static double LogarithmWithout(IReadOnlyList<double> logits, int index, double maximum)
    {
        double total = 0;
        for (int i = 0; i < logits.Count; i++)
        {
            total += i == index ? 0 : Math.Exp(Difference(logits[i], maximum));
        }

        return Math.Log(total);
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
