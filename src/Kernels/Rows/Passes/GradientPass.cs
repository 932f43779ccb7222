using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// e f, as (e f + c) - c with c the smallest normal number with the sign of f: the rounded multiplication gives no denormal
/// number, and the subtraction of normal numbers has no slow path. f is normal or 0.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct GradientPass<T>(ref readonly T exponentials, ref readonly T factors, ref T gradient) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _exponentials = ref exponentials;
    private readonly ref readonly T _factors = ref factors;
    private readonly ref T _gradient = ref gradient;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector factor = Period<T>.Load<TVector>(in _factors, index);
        TVector normal = arithmetic.CopySign(arithmetic.Constant(Precision<T>.SmallestNormal), factor);
        TVector e = Lanes.Load<T, TVector>(in _exponentials, index);
        Lanes.Store(arithmetic.Subtract(arithmetic.MultiplyAdd(e, factor, normal), normal), ref _gradient, index);
    }
}
