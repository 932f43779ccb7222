using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>e^x in place of an x that is not above 0: a normal number or 0.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct TileExponentialsPass<T>(ref T tiles) : IVectorPass<T>
    where T : unmanaged
{
    private readonly ref T _tiles = ref tiles;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector> =>
        Lanes.Store(functions.ExpNonPositive(Lanes.Load<T, TVector>(in _tiles, index)), ref _tiles, index);
}
