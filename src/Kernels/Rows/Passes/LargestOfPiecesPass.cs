using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>The largest of the numbers that are left of each of 16 rows, a tile, and the nearest finite number.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct LargestOfPiecesPass<T>(ref readonly T tile, int classes, ref T maxima, ref T finiteMaxima) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _tile = ref tile;
    private readonly int _classes = classes;
    private readonly ref T _maxima = ref maxima;
    private readonly ref T _finiteMaxima = ref finiteMaxima;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector maximum = RowTile.Maximum<T, TVector, TArithmetic>(in _tile, _classes, index, arithmetic);
        Lanes.Store(maximum, ref _maxima, index);
        Lanes.Store(Precision<T>.Finite(maximum, arithmetic), ref _finiteMaxima, index);
    }
}
