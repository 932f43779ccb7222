using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>1 for targets above 0.5, else 0.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct HardTargetPass<T>(ref readonly T targets, ref T hard) : IVectorPass<T>
    where T : unmanaged
{
    private readonly ref readonly T _targets = ref targets;
    private readonly ref T _hard = ref hard;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector target = Lanes.Load<T, TVector>(in _targets, index);
        Lanes.Store(arithmetic.SelectLess(arithmetic.Constant(0.5), target, arithmetic.Constant(1), arithmetic.Constant(0)), ref _hard, index);
    }
}
