using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>
/// The softmax of 16 rows, or of one: with m the index of the largest logit M and R = sum_(j != m) exp(z_j - M), the others
/// among themselves, it is log p_j = (z_j - M) - log1p(R), and 1 - p_m = R / (1 + R) without a subtraction.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal struct RowSoftmax<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>M, or the nearest finite number.</summary>
    public Period<T> Maxima;

    /// <summary>log1p(R).</summary>
    public Period<T> LogSums;

    /// <summary>m.</summary>
    public RowLanes<int> Largest;

    /// <summary>R.</summary>
    public RowLanes<double> Rests;

    /// <summary>Sets log1p(R) of the first <paramref name="rows"/> rows.</summary>
    [SkipLocalsInit]
    public void SetLogSums(int rows)
    {
        Unsafe.SkipInit(out RowLanes<double> logSums);
        VectorPass.Run<double, LogSumPass>(new(ref Rests[0], ref logSums[0]), rows);
        for (int row = 0; row < rows; row++)
        {
            LogSums[row] = Precision<T>.Round(logSums[row]);
        }
    }
}
