using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// The second derivative by the logits of the other classes, s (h s - b (1 - s)) with s = e g. An s that would be denormal is 0.
/// 1 - s is a subtraction but for the largest, e = 1, which may be next to all of the sum: that one is given.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct HessianPass<T>(ref readonly T exponentials, ref readonly HessianFactors<T> factors, ref T hessian) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _exponentials = ref exponentials;
    private readonly ref readonly HessianFactors<T> _factors = ref factors;
    private readonly ref T _hessian = ref hessian;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector one = arithmetic.Constant(1);
        TVector e = Lanes.Load<T, TVector>(in _exponentials, index);
        TVector normal = arithmetic.SelectLess(e, Period<T>.Load<TVector>(in _factors.Negligible[0], index), arithmetic.Constant(0), e);
        TVector s = arithmetic.Multiply(normal, Period<T>.Load<TVector>(in _factors.Share[0], index));
        TVector complement = arithmetic.SelectLess(
            e, one, arithmetic.Subtract(one, s), Period<T>.Load<TVector>(in _factors.ComplementOfLargest[0], index));
        TVector linear = arithmetic.Multiply(Period<T>.Load<TVector>(in _factors.NegatedFirst[0], index), complement);
        TVector inner = arithmetic.MultiplyAdd(Period<T>.Load<TVector>(in _factors.Second[0], index), s, linear);
        TVector c = arithmetic.CopySign(arithmetic.Constant(Precision<T>.SmallestNormal), inner);
        Lanes.Store(arithmetic.Subtract(arithmetic.MultiplyAdd(s, inner, c), c), ref _hessian, index);
    }
}
