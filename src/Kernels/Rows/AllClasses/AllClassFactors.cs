using System.Numerics;

namespace LossGen.Kernels;

/// <summary>
/// What the derivatives of 16 rows, or of one, have in common. With A = sum_j a_j and A' = sum_j a'_j the derivatives by z_k are
/// a_k - p_k A and a'_k (1 - 2 p_k) - p_k (1 - p_k) A + p_k^2 A'. For the class m of the largest logit 1 - p_m is given, and the
/// sums leave it out: a_m (1 - p_m) - p_m (A - a_m) and a'_m (1 - p_m)^2 - p_m (1 - p_m) A + p_m^2 (A' - a'_m).
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal struct AllClassFactors<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>S, what all derivatives of the row are multiplied by.</summary>
    public Period<T> Scale;

    /// <summary>-S A / (1 + R): times e_k it is -S p_k A.</summary>
    public Period<T> First;

    /// <summary>1 / (1 + R): p_k = e_k / (1 + R).</summary>
    public Period<T> Probability;

    /// <summary>Below it, e_k / (1 + R) is no normal number.</summary>
    public Period<T> Negligible;

    /// <summary>-S A.</summary>
    public Period<T> NegatedSum;

    /// <summary>S (A + A').</summary>
    public Period<T> BothSums;

    /// <summary>S times the derivative by z_m.</summary>
    public RowLanes<double> FirstOfLargest;

    /// <summary>S times the second derivative by z_m.</summary>
    public RowLanes<double> SecondOfLargest;

    /// <summary>Sets what one row has.</summary>
    /// <param name="row">Its place among the rows.</param>
    /// <param name="scale">S.</param>
    /// <param name="rest">R.</param>
    /// <param name="first">The sum of a_j without that of m, and that of m.</param>
    /// <param name="second">The sum of a'_j without that of m, and that of m.</param>
    public void Set(int row, double scale, double rest, (double Others, double Largest) first, (double Others, double Largest) second)
    {
        double p = 1 / (1 + rest);
        double q = rest / (1 + rest);
        double a = scale * (first.Others + first.Largest);
        T probability = T.CreateTruncating(p);
        Scale[row] = Precision<T>.Round(scale);
        First[row] = Precision<T>.Round(-(a * p));
        Probability[row] = probability;
        Negligible[row] = T.CreateTruncating(1.000001 * Precision<T>.SmallestNormal / double.CreateTruncating(probability));
        NegatedSum[row] = Precision<T>.Round(-a);
        BothSums[row] = Precision<T>.Round(a + (scale * (second.Others + second.Largest)));
        FirstOfLargest[row] = scale * ((first.Largest * q) - (p * first.Others));
        SecondOfLargest[row] = (scale * ((second.Largest * q * q) + (p * p * second.Others))) - (p * q * a);
    }

    /// <summary>The 16 rows over and over.</summary>
    public void Repeat()
    {
        Scale.Repeat();
        First.Repeat();
        Probability.Repeat();
        Negligible.Repeat();
        NegatedSum.Repeat();
        BothSums.Repeat();
    }

    /// <summary>One row all over.</summary>
    public void Fill()
    {
        Scale.Fill(Scale[0]);
        First.Fill(First[0]);
        Probability.Fill(Probability[0]);
        Negligible.Fill(Negligible[0]);
        NegatedSum.Fill(NegatedSum[0]);
        BothSums.Fill(BothSums[0]);
    }
}
