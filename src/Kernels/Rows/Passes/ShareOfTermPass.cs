using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// y x in place of x, 0 where y is, whatever x: as (y x + c) - c with c the smallest normal number with the sign of x, which
/// leaves no denormal number.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct ShareOfTermPass<T>(ref readonly T shares, ref T terms) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _shares = ref shares;
    private readonly ref T _terms = ref terms;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector share = Lanes.Load<T, TVector>(in _shares, index);
        TVector term = Lanes.Load<T, TVector>(in _terms, index);
        TVector normal = arithmetic.CopySign(arithmetic.Constant(Precision<T>.SmallestNormal), term);
        TVector product = arithmetic.Subtract(arithmetic.MultiplyAdd(share, term, normal), normal);

        // a share that is NaN is not below 0 either, and stays
        Lanes.Store(arithmetic.SelectLess(arithmetic.NegativeAbs(share), arithmetic.Constant(0), product, share), ref _terms, index);
    }
}
