using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>Rows 16 at a time, transposed so that each has a lane: no vector is wasted however few the classes.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct ShortRows<T> : IRows
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The largest number of classes.</summary>
    public const int MaxClasses = 28;

    private readonly ReadOnlySpan<T> _logits;
    private readonly Span<T> _gradient;
    private readonly Span<T> _hessian;
    private readonly int _classes;
    private readonly Span<T> _tiles;

    /// <summary>Rows of that many logits; the derivatives that are not asked for are empty.</summary>
    public ShortRows(ReadOnlySpan<T> logits, int classes, Span<T> gradient, Span<T> hessian, Span<T> tiles)
    {
        _logits = logits;
        _gradient = gradient;
        _hessian = hessian;
        _classes = classes;
        _tiles = tiles;
    }

    /// <inheritdoc/>
    public int BlockLength => LengthOfBlock(_classes);

    private int TileLength => RowTile.Rows * Padded(_classes);

    /// <summary>The number of rows of a block, but the last one, of that many classes.</summary>
    public static int LengthOfBlock(int classes) => Math.Min(TrueClassBlock.Length, RowTiles<T>.Length / (RowTile.Rows * Padded(classes)) * RowTile.Rows);

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Read(ref TrueClassBlock block, int firstRow, int count)
    {
        Unsafe.SkipInit(out RowBlock<T> maxima);
        ReadOnlySpan<int> labels = ((ReadOnlySpan<int>)block.Labels)[..count];
        ReadOnlySpan<T> logits = _logits.Slice(firstRow * _classes, count * _classes);
        LoadTiles(logits, count);
        TakeTrueClass(logits, labels, block.Logits);
        SubtractMaxima(count, maxima);
        RowConversion.Widen(((ReadOnlySpan<T>)maxima)[..count], block.Maxima);
        Exponentiate(count);
        Sum(count, block.Sums);
        if (!_hessian.IsEmpty)
        {
            SumRests(ref block, count);
        }
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Write(ref TrueClassBlock block, int firstRow, int count)
    {
        if (!_hessian.IsEmpty)
        {
            WriteHessian(in block, count, _hessian.Slice(firstRow * _classes, count * _classes));
        }

        if (!_gradient.IsEmpty)
        {
            WriteGradient(in block, count, _gradient.Slice(firstRow * _classes, count * _classes));
        }
    }

    // Classes that are masked make up whole groups of the summation, which are four vectors at a time for all passes.
    private static int Padded(int classes) => (classes + 3) & ~3;

    private Span<T> Tile(int row) => _tiles.Slice(row * Padded(_classes), TileLength);

    // of the last tile there may be fewer
    private Span<T> RowsOfTile(Span<T> rows, int row) =>
        rows.Slice(row * _classes, Math.Min(RowTile.Rows * _classes, rows.Length - (row * _classes)));

    // Each step is taken for all tiles before the next one: what was stored in other pieces than it is loaded in has time to arrive.
    private void LoadTiles(ReadOnlySpan<T> logits, int count)
    {
        for (int row = 0; row < count; row += RowTile.Rows)
        {
            Span<T> tile = Tile(row);
            int length = RowTile.Rows * _classes;
            RowTile.Load(logits.Slice(row * _classes, Math.Min(length, logits.Length - (row * _classes))), _classes, tile[..length]);
            tile[length..].Fill(T.NegativeInfinity);
        }
    }

    // The logits of the true classes from the tiles, where -infinity remains of them. Every label of a block is a class.
    private void TakeTrueClass(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<double> trueLogits)
    {
        ref T from = ref MemoryMarshal.GetReference(logits);
        for (int tile = 0; tile < labels.Length; tile += RowTile.Rows)
        {
            ref T lane = ref MemoryMarshal.GetReference(Tile(tile));
            int end = Math.Min(RowTile.Rows, labels.Length - tile);
            for (int row = 0; row < end; row++)
            {
                int label = labels[tile + row];
                trueLogits[tile + row] = double.CreateTruncating(Unsafe.Add(ref from, label));
                Unsafe.Add(ref lane, (RowTile.Rows * label) + row) = T.NegativeInfinity;
                from = ref Unsafe.Add(ref from, _classes);
            }
        }
    }

    private void SubtractMaxima(int count, Span<T> maxima)
    {
        for (int row = 0; row < count; row += RowTile.Rows)
        {
            VectorPass.Run<T, TileMaximaPass<T>>(new(ref Tile(row)[0], _classes, ref maxima[row]), RowTile.Rows);
        }
    }

    private void Exponentiate(int count)
    {
        int tiles = ((count - 1) / RowTile.Rows) + 1;
        VectorPass.Run<T, TileExponentialsPass<T>>(new(ref _tiles[0]), tiles * TileLength);
    }

    // lane r of the summation is row r of the tile
    private void Sum(int count, Span<double> sums)
    {
        for (int row = 0; row < count; row += RowTile.Rows)
        {
            ref LossSum sum = ref Unsafe.As<double, LossSum>(ref sums[row..(row + RowTile.Rows)][0]);
            sum = default;
            sum.Add(in Tile(row)[0], TileLength);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SumRests(ref TrueClassBlock block, int count)
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
    private void WriteGradient(ref readonly TrueClassBlock block, int count, Span<T> gradient)
    {
        Unsafe.SkipInit(out Period<T> factors);
        Unsafe.SkipInit(out RowBlock<T> rounded);
        RowConversion.Round(((ReadOnlySpan<double>)block.Factors)[..count], (Span<T>)rounded);
        for (int row = 0; row < count; row += RowTile.Rows)
        {
            ((ReadOnlySpan<T>)rounded).Slice(row, RowTile.Rows).CopyTo(factors);
            factors.Repeat();
            Span<T> tile = Tile(row);
            VectorPass.Run<T, GradientPass<T>>(new(in tile[0], in factors[0], ref tile[0]), tile.Length);
        }

        for (int row = 0; row < count; row += RowTile.Rows)
        {
            RowTile.Store(Tile(row)[..(RowTile.Rows * _classes)], _classes, RowsOfTile(gradient, row));
        }

        TrueClassColumn.Write(in block, block.First, gradient, _classes);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteHessian(ref readonly TrueClassBlock block, int count, Span<T> hessian)
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

        TrueClassColumn.Write(in block, block.Second, hessian, _classes);
    }

    [InlineArray(RowTile.Rows * MaxClasses)]
    private struct TileBuffer
    {
        private T element0;
    }
}
