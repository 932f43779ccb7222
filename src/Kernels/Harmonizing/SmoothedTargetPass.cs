using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>Targets with label smoothing s: (1 - s) y + s / 2.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct SmoothedTargetPass<T>(ref readonly T targets, ref T smoothed, double labelSmoothing) : IVectorPass<T>
    where T : unmanaged
{
    private readonly ref readonly T _targets = ref targets;
    private readonly ref T _smoothed = ref smoothed;
    private readonly double _labelSmoothing = labelSmoothing;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector target = Lanes.Load<T, TVector>(in _targets, index);
        TVector kept = arithmetic.Constant(1 - _labelSmoothing);
        Lanes.Store(arithmetic.MultiplyAdd(target, kept, arithmetic.Constant(_labelSmoothing / 2)), ref _smoothed, index);
    }
}
