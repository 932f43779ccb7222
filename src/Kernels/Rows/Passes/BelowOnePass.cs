using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>e &lt; 1 ? e : 0: the exponentials without the largest.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct BelowOnePass<T>(ref readonly T exponentials, ref T rest) : IVectorPass<T>
    where T : unmanaged
{
    private readonly ref readonly T _exponentials = ref exponentials;
    private readonly ref T _rest = ref rest;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector e = Lanes.Load<T, TVector>(in _exponentials, index);
        Lanes.Store(arithmetic.SelectLess(e, arithmetic.Constant(1), e, arithmetic.Constant(0)), ref _rest, index);
    }
}
