using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// The largest logit M of each of the 16 rows of a tile, one index per row, and min(z - M, 0) in place of each logit z: never above
/// 0, and with a finite M, so that an infinite z gives 0 or stays.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct TileMaximaPass<T>(ref T tile, int classes, ref T maxima) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref T _tile = ref tile;
    private readonly int _classes = classes;
    private readonly ref T _maxima = ref maxima;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        nuint end = (nuint)(_classes * RowTile.Rows) + index;
        TVector maximum = Lanes.Load<T, TVector>(in _tile, index);
        for (nuint i = index + RowTile.Rows; i < end; i += RowTile.Rows)
        {
            maximum = arithmetic.Max(maximum, Lanes.Load<T, TVector>(in _tile, i));
        }

        Lanes.Store(maximum, ref _maxima, index);
        TVector finite = Precision<T>.Finite(maximum, arithmetic);
        for (nuint i = index; i < end; i += RowTile.Rows)
        {
            TVector difference = arithmetic.Subtract(Lanes.Load<T, TVector>(in _tile, i), finite);
            Lanes.Store(arithmetic.Min(arithmetic.Constant(0), difference), ref _tile, i);
        }
    }
}
