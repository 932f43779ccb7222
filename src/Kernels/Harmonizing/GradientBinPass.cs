using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// The place of an element among the bins, b |p - y|, of which the integral part is the bin: at most b - 1, since the last bin is
/// closed. <see cref="GradientBins.NotCounted"/> where it is NaN.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct GradientBinPass<T>(ref readonly T logits, ref readonly T targets, ref T places, int bins) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _logits = ref logits;
    private readonly ref readonly T _targets = ref targets;
    private readonly ref T _places = ref places;
    private readonly int _bins = bins;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector p = functions.Sigmoid(Lanes.Load<T, TVector>(in _logits, index));
        TVector norm = arithmetic.NegativeAbs(arithmetic.Subtract(p, Lanes.Load<T, TVector>(in _targets, index)));
        TVector place = arithmetic.Min(arithmetic.Multiply(norm, arithmetic.Constant(-_bins)), arithmetic.Constant(_bins - 1));
        TVector unordered = arithmetic.Constant(GradientBins.NotCounted);

        // -g is at most 0 unless it is NaN
        Lanes.Store(arithmetic.SelectLess(norm, arithmetic.Constant(1), place, unordered), ref _places, index);
    }
}
