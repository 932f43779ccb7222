using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>-b / R: what an exponential is multiplied by to be the derivative by its logit. Without others there is nothing to share out.</summary>
internal readonly ref struct SharePass(ref readonly double first, ref readonly double sums, ref double factors) : IVectorPass<double>
{
    private readonly ref readonly double _first = ref first;
    private readonly ref readonly double _sums = ref sums;
    private readonly ref double _factors = ref factors;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector first = Lanes.Load<double, TVector>(in _first, index);
        TVector sum = Lanes.Load<double, TVector>(in _sums, index);
        TVector factor = arithmetic.Negate(arithmetic.Divide(first, sum));
        Lanes.Store(arithmetic.SelectLess(arithmetic.Constant(0), sum, factor, first), ref _factors, index);
    }
}
