using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary><see cref="GradientBins.Masked"/> in place of the place of an element whose weight is not above 0.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct MaskPass<T>(ref readonly T weights, ref T places) : IVectorPass<T>
    where T : unmanaged
{
    private readonly ref readonly T _weights = ref weights;
    private readonly ref T _places = ref places;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector weight = Lanes.Load<T, TVector>(in _weights, index);
        TVector place = Lanes.Load<T, TVector>(in _places, index);
        TVector masked = arithmetic.Constant(GradientBins.Masked);
        Lanes.Store(arithmetic.SelectLess(arithmetic.Constant(0), weight, place, masked), ref _places, index);
    }
}
