using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>Rows of some vectors, all rows of a block in one call of each pass: what is done once per row or per call is felt.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct MediumRows<T> : IRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The largest number of classes: what the maxima have bounds for.</summary>
    public const int MaxClasses = RowMaximaPass<T>.MaxClasses;

    // the number of logits of a block of rows: what remains in the second-level cache until the gradient is written
    private const int BlockSize = 32768;

    // as many have room for 16 rows in the buffer
    private const int MaxStreamedClasses = RowTiles<float>.Length / RowTile.Rows;

    private readonly ReadOnlySpan<T> _logits;
    private readonly Span<T> _gradient;
    private readonly Span<T> _hessian;
    private readonly int _classes;
    private readonly Span<T> _buffer;
    private readonly bool _isStreamed;

    /// <summary>Rows of that many logits; the derivatives that are not asked for are empty.</summary>
    public MediumRows(ReadOnlySpan<T> logits, int classes, Span<T> gradient, Span<T> hessian, Span<T> buffer)
    {
        _logits = logits;
        _gradient = gradient;
        _hessian = hessian;
        _classes = classes;
        _buffer = buffer;
        _isStreamed = classes <= MaxStreamedClasses && MainMemory.Receives(logits, gradient);
    }

    /// <inheritdoc/>
    public int PartLength => _isStreamed ? RowTiles<T>.Length / (RowTile.Rows * _classes) * RowTile.Rows : LengthOfBlock(_classes);

    /// <summary>The number of rows of a block, but the last one, of that many classes.</summary>
    public static int LengthOfBlock(int classes) => Math.Min(RowBlock.Length, Math.Max(1, BlockSize / (RowTile.Rows * classes)) * RowTile.Rows);

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Read(ref TrueClassBlock<T> block, int firstRow, int count)
    {
        int step = Math.Max(1, RowTiles<T>.Length / _classes);
        for (int row = 0; row < count; row += step)
        {
            ReadStep(ref block, firstRow, row, Math.Min(step, count - row));
        }
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Write(ref TrueClassBlock<T> block, int firstRow, int count)
    {
        if (!_hessian.IsEmpty)
        {
            WriteHessian(in block, Exponentials(firstRow, count), _hessian.Slice(firstRow * _classes, count * _classes));
        }

        if (!_gradient.IsEmpty)
        {
            TrueClassGradient.Write(in block, Exponentials(firstRow, count), _classes);
            if (_isStreamed)
            {
                MainMemory.Write<T>(Exponentials(firstRow, count), _gradient.Slice(firstRow * _classes, count * _classes));
            }
        }
    }

    // some rows that stay in the first-level cache
    [SkipLocalsInit]
    private void ReadStep(ref TrueClassBlock<T> block, int firstRow, int row, int count)
    {
        Unsafe.SkipInit(out RowBlock<T> buffer);
        ReadOnlySpan<T> maxima = ((Span<T>)buffer)[..count];
        ReadOnlySpan<int> labels = ((ReadOnlySpan<int>)block.Labels).Slice(row, count);
        ReadOnlySpan<T> logits = _logits.Slice((firstRow + row) * _classes, count * _classes);
        Span<T> exponentials = Exponentials(firstRow + row, count);

        // before its memory may receive exponentials
        TrueClassColumn.Read(logits, _classes, labels, ((Span<T>)block.TrueLogits)[row..]);
        FindMaxima(logits, labels, ((Span<T>)block.Maxima)[row..], buffer);
        RowPass.Run<T, RowExponentialsPass<T>>(new(logits, _classes, maxima, exponentials, MainMemory.Holds(_logits)));
        TrueClassColumn.Clear(exponentials, _classes, labels);
        RowSums.Of<T>(exponentials, _classes, ((Span<double>)block.Sums)[row..]);
        if (!_hessian.IsEmpty)
        {
            SumRests(ref block, row, exponentials);
        }
    }

    // derivatives are computed in place of the exponentials
    private Span<T> Exponentials(int firstRow, int count)
    {
        Span<T> derivatives = _gradient.IsEmpty ? _hessian : _gradient;
        return _isStreamed || derivatives.IsEmpty
            ? _buffer[..(count * _classes)]
            : derivatives.Slice(firstRow * _classes, count * _classes);
    }

    // M of each row, and the nearest finite number
    [SkipLocalsInit]
    private void FindMaxima(ReadOnlySpan<T> logits, ReadOnlySpan<int> labels, Span<T> rowMaxima, Span<T> finiteMaxima)
    {
        Unsafe.SkipInit(out PieceBlock pieces);
        Unsafe.SkipInit(out RowBlock<T> maxima);
        Unsafe.SkipInit(out PieceTile tile);
        RowPass.Run<T, RowMaximaPass<T>>(new(logits, _classes, labels, pieces));
        for (int row = 0; row < labels.Length; row += RowTile.Rows)
        {
            int count = Math.Min(RowTile.Rows, labels.Length - row);
            RowTile.Load(((ReadOnlySpan<T>)pieces).Slice(row * RowPass.Piece, count * RowPass.Piece), RowPass.Piece, tile);
            VectorPass.Run<T, LargestOfPiecesPass<T>>(new(in tile[0], RowPass.Piece, ref maxima[row], ref finiteMaxima[row]), RowTile.Rows);
        }

        ((ReadOnlySpan<T>)maxima)[..labels.Length].CopyTo(rowMaxima);
    }

    [SkipLocalsInit]
    private void SumRests(ref TrueClassBlock<T> block, int firstRow, ReadOnlySpan<T> exponentials)
    {
        Unsafe.SkipInit(out RowBuffer below);
        for (int row = 0; row * _classes < exponentials.Length; row++)
        {
            VectorPass.Run<T, BelowOnePass<T>>(new(in exponentials[row * _classes], ref below[0]), _classes);
            ref double rest = ref block.Rests[firstRow + row];
            RowSums.Of(((ReadOnlySpan<T>)below)[.._classes], _classes, new(ref rest));
            rest = LargestTerm.Without(block.Sums[firstRow + row], rest);
        }
    }

    [SkipLocalsInit]
    private void WriteHessian(ref readonly TrueClassBlock<T> block, ReadOnlySpan<T> exponentials, Span<T> hessian)
    {
        Unsafe.SkipInit(out HessianFactors<T> factors);
        for (int row = 0; row * _classes < hessian.Length; row++)
        {
            double sum = block.Sums[row];
            factors.Set(0, sum == 0 ? 0 : 1 / sum, block.Rests[row] / sum, block.First[row], block.Second[row]);
            factors.Fill();
            VectorPass.Run<T, HessianPass<T>>(new(in exponentials[row * _classes], in factors, ref hessian[row * _classes]), _classes);
        }

        TrueClassColumn.Write(in block, block.Hessians, hessian, _classes);
    }

    [InlineArray(RowBlock.Length * RowPass.Piece)]
    private struct PieceBlock
    {
        private T element0;
    }

    [InlineArray(RowTile.Rows * RowPass.Piece)]
    private struct PieceTile
    {
        private T element0;
    }

    [InlineArray(MaxClasses)]
    private struct RowBuffer
    {
        private T element0;
    }
}
