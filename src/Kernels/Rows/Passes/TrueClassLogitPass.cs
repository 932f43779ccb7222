using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// u = (z_c - M) - log R, the logit of the true class against the others; 0 in a row that does not count. Of finite logits it is
/// within the range of <typeparamref name="T"/>.
/// </summary>
/// <typeparam name="T">The type of the logits.</typeparam>
internal readonly ref struct TrueClassLogitPass<T>(ref TrueClassBlock<T> block) : IVectorPass<double>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref double _logits = ref block.Logits[0];
    private readonly ref readonly T _trueLogits = ref block.TrueLogits[0];
    private readonly ref readonly T _maxima = ref block.Maxima[0];
    private readonly ref readonly double _sums = ref block.Sums[0];
    private readonly ref readonly double _weights = ref block.Weights[0];
    private readonly bool _everyRowCounts = block.EveryRowCounts;

    /// <inheritdoc/>
    public static bool IsInterleaved => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector zero = arithmetic.Constant(0);
        TVector sum = Lanes.Load<double, TVector>(in _sums, index);
        TVector logarithm = functions.LogAboveOne(sum, arithmetic.Subtract(arithmetic.Constant(1), sum));
        TVector ofOthers = arithmetic.SelectEqual(sum, zero, arithmetic.Constant(double.NegativeInfinity), logarithm);
        TVector u = arithmetic.Subtract(Difference<TVector, TArithmetic>(index, arithmetic), ofOthers);
        if (!_everyRowCounts)
        {
            TVector weight = Lanes.Load<double, TVector>(in _weights, index);
            u = arithmetic.SelectLess(weight, zero, u, arithmetic.SelectLess(zero, weight, u, weight));
        }

        Lanes.Store(u, ref _logits, index);
    }

    // Halves of finite logits have a finite difference. The infinite ones keep their limits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector Difference<TVector, TArithmetic>(nuint index, TArithmetic arithmetic)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        TVector logit = Lanes.Widen<T, TVector>(in _trueLogits, index);
        TVector maximum = Lanes.Widen<T, TVector>(in _maxima, index);
        TVector half = arithmetic.Constant(0.5);
        TVector halfDifference = arithmetic.Subtract(arithmetic.Multiply(logit, half), arithmetic.Multiply(maximum, half));
        TVector difference = arithmetic.Subtract(logit, maximum);
        return arithmetic.SelectLess(
            arithmetic.Constant(double.NegativeInfinity), arithmetic.NegativeAbs(halfDifference), Precision<T>.Finite(difference, arithmetic), difference);
    }
}
