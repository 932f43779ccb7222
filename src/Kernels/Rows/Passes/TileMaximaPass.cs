using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// The logit of the true class and the largest logit of the others in each of the rows of tiles, one index per row. In place of the true
/// class and of classes that fill up the tile there is -infinity then.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="tiles">Some tiles of <paramref name="length"/> numbers.</param>
/// <param name="length">The number of elements of a tile.</param>
/// <param name="classes">The number of classes.</param>
/// <param name="labels">The true classes, as numbers.</param>
/// <param name="trueLogits">Receives the logits of the true classes.</param>
/// <param name="maxima">Receives the largest logits.</param>
/// <param name="finiteMaxima">Receives the nearest finite numbers, 16 of them for each four classes of a tile.</param>
internal readonly ref struct TileMaximaPass<T>(
    Span<T> tiles, int length, int classes, ReadOnlySpan<T> labels, Span<T> trueLogits, Span<T> maxima, Span<T> finiteMaxima) : IRowPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Span<T> _tiles = tiles;
    private readonly int _length = length;
    private readonly int _classes = classes;
    private readonly ref readonly T _labels = ref MemoryMarshal.GetReference(labels);
    private readonly ref T _trueLogits = ref MemoryMarshal.GetReference(trueLogits);
    private readonly ref T _maxima = ref MemoryMarshal.GetReference(maxima);
    private readonly ref T _finiteMaxima = ref MemoryMarshal.GetReference(finiteMaxima);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TVector, TArithmetic, TFunctions>(TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<Four<TVector>>
    {
        nuint length = (nuint)_length;
        nuint end = (nuint)(_classes * RowTile.Rows);
        nuint row = 0;
        for (nuint tile = 0; tile < (nuint)_tiles.Length; tile += length)
        {
            for (nuint lane = 0; lane < RowTile.Rows; lane += Lanes.Count<T, TVector>())
            {
                ref T first = ref Unsafe.Add(ref MemoryMarshal.GetReference(_tiles), tile + lane);
                TVector maximum = TakeTrueClass<TVector, TArithmetic>(arithmetic, ref first, end, row + lane);
                Lanes.Store(maximum, ref _maxima, row + lane);
                TVector finite = Precision<T>.Finite(maximum, arithmetic);
                for (nuint four = 0; four < length / 4; four += RowTile.Rows)
                {
                    Lanes.Store(finite, ref _finiteMaxima, (tile / 4) + four + lane);
                }

                for (nuint i = end; i < length; i += RowTile.Rows)
                {
                    Lanes.Store(arithmetic.Constant(double.NegativeInfinity), ref first, i);
                }
            }

            row += RowTile.Rows;
        }
    }

    // leaves -infinity of it, and returns the largest of the others
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TVector TakeTrueClass<TVector, TArithmetic>(TArithmetic arithmetic, ref T first, nuint end, nuint row)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        TVector label = Lanes.Load<T, TVector>(in _labels, row);
        TVector masked = arithmetic.Constant(double.NegativeInfinity);
        TVector maximum = masked;
        TVector trueLogit = masked;
        TVector number = arithmetic.Constant(0);
        for (nuint i = 0; i < end; i += RowTile.Rows)
        {
            TVector logit = Lanes.Load<T, TVector>(in first, i);
            TVector other = arithmetic.SelectEqual(label, number, masked, logit);
            trueLogit = arithmetic.SelectEqual(label, number, logit, trueLogit);
            maximum = arithmetic.Max(maximum, other);
            Lanes.Store(other, ref first, i);
            number = arithmetic.Add(number, arithmetic.Constant(1));
        }

        Lanes.Store(trueLogit, ref _trueLogits, row);
        return maximum;
    }
}
