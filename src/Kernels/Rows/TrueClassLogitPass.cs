using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>u = z_c - M - log R, the logit of the true class against the others; 0 in a row that does not count.</summary>
internal readonly ref struct TrueClassLogitPass(ref TrueClassBlock block) : IVectorPass<double>
{
    private readonly ref double _logits = ref block.Logits[0];
    private readonly ref readonly double _sums = ref block.Sums[0];
    private readonly ref readonly double _weights = ref block.Weights[0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector zero = arithmetic.Constant(0);
        TVector sum = Lanes.Load<double, TVector>(in _sums, index);
        TVector logarithm = functions.LogAny(sum, arithmetic.Subtract(arithmetic.Constant(1), sum));
        TVector u = arithmetic.Subtract(Lanes.Load<double, TVector>(in _logits, index), logarithm);
        TVector weight = Lanes.Load<double, TVector>(in _weights, index);
        TVector counting = arithmetic.SelectLess(weight, zero, u, arithmetic.SelectLess(zero, weight, u, weight));
        Lanes.Store(counting, ref _logits, index);
    }
}
