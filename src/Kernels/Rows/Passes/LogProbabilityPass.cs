using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// v = min(z - M, 0) - log1p(R), kept apart from 0 and from infinity: factors like (1 - p)^(g - 1) log p stay finite at both ends.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct LogProbabilityPass<T>(ref readonly T logits, ref readonly RowSoftmax<T> softmax, ref T logProbabilities) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _logits = ref logits;
    private readonly ref readonly RowSoftmax<T> _softmax = ref softmax;
    private readonly ref T _logProbabilities = ref logProbabilities;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector difference = arithmetic.Subtract(
            Lanes.Load<T, TVector>(in _logits, index), Period<T>.Load<TVector>(in _softmax.Maxima[0], index));
        TVector v = arithmetic.Subtract(
            arithmetic.Min(arithmetic.Constant(0), difference), Period<T>.Load<TVector>(in _softmax.LogSums[0], index));
        TVector finite = arithmetic.Max(arithmetic.Constant(-Precision<T>.Largest), v);
        Lanes.Store(arithmetic.Min(arithmetic.Constant(-Precision<T>.SmallestNormal), finite), ref _logProbabilities, index);
    }
}
