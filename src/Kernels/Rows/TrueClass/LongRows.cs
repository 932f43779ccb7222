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
internal ref struct LongRows<T> : IRows
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // the number of logits of a block of rows: what remains in the second-level cache until the gradient is written
    private const int BlockSize = 16384;

    private const int LeastChunkLength = 12 * ElementwiseBlock.Length;

    // the chunks of one row, or of the rows of a block
    private const int MaxChunks = TrueClassBlock.Length;

    private readonly ReadOnlySpan<T> _logits;
    private readonly Span<T> _gradient;
    private readonly Span<T> _hessian;
    private readonly int _classes;
    private readonly int _chunkLength;
    private readonly int _chunks;
    private RowBlock<double> _maxima;
    private RowBlock<double> _sums;
    private RowBlock<double> _rests;

    /// <summary>Rows of that many logits; the derivatives that are not asked for are empty.</summary>
    public LongRows(ReadOnlySpan<T> logits, int classes, Span<T> gradient, Span<T> hessian)
    {
        // read only where they were written; clearing them for each chunk of rows would be felt
        Unsafe.SkipInit(out _maxima);
        Unsafe.SkipInit(out _sums);
        Unsafe.SkipInit(out _rests);
        _logits = logits;
        _gradient = gradient;
        _hessian = hessian;
        _classes = classes;
        int even = ((classes - 1) / MaxChunks) + 1;
        _chunkLength = Math.Max(LeastChunkLength, (((even - 1) / ElementwiseBlock.Length) + 1) * ElementwiseBlock.Length);
        _chunks = ((classes - 1) / _chunkLength) + 1;
        BlockLength = LengthOfBlock(classes);
    }

    /// <inheritdoc/>
    public int BlockLength { get; }

    // derivatives are computed in place of the exponentials
    private readonly Span<T> Exponentials => _gradient.IsEmpty ? _hessian : _gradient;

    /// <summary>The number of rows of a block, but the last one, of that many classes.</summary>
    public static int LengthOfBlock(int classes) => Math.Clamp(BlockSize / classes, 1, TrueClassBlock.Length);

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Read(ref TrueClassBlock block, int firstRow, int count)
    {
        for (int row = 0; row < count; row++)
        {
            if (block.Weights[row] == 0)
            {
                block.Logits[row] = 0;
                block.Maxima[row] = 0;
                block.Sums[row] = 1;
                block.Rests[row] = 0;
                continue;
            }

            int start = (firstRow + row) * _classes;
            ReadOnlySpan<T> logits = _logits.Slice(start, _classes);

            // before its memory may receive exponentials
            block.Logits[row] = double.CreateTruncating(logits[block.Labels[row]]);
            Span<T> exponentials = Exponentials.IsEmpty ? [] : Exponentials.Slice(start, _classes);
            T maximum = T.NegativeInfinity;
            for (int chunk = 0; chunk < _chunks; chunk++)
            {
                T chunkMaximum = ReadChunk(logits, exponentials, chunk, (row * _chunks) + chunk, block.Labels[row]);
                maximum = T.MaxNative(maximum, chunkMaximum);
            }

            block.Maxima[row] = double.CreateTruncating(maximum);
            (block.Sums[row], block.Rests[row]) = Combine(double.CreateTruncating(Precision<T>.Finite(maximum)), row * _chunks);
        }
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public readonly void Write(ref TrueClassBlock block, int firstRow, int count)
    {
        for (int row = 0; row < count; row++)
        {
            int start = (firstRow + row) * _classes;
            Span<T> gradient = _gradient.IsEmpty ? [] : _gradient.Slice(start, _classes);
            Span<T> hessian = _hessian.IsEmpty ? [] : _hessian.Slice(start, _classes);
            if (block.Weights[row] == 0)
            {
                gradient.Clear();
                hessian.Clear();
                continue;
            }

            if (!hessian.IsEmpty)
            {
                WriteHessian(ref block, row, Exponentials.Slice(start, _classes), hessian);
                hessian[block.Labels[row]] = Precision<T>.Round(block.Second[row]);
            }

            if (!gradient.IsEmpty)
            {
                WriteGradient(ref block, row, gradient);
                gradient[block.Labels[row]] = Precision<T>.Round(block.First[row]);
            }
        }
    }

    // exp(M_k - M) of a chunk
    private static double Factor(double difference) => Exponential<double, DoubleScalar>(default, difference);

    private static TValue Exponential<TValue, TArithmetic>(TArithmetic arithmetic, TValue x)
        where TArithmetic : IArithmetic<TValue> => DoubleFunctions.Over<TValue, TArithmetic>(arithmetic).ExpNonPositive(x);

    [SkipLocalsInit]
    private T ReadChunk(ReadOnlySpan<T> logits, Span<T> exponentials, int chunk, int place, int label)
    {
        Unsafe.SkipInit(out Period<T> maxima);
        Unsafe.SkipInit(out ElementwiseBlock<T> exponentialBuffer);
        int start = chunk * _chunkLength;
        int length = Math.Min(_chunkLength, _classes - start);
        T maximum = RowMaximum.Excluding(logits.Slice(start, length), label - start);
        maxima.Fill(Precision<T>.Finite(maximum));
        LossSum sum = default;
        LossSum rest = default;

        // all at once where there is memory for them
        int step = exponentials.IsEmpty ? ElementwiseBlock.Length : length;
        for (int offset = start; offset < start + length; offset += step)
        {
            int count = Math.Min(step, start + length - offset);
            Span<T> e = exponentials.IsEmpty ? ((Span<T>)exponentialBuffer)[..count] : exponentials.Slice(offset, count);
            VectorPass.Run<T, ExponentialsPass<T>>(new(in logits[offset], in maxima[0], ref e[0]), count);
            if ((uint)(label - offset) < (uint)count)
            {
                e[label - offset] = T.Zero;
            }

            sum.Add(in e[0], count);
            if (!_hessian.IsEmpty)
            {
                AddBelowOne(ref rest, e);
            }
        }

        _maxima[place] = double.CreateTruncating(Precision<T>.Finite(maximum));
        _sums[place] = sum.Total();
        _rests[place] = LargestTerm.Without(_sums[place], rest.Total());
        return maximum;
    }

    [SkipLocalsInit]
    private static void AddBelowOne(ref LossSum sum, ReadOnlySpan<T> exponentials)
    {
        Unsafe.SkipInit(out ElementwiseBlock<T> buffer);
        for (int offset = 0; offset < exponentials.Length; offset += ElementwiseBlock.Length)
        {
            int count = Math.Min(ElementwiseBlock.Length, exponentials.Length - offset);
            VectorPass.Run<T, BelowOnePass<T>>(new(in exponentials[offset], ref buffer[0]), count);
            sum.Add(in buffer[0], count);
        }
    }

    // R = sum_k R_k exp(M_k - M)
    private readonly (double Sum, double WithoutLargest) Combine(double maximum, int place)
    {
        if (_chunks == 1)
        {
            return (_sums[place], _rests[place]);
        }

        double sum = 0;
        double rest = 0;
        bool found = false;
        for (int chunk = place; chunk < place + _chunks; chunk++)
        {
            double part = _sums[chunk] * Factor(_maxima[chunk] - maximum);
            bool isLargest = !found && _maxima[chunk] == maximum;
            sum += part;
            rest += isLargest ? _rests[chunk] : part;
            found |= isLargest;
        }

        return (sum, rest);
    }

    [SkipLocalsInit]
    private readonly void WriteGradient(ref TrueClassBlock block, int row, Span<T> gradient)
    {
        Unsafe.SkipInit(out Period<T> factors);
        double maximum = Maximum(row);
        for (int chunk = 0; chunk < _chunks; chunk++)
        {
            double factor = block.Factors[row];
            factors.Fill(Precision<T>.Round(_chunks == 1 ? factor : factor * Factor(_maxima[(row * _chunks) + chunk] - maximum)));
            Span<T> part = gradient.Slice(chunk * _chunkLength, Math.Min(_chunkLength, _classes - (chunk * _chunkLength)));
            VectorPass.Run<T, GradientPass<T>>(new(in part[0], in factors[0], ref part[0]), part.Length);
        }
    }

    [SkipLocalsInit]
    private readonly void WriteHessian(ref TrueClassBlock block, int row, ReadOnlySpan<T> exponentials, Span<T> hessian)
    {
        Unsafe.SkipInit(out HessianFactors<T> factors);
        double maximum = Maximum(row);
        double sum = block.Sums[row];
        for (int chunk = 0; chunk < _chunks; chunk++)
        {
            double share = sum == 0 ? 0 : Factor(_maxima[(row * _chunks) + chunk] - maximum) / sum;

            // only one class can have more than half of the sum
            double complement = share > 0.5 ? block.Rests[row] / sum : 1 - share;
            factors.Set(0, share, complement, block.First[row], block.Second[row]);
            factors.Fill();
            int start = chunk * _chunkLength;
            int length = Math.Min(_chunkLength, _classes - start);
            VectorPass.Run<T, HessianPass<T>>(new(in exponentials[start], in factors, ref hessian[start]), length);
        }
    }

    private readonly double Maximum(int row)
    {
        double maximum = _maxima[row * _chunks];
        for (int chunk = 1; chunk < _chunks; chunk++)
        {
            maximum = Math.Max(maximum, _maxima[(row * _chunks) + chunk]);
        }

        return maximum;
    }
}
