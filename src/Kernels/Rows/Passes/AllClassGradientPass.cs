using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// a S + e f, the derivative by a logit but the largest. The product e f is denormal neither by itself nor as a result: c, the
/// smallest normal number with its sign, is added and taken away.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct AllClassGradientPass<T>(
    ref readonly T first, ref readonly T exponentials, ref readonly AllClassFactors<T> factors, ref T gradient) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _first = ref first;
    private readonly ref readonly T _exponentials = ref exponentials;
    private readonly ref readonly AllClassFactors<T> _factors = ref factors;
    private readonly ref T _gradient = ref gradient;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector factor = Period<T>.Load<TVector>(in _factors.First[0], index);
        TVector normal = arithmetic.CopySign(arithmetic.Constant(Precision<T>.SmallestNormal), factor);
        TVector common = arithmetic.MultiplyAdd(Lanes.Load<T, TVector>(in _exponentials, index), factor, normal);
        TVector own = Lanes.Load<T, TVector>(in _first, index);
        TVector both = arithmetic.MultiplyAdd(own, Period<T>.Load<TVector>(in _factors.Scale[0], index), common);
        Lanes.Store(arithmetic.Subtract(both, normal), ref _gradient, index);
    }
}
