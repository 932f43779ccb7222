using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>Y (1 - s) + s / K: the share of a class in a soft target, smoothed.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct SoftSharePass<T>(ref readonly T targets, double kept, double smoothed, ref T shares) : IVectorPass<T>
    where T : unmanaged
{
    private readonly ref readonly T _targets = ref targets;
    private readonly double _kept = kept;
    private readonly double _smoothed = smoothed;
    private readonly ref T _shares = ref shares;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector share = arithmetic.MultiplyAdd(
            Lanes.Load<T, TVector>(in _targets, index), arithmetic.Constant(_kept), arithmetic.Constant(_smoothed));
        Lanes.Store(share, ref _shares, index);
    }
}
