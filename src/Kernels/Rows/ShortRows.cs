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
    public const int MaxClasses = 128;

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
    public int BlockLength => Math.Min(TrueClassBlock.Length, RowTiles<T>.Length / TileLength * RowTile.Rows);

    private int TileLength => RowTile.Rows * _classes;

    /// <inheritdoc/>
    public void Read(ref TrueClassBlock block, int firstRow, int count)
    {
        for (int row = 0; row < count; row += RowTile.Rows)
        {
            ReadTile(ref block, row, Rows((ReadOnlySpan<T>)_logits, firstRow, row, count));
        }
    }

    /// <inheritdoc/>
    public void Write(ref TrueClassBlock block, int firstRow, int count)
    {
        for (int row = 0; row < count; row += RowTile.Rows)
        {
            if (!_hessian.IsEmpty)
            {
                WriteHessian(ref block, row, Rows(_hessian, firstRow, row, count));
            }

            if (!_gradient.IsEmpty)
            {
                WriteGradient(ref block, row, Rows(_gradient, firstRow, row, count));
            }
        }
    }

    private ReadOnlySpan<T> Rows(ReadOnlySpan<T> all, int firstRow, int row, int count) =>
        all.Slice((firstRow + row) * _classes, Math.Min(RowTile.Rows, count - row) * _classes);

    private Span<T> Rows(Span<T> all, int firstRow, int row, int count) =>
        all.Slice((firstRow + row) * _classes, Math.Min(RowTile.Rows, count - row) * _classes);

    private Span<T> Tile(int row) => _tiles.Slice(row * _classes, TileLength);

    [SkipLocalsInit]
    private void ReadTile(ref TrueClassBlock block, int row, ReadOnlySpan<T> logits)
    {
        Unsafe.SkipInit(out Period<T> maxima);
        Unsafe.SkipInit(out Period<T> finite);
        Span<T> tile = Tile(row);
        RowTile.Load(logits, _classes, tile);
        ReadOnlySpan<int> labels = ((ReadOnlySpan<int>)block.Labels).Slice(row, logits.Length / _classes);
        for (int lane = 0; lane < labels.Length; lane++)
        {
            tile[(RowTile.Rows * labels[lane]) + lane] = T.NegativeInfinity;
        }

        VectorPass.Run<T, TileMaximaPass<T>>(new(in tile[0], _classes, ref maxima[0], ref finite[0]), RowTile.Rows);
        finite.Repeat();
        Span<double> differences = ((Span<double>)block.Logits).Slice(row, RowTile.Rows);
        for (int lane = 0; lane < labels.Length; lane++)
        {
            differences[lane] = Precision<T>.Difference(logits[(lane * _classes) + labels[lane]], maxima[lane]);
        }

        VectorPass.Run<T, ExponentialsPass<T>>(new(in tile[0], in finite[0], ref tile[0]), tile.Length);

        // lane r of the summation is row r
        LossSum sum = default;
        sum.Add(in tile[0], tile.Length);
        ((ReadOnlySpan<double>)sum).CopyTo(((Span<double>)block.Sums)[row..]);

        if (!_hessian.IsEmpty)
        {
            SumRests(ref block, row, tile);
        }
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SumRests(ref TrueClassBlock block, int row, ReadOnlySpan<T> tile)
    {
        Unsafe.SkipInit(out TileBuffer below);
        VectorPass.Run<T, BelowOnePass<T>>(new(in tile[0], ref below[0]), tile.Length);
        LossSum sum = default;
        sum.Add(in below[0], tile.Length);
        for (int lane = 0; lane < RowTile.Rows; lane++)
        {
            block.Rests[row + lane] = LargestTerm.Without(block.Sums[row + lane], sum[lane]);
        }
    }

    [SkipLocalsInit]
    private void WriteGradient(ref TrueClassBlock block, int row, Span<T> gradient)
    {
        Unsafe.SkipInit(out Period<T> factors);
        ReadOnlySpan<double> unrounded = ((ReadOnlySpan<double>)block.Factors).Slice(row, RowTile.Rows);
        for (int lane = 0; lane < unrounded.Length; lane++)
        {
            factors[lane] = Precision<T>.Round(unrounded[lane]);
        }

        factors.Repeat();
        Span<T> tile = Tile(row);
        VectorPass.Run<T, GradientPass<T>>(new(in tile[0], in factors[0], ref tile[0]), tile.Length);
        RowTile.Store(tile, _classes, gradient);
        SetTrueClass(in block, row, block.First, gradient);
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteHessian(ref TrueClassBlock block, int row, Span<T> hessian)
    {
        Unsafe.SkipInit(out HessianFactors<T> factors);
        Unsafe.SkipInit(out TileBuffer buffer);
        for (int lane = 0; lane < RowTile.Rows; lane++)
        {
            double sum = block.Sums[row + lane];
            factors.Set(lane, sum == 0 ? 0 : 1 / sum, block.Rests[row + lane] / sum, block.First[row + lane], block.Second[row + lane]);
        }

        factors.Repeat();
        Span<T> tile = ((Span<T>)buffer)[..TileLength];
        VectorPass.Run<T, HessianPass<T>>(new(in Tile(row)[0], in factors, ref tile[0]), tile.Length);
        RowTile.Store(tile, _classes, hessian);
        SetTrueClass(in block, row, block.Second, hessian);
    }

    // the derivative by the true class; rows that do not count have none
    private void SetTrueClass(ref readonly TrueClassBlock block, int row, ReadOnlySpan<double> derivatives, Span<T> rows)
    {
        int count = rows.Length / _classes;
        ReadOnlySpan<int> labels = ((ReadOnlySpan<int>)block.Labels).Slice(row, count);
        ReadOnlySpan<double> weights = ((ReadOnlySpan<double>)block.Weights).Slice(row, count);
        derivatives = derivatives.Slice(row, count);
        for (int lane = 0; lane < labels.Length; lane++)
        {
            if (weights[lane] == 0)
            {
                rows.Slice(lane * _classes, _classes).Clear();
            }
            else
            {
                rows[(lane * _classes) + labels[lane]] = Precision<T>.Round(derivatives[lane]);
            }
        }
    }

    [InlineArray(RowTile.Rows * MaxClasses)]
    private struct TileBuffer
    {
        private T element0;
    }
}
