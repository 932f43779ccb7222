using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>The <see cref="AllClassFactors{T}"/> of rows, as its formulas say.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="weights">The weight of each row.</param>
/// <param name="scale">What it is multiplied by to be S.</param>
/// <param name="rests">R.</param>
/// <param name="first">The sums of a_j without that of m, and those of m.</param>
/// <param name="second">The sums of a'_j without that of m, and those of m.</param>
/// <param name="factors">Receives the factors.</param>
internal readonly ref struct AllClassFactorsPass<T>(
    ref readonly double weights,
    double scale,
    ref readonly double rests,
    AllClassSums first,
    AllClassSums second,
    ref AllClassFactors<T> factors) : IVectorPass<double>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly double _weights = ref weights;
    private readonly double _scale = scale;
    private readonly ref readonly double _rests = ref rests;
    private readonly AllClassSums _first = first;
    private readonly AllClassSums _second = second;
    private readonly ref AllClassFactors<T> _factors = ref factors;

    /// <inheritdoc/>
    public static bool IsInterleaved => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector one = arithmetic.Constant(1);
        TVector rest = Lanes.Load<double, TVector>(in _rests, index);
        TVector whole = arithmetic.Add(one, rest);
        TVector p = arithmetic.Divide(one, whole);
        TVector q = arithmetic.Divide(rest, whole);
        TVector s = arithmetic.Multiply(Lanes.Load<double, TVector>(in _weights, index), arithmetic.Constant(_scale));
        TVector firstOthers = Lanes.Load<double, TVector>(in _first.Others, index);
        TVector firstLargest = Lanes.Load<double, TVector>(in _first.Largest, index);
        TVector secondOthers = Lanes.Load<double, TVector>(in _second.Others, index);
        TVector secondLargest = Lanes.Load<double, TVector>(in _second.Largest, index);
        TVector a = arithmetic.Multiply(s, arithmetic.Add(firstOthers, firstLargest));
        TVector b = arithmetic.Multiply(s, arithmetic.Add(secondOthers, secondLargest));
        Precision<T>.Store(s, ref _factors.Scale[0], index, arithmetic);
        Precision<T>.Store(arithmetic.Negate(arithmetic.Multiply(a, p)), ref _factors.First[0], index, arithmetic);
        Precision<T>.Store(p, ref _factors.Probability[0], index, arithmetic);
        Precision<T>.Store(arithmetic.Divide(arithmetic.Constant(1.000001 * Precision<T>.SmallestNormal), p), ref _factors.Negligible[0], index, arithmetic);
        Precision<T>.Store(arithmetic.Negate(a), ref _factors.NegatedSum[0], index, arithmetic);
        Precision<T>.Store(arithmetic.Add(a, b), ref _factors.BothSums[0], index, arithmetic);

        TVector firstOfLargest = arithmetic.Subtract(arithmetic.Multiply(firstLargest, q), arithmetic.Multiply(p, firstOthers));
        Lanes.Store(arithmetic.Multiply(s, firstOfLargest), ref _factors.FirstOfLargest[0], index);
        TVector secondOfBoth = arithmetic.Add(
            arithmetic.Multiply(arithmetic.Multiply(secondLargest, q), q), arithmetic.Multiply(arithmetic.Multiply(p, p), secondOthers));
        TVector secondOfLargest = arithmetic.Subtract(arithmetic.Multiply(s, secondOfBoth), arithmetic.Multiply(arithmetic.Multiply(p, q), a));
        Lanes.Store(secondOfLargest, ref _factors.SecondOfLargest[0], index);
    }
}
