using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>Rows 16 at a time, transposed so that each has a lane: no vector is wasted however few the classes.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct ShortRows<T> : IRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The largest number of classes.</summary>
    public const int MaxClasses = 28;

    private readonly ReadOnlySpan<T> _logits;
    private readonly Span<T> _gradient;
    private readonly Span<T> _hessian;
    private readonly int _classes;
    private readonly Span<T> _tiles;
    private readonly Span<T> _labels;
    private readonly bool _isStreamed;

    /// <summary>Rows of that many logits; the derivatives that are not asked for are empty.</summary>
    /// <param name="logits">The logits.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="gradient">Receives the gradient.</param>
    /// <param name="hessian">Receives the second derivatives.</param>
    /// <param name="tiles">Memory for the rows of a block.</param>
    /// <param name="labels">Memory for their labels as numbers.</param>
    public ShortRows(ReadOnlySpan<T> logits, int classes, Span<T> gradient, Span<T> hessian, Span<T> tiles, Span<T> labels)
    {
        _logits = logits;
        _gradient = gradient;
        _hessian = hessian;
        _classes = classes;
        _tiles = tiles;
        _labels = labels;
        _isStreamed = MainMemory.Receives(logits, gradient);
    }

    /// <inheritdoc/>
    public int PartLength => LengthOfBlock(_classes);

    private int TileLength => RowTile.Rows * Padded(_classes);

    /// <summary>The number of rows of a block, but the last one, of that many classes.</summary>
    public static int LengthOfBlock(int classes) => Math.Min(RowBlock.Length, RowTiles<T>.Length / (RowTile.Rows * Padded(classes)) * RowTile.Rows);

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Read(ref TrueClassBlock<T> block, int firstRow, int count)
    {
        Unsafe.SkipInit(out FourBuffer maxima);

        // Each step is taken for all tiles before the next one: what was stored in other pieces than it is loaded in has time to arrive.
        RowTile.LoadAll(_logits.Slice(firstRow * _classes, count * _classes), _classes, Tiles(count), TileLength);
        FindMaxima(ref block, count, maxima);
        Exponentiate(ref block, firstRow, count, maxima);
        if (!_hessian.IsEmpty)
        {
            SumRests(ref block, count);
        }
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Write(ref TrueClassBlock<T> block, int firstRow, int count)
    {
        if (!_hessian.IsEmpty)
        {
            WriteHessian(in block, count, _hessian.Slice(firstRow * _classes, count * _classes));
        }

        if (_isStreamed)
        {
            StreamGradient(in block, count, _gradient.Slice(firstRow * _classes, count * _classes));
        }
        else if (!_gradient.IsEmpty)
        {
            WriteGradient(in block, count, _gradient.Slice(firstRow * _classes, count * _classes));
        }
    }

    // Classes that are masked make up whole groups of the summation, which are four vectors at a time for all passes.
    private static int Padded(int classes) => (classes + 3) & ~3;

    private Span<T> Tiles(int count) => _tiles[..((((count - 1) / RowTile.Rows) + 1) * TileLength)];

    private Span<T> Tile(int row) => _tiles.Slice(row * Padded(_classes), TileLength);

    // of the last tile there may be fewer
    private Span<T> RowsOfTile(Span<T> rows, int row) =>
        rows.Slice(row * _classes, Math.Min(RowTile.Rows * _classes, rows.Length - (row * _classes)));

    private void FindMaxima(ref TrueClassBlock<T> block, int count, Span<T> finiteMaxima)
    {
        RowConversion.ToNumbers(((ReadOnlySpan<int>)block.Labels)[..count], _labels);
        RowPass.Run<T, TileMaximaPass<T>>(new(Tiles(count), TileLength, _classes, _labels, block.TrueLogits, block.Maxima, finiteMaxima));
    }

    // meanwhile the logits of the next block are fetched
    [SkipLocalsInit]
    private void Exponentiate(ref TrueClassBlock<T> block, int firstRow, int count, ReadOnlySpan<T> maxima)
    {
        Unsafe.SkipInit(out FourBuffer fours);
        Span<T> tiles = Tiles(count);
        ref T next = ref Unsafe.Add(ref MemoryMarshal.GetReference(_logits), (firstRow + count) * _classes);
        RowPass.Run<T, GroupExponentialsPass<T>>(new(in tiles[0], in next, tiles.Length, in maxima[0], 1, ref tiles[0], ref fours[0]));
        VectorPass.Run<double, TileSumsPass<T>>(new(in fours[0], Padded(_classes) / 4, ref block.Sums[0]), tiles.Length / Padded(_classes));
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SumRests(ref TrueClassBlock<T> block, int count)
    {
        Unsafe.SkipInit(out TileBuffer below);
        for (int row = 0; row < count; row += RowTile.Rows)
        {
            VectorPass.Run<T, BelowOnePass<T>>(new(in Tile(row)[0], ref below[0]), TileLength);
            LossSum sum = default;
            sum.Add(in below[0], TileLength);
            for (int lane = 0; lane < RowTile.Rows; lane++)
            {
                block.Rests[row + lane] = LargestTerm.Without(block.Sums[row + lane], sum[lane]);
            }
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void StreamGradient(ref readonly TrueClassBlock<T> block, int count, Span<T> gradient)
    {
        Unsafe.SkipInit(out RowTiles<T> buffer);
        Span<T> rows = ((Span<T>)buffer)[..gradient.Length];
        WriteGradient(in block, count, rows);
        MainMemory.Write<T>(rows, gradient);
    }

    private void WriteGradient(ref readonly TrueClassBlock<T> block, int count, Span<T> gradient)
    {
        RowPass.Run<T, TileGradientPass<T>>(new(Tiles(count), TileLength, _classes, _labels, block.Gradients, block.GradientFactors));
        RowTile.StoreAll(Tiles(count), TileLength, _classes, gradient);
        TrueClassColumn.ClearIgnored(in block, gradient, _classes);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteHessian(ref readonly TrueClassBlock<T> block, int count, Span<T> hessian)
    {
        Unsafe.SkipInit(out HessianFactors<T> factors);
        Unsafe.SkipInit(out TileBuffer buffer);
        Span<T> tile = ((Span<T>)buffer)[..TileLength];
        for (int row = 0; row < count; row += RowTile.Rows)
        {
            for (int lane = 0; lane < RowTile.Rows; lane++)
            {
                double sum = block.Sums[row + lane];
                factors.Set(lane, sum == 0 ? 0 : 1 / sum, block.Rests[row + lane] / sum, block.First[row + lane], block.Second[row + lane]);
            }

            factors.Repeat();
            VectorPass.Run<T, HessianPass<T>>(new(in Tile(row)[0], in factors, ref tile[0]), tile.Length);
            RowTile.Store(tile[..(RowTile.Rows * _classes)], _classes, RowsOfTile(hessian, row));
        }

        TrueClassColumn.Write(in block, block.Hessians, hessian, _classes);
    }

    [InlineArray(RowTile.Rows * MaxClasses)]
    private struct TileBuffer
    {
        private T element0;
    }

    // 16 numbers for each four classes of the tiles
    [InlineArray(RowTiles<float>.Length / 4)]
    private struct FourBuffer
    {
        private T element0;
    }
}
