using System.Numerics;

namespace LossGen.Kernels;

/// <summary>What the second derivatives of 16 rows, or of one, have in common.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal struct HessianFactors<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>g: the share of a class among the others is s = e g.</summary>
    public Period<T> Share;

    /// <summary>Below it, e g is no normal number.</summary>
    public Period<T> Negligible;

    /// <summary>1 - s of the largest of the others.</summary>
    public Period<T> ComplementOfLargest;

    /// <summary>-b, b = dL/du.</summary>
    public Period<T> NegatedFirst;

    /// <summary>h = d2L/du2.</summary>
    public Period<T> Second;

    /// <summary>Sets what row number <paramref name="lane"/> of 16 has.</summary>
    public void Set(int lane, double share, double complementOfLargest, double first, double second)
    {
        T g = Precision<T>.Round(share);
        Share[lane] = g;
        Negligible[lane] = T.CreateTruncating(1.000001 * Precision<T>.SmallestNormal / double.CreateTruncating(g));
        ComplementOfLargest[lane] = Precision<T>.Round(complementOfLargest);
        NegatedFirst[lane] = Precision<T>.Round(-first);
        Second[lane] = Precision<T>.Round(second);
    }

    /// <summary>The 16 rows over and over.</summary>
    public void Repeat()
    {
        Share.Repeat();
        Negligible.Repeat();
        ComplementOfLargest.Repeat();
        NegatedFirst.Repeat();
        Second.Repeat();
    }

    /// <summary>One row all over.</summary>
    public void Fill()
    {
        Share.Fill(Share[0]);
        Negligible.Fill(Negligible[0]);
        ComplementOfLargest.Fill(ComplementOfLargest[0]);
        NegatedFirst.Fill(NegatedFirst[0]);
        Second.Fill(Second[0]);
    }
}
