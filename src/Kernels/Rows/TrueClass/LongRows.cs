using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// Rows one after the other. A row is cut into chunks that stay in the first-level cache from the search for the maximum to the
/// sum. Exponentials are relative to the maximum of their chunk; what they are short of that of the row is one factor per chunk.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal readonly ref struct LongRows<T> : IRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // the number of logits of a block of rows: what remains in the second-level cache until the gradient is written
    private const int BlockSize = 32768;

    private const int LeastChunkLength = 12 * ElementwiseBlock.Length;

    private const int MaxChunks = RowBlock.Length;

    private readonly ReadOnlySpan<T> _logits;
    private readonly Span<T> _gradient;
    private readonly Span<T> _hessian;
    private readonly int _classes;
    private readonly int _chunkLength;
    private readonly int _chunks;
    private readonly ref RowChunkSums _parts;

    /// <summary>Rows of that many logits; the derivatives that are not asked for are empty.</summary>
    public LongRows(ReadOnlySpan<T> logits, int classes, Span<T> gradient, Span<T> hessian, ref RowChunkSums parts)
    {
        _parts = ref parts;
        _logits = logits;
        _gradient = gradient;
        _hessian = hessian;
        _classes = classes;
        int even = ((classes - 1) / MaxChunks) + 1;
        _chunkLength = Math.Max(LeastChunkLength, (((even - 1) / ElementwiseBlock.Length) + 1) * ElementwiseBlock.Length);
        _chunks = Math.Max(1, classes / _chunkLength);
    }

    /// <inheritdoc/>
    public int PartLength => LengthOfBlock(_classes);

    // derivatives are computed in place of the exponentials
    private Span<T> Exponentials => _gradient.IsEmpty ? _hessian : _gradient;

    /// <summary>The number of rows of a block, but the last one, of that many classes.</summary>
    public static int LengthOfBlock(int classes) => Math.Clamp(BlockSize / classes, 1, RowBlock.Length);

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Read(ref TrueClassBlock<T> block, int firstRow, int count)
    {
        ReadOnlySpan<T> logits = _logits.Slice(firstRow * _classes, count * _classes);

        // before its memory may receive exponentials
        TrueClassColumn.Read(logits, _classes, ((ReadOnlySpan<int>)block.Labels)[..count], block.TrueLogits);
        for (int row = 0; row < count; row++)
        {
            if (block.Weights[row] == 0)
            {
                block.TrueLogits[row] = T.Zero;
                block.Maxima[row] = T.Zero;
                continue;
            }

            Range range = (row * _classes)..((row + 1) * _classes);
            Span<T> exponentials = Exponentials.IsEmpty ? [] : Exponentials[(firstRow * _classes)..][range];
            T maximum = T.NegativeInfinity;
            for (int chunk = 0; chunk < _chunks; chunk++)
            {
                maximum = T.MaxNative(maximum, ReadChunk(logits[range], exponentials, chunk, (row * _chunks) + chunk, block.Labels[row]));
            }

            block.Maxima[row] = maximum;
        }

        for (int row = 0; row < count; row++)
        {
            (block.Sums[row], block.Rests[row]) = block.Weights[row] == 0
                ? (1, 0)
                : Combine(double.CreateTruncating(Precision<T>.Finite(block.Maxima[row])), row * _chunks);
        }
    }

    /// <inheritdoc/>
    public void Write(ref TrueClassBlock<T> block, int firstRow, int count)
    {
        Range rows = (firstRow * _classes)..((firstRow + count) * _classes);
        if (!_hessian.IsEmpty)
        {
            WriteHessians(ref block, Exponentials[rows], _hessian[rows]);
        }

        if (!_gradient.IsEmpty)
        {
            WriteGradients(ref block, _gradient[rows]);
        }
    }

    // the last one has what is left
    private int LengthOfChunk(int chunk) => chunk < _chunks - 1 ? _chunkLength : _classes - (chunk * _chunkLength);

    // exp(M_k - M) of a chunk
    private static double Factor(double difference) => Exponential<double, DoubleScalar>(default, difference);

    private static TValue Exponential<TValue, TArithmetic>(TArithmetic arithmetic, TValue x)
        where TArithmetic : IArithmetic<TValue> => DoubleFunctions.Over<TValue, TArithmetic>(arithmetic).ExpNonPositive(x);

    private T ReadChunk(ReadOnlySpan<T> logits, Span<T> exponentials, int chunk, int place, int label)
    {
        int start = chunk * _chunkLength;
        Range range = start..(start + LengthOfChunk(chunk));
        T maximum = RowMaximum.Excluding(logits[range], label - start);
        T finite = Precision<T>.Finite(maximum);
        new ChunkExponentials<T>(logits[range], label - start, finite, exponentials.IsEmpty ? [] : exponentials[range], !_hessian.IsEmpty)
            .Sum(out _parts.Lanes[place], out _parts.Rests[place]);
        _parts.Maxima[place] = double.CreateTruncating(finite);
        return maximum;
    }

    // R = sum_k R_k exp(M_k - M)
    private (double Sum, double WithoutLargest) Combine(double maximum, int place)
    {
        for (int chunk = place; chunk < place + _chunks; chunk++)
        {
            _parts.Sums[chunk] = _parts.Lanes[chunk].Total();
            if (!_hessian.IsEmpty)
            {
                _parts.Rests[chunk] = LargestTerm.Without(_parts.Sums[chunk], _parts.Rests[chunk]);
            }
        }

        if (_chunks == 1)
        {
            return (_parts.Sums[place], _parts.Rests[place]);
        }

        double sum = 0;
        double rest = 0;
        bool found = false;
        for (int chunk = place; chunk < place + _chunks; chunk++)
        {
            double part = _parts.Sums[chunk] * Factor(_parts.Maxima[chunk] - maximum);
            bool isLargest = !found && _parts.Maxima[chunk] == maximum;
            sum += part;
            rest += isLargest ? _parts.Rests[chunk] : part;
            found |= isLargest;
        }

        return (sum, rest);
    }

    private void WriteGradients(ref TrueClassBlock<T> block, Span<T> gradient)
    {
        if (_chunks == 1)
        {
            TrueClassGradient.Write(in block, gradient, _classes);
            return;
        }

        for (int row = 0; row * _classes < gradient.Length; row++)
        {
            WriteGradient(block.Factors[row], row, gradient.Slice(row * _classes, _classes));
        }

        TrueClassColumn.Write(in block, block.Gradients, gradient, _classes);
    }

    [SkipLocalsInit]
    private void WriteGradient(double factor, int row, Span<T> gradient)
    {
        Unsafe.SkipInit(out Period<T> factors);
        double maximum = Maximum(row);
        for (int chunk = 0; chunk < _chunks; chunk++)
        {
            factors.Fill(Precision<T>.Round(factor * Factor(_parts.Maxima[(row * _chunks) + chunk] - maximum)));
            Span<T> part = gradient.Slice(chunk * _chunkLength, LengthOfChunk(chunk));
            VectorPass.Run<T, GradientPass<T>>(new(in part[0], in factors[0], ref part[0]), part.Length);
        }
    }

    private void WriteHessians(ref TrueClassBlock<T> block, ReadOnlySpan<T> exponentials, Span<T> hessian)
    {
        for (int row = 0; row * _classes < hessian.Length; row++)
        {
            if (block.Weights[row] != 0)
            {
                WriteHessian(ref block, row, exponentials.Slice(row * _classes, _classes), hessian.Slice(row * _classes, _classes));
            }
        }

        TrueClassColumn.Write(in block, block.Hessians, hessian, _classes);
    }

    [SkipLocalsInit]
    private void WriteHessian(ref TrueClassBlock<T> block, int row, ReadOnlySpan<T> exponentials, Span<T> hessian)
    {
        Unsafe.SkipInit(out HessianFactors<T> factors);
        double maximum = Maximum(row);
        double sum = block.Sums[row];
        for (int chunk = 0; chunk < _chunks; chunk++)
        {
            double share = sum == 0 ? 0 : Factor(_parts.Maxima[(row * _chunks) + chunk] - maximum) / sum;

            // only one class can have more than half of the sum
            double complement = share > 0.5 ? block.Rests[row] / sum : 1 - share;
            factors.Set(0, share, complement, block.First[row], block.Second[row]);
            factors.Fill();
            int start = chunk * _chunkLength;
            VectorPass.Run<T, HessianPass<T>>(new(in exponentials[start], in factors, ref hessian[start]), LengthOfChunk(chunk));
        }
    }

    private double Maximum(int row)
    {
        double maximum = _parts.Maxima[row * _chunks];
        for (int chunk = 1; chunk < _chunks; chunk++)
        {
            maximum = Math.Max(maximum, _parts.Maxima[(row * _chunks) + chunk]);
        }

        return maximum;
    }
}
