using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// The largest logit of each of the 16 rows of a tile, made finite, and the first class that has it, as a number; class 0 in a row
/// that is not made of numbers.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct TileLargestPass<T>(ref readonly T tile, int classes, ref T maxima, ref T largest) : IVectorPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _tile = ref tile;
    private readonly int _classes = classes;
    private readonly ref T _maxima = ref maxima;
    private readonly ref T _largest = ref largest;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector maximum = RowTile.Maximum<T, TVector, TArithmetic>(in _tile, _classes, index, arithmetic);
        Lanes.Store(Precision<T>.Finite(maximum, arithmetic), ref _maxima, index);

        TVector one = arithmetic.Constant(1);
        TVector number = arithmetic.Constant(_classes - 1);
        TVector largest = arithmetic.Constant(0);
        for (int j = _classes - 1; j >= 0; j--)
        {
            TVector logit = Lanes.Load<T, TVector>(in _tile, (nuint)(RowTile.Rows * j) + index);
            TVector found = arithmetic.SelectLess(arithmetic.NegativeAbs(logit), one, number, largest);
            largest = arithmetic.SelectLess(logit, maximum, largest, found);
            number = arithmetic.Subtract(number, one);
        }

        Lanes.Store(largest, ref _largest, index);
    }
}
