using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// a' S (1 - 2 p) + p (p S (A + A') - S A), the second derivative by a logit but the largest, where p is at most 1/2. A p that would
/// be denormal is 0.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct AllClassHessianPass<T>(
    ref readonly T second, ref readonly T exponentials, ref readonly AllClassFactors<T> factors, ref T hessian) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _second = ref second;
    private readonly ref readonly T _exponentials = ref exponentials;
    private readonly ref readonly AllClassFactors<T> _factors = ref factors;
    private readonly ref T _hessian = ref hessian;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector e = Lanes.Load<T, TVector>(in _exponentials, index);
        TVector normal = arithmetic.SelectLess(e, Period<T>.Load<TVector>(in _factors.Negligible[0], index), arithmetic.Constant(0), e);
        TVector p = arithmetic.Multiply(normal, Period<T>.Load<TVector>(in _factors.Probability[0], index));
        TVector inner = arithmetic.MultiplyAdd(
            p, Period<T>.Load<TVector>(in _factors.BothSums[0], index), Period<T>.Load<TVector>(in _factors.NegatedSum[0], index));
        TVector c = arithmetic.CopySign(arithmetic.Constant(Precision<T>.SmallestNormal), inner);
        TVector common = arithmetic.MultiplyAdd(p, inner, c);
        TVector own = arithmetic.Multiply(
            Lanes.Load<T, TVector>(in _second, index), arithmetic.NegatedMultiplyAdd(p, arithmetic.Constant(2), arithmetic.Constant(1)));
        TVector both = arithmetic.MultiplyAdd(own, Period<T>.Load<TVector>(in _factors.Scale[0], index), common);
        Lanes.Store(arithmetic.Subtract(both, c), ref _hessian, index);
    }
}
