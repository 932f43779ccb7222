using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// The place of a row among the bins, b (1 - p) = b sigmoid(-u), as <see cref="GradientBinPass{T}"/> has it of elements; u is the
/// logit of the true class against the others, so that nothing is subtracted from 1.
/// </summary>
internal readonly ref struct TrueClassBinPass(ref readonly double logits, ref double places, double bins) : IVectorPass<double>
{
    private readonly ref readonly double _logits = ref logits;
    private readonly ref double _places = ref places;
    private readonly double _bins = bins;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector norm = functions.Sigmoid(arithmetic.Negate(Lanes.Load<double, TVector>(in _logits, index)));
        TVector place = arithmetic.Min(arithmetic.Multiply(norm, arithmetic.Constant(_bins)), arithmetic.Constant(_bins - 1));
        TVector unordered = arithmetic.Constant(GradientBins.NotCounted);

        // g is at most 1 unless it is NaN
        Lanes.Store(arithmetic.SelectLess(norm, arithmetic.Constant(2), place, unordered), ref _places, index);
    }
}
