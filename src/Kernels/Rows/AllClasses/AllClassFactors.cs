namespace LossGen.Kernels;

/// <summary>
/// What the derivatives of 16 rows, or of one, have in common. With A = sum_j a_j and A' = sum_j a'_j the derivatives by z_k are
/// a_k - p_k A and a'_k (1 - 2 p_k) - p_k (1 - p_k) A + p_k^2 A'. For the class m of the largest logit 1 - p_m is given, and the
/// sums leave it out: a_m (1 - p_m) - p_m (A - a_m) and a'_m (1 - p_m)^2 - p_m (1 - p_m) A + p_m^2 (A' - a'_m).
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal struct AllClassFactors<T>
    where T : unmanaged
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
