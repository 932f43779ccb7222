using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>The exponentials of a part of a row and their sum, in steps that stay in the first-level cache.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="logits">The part of the row.</param>
/// <param name="label">The true class, whose exponential is 0; it may lie outside.</param>
/// <param name="maximum">M, finite.</param>
/// <param name="exponentials">Receives the exponentials, and may be the memory of the logits; empty where they are not needed.</param>
/// <param name="hasRest">The sum of those below 1 is asked for.</param>
internal readonly ref struct ChunkExponentials<T>(ReadOnlySpan<T> logits, int label, T maximum, Span<T> exponentials, bool hasRest)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // a quarter is a multiple of the summation's 64
    private const int StepLength = 1536;

    private readonly ReadOnlySpan<T> _logits = logits;
    private readonly int _label = label;
    private readonly T _maximum = maximum;
    private readonly Span<T> _exponentials = exponentials;
    private readonly bool _hasRest = hasRest;

    /// <summary>
    /// Computes them and their sum: that of the sums of four of whole groups and, after them, of the elements of what is left of the
    /// last group.
    /// </summary>
    /// <param name="sum">Receives the sum.</param>
    /// <param name="belowOne">Receives the sum of the exponentials that are less than 1, if asked for.</param>
    [SkipLocalsInit]
    public void Sum(out double sum, out double belowOne)
    {
        Unsafe.SkipInit(out StepBuffer buffer);
        LossSum all = default;
        LossSum rest = default;
        for (int offset = 0; offset < _logits.Length; offset += StepLength)
        {
            int count = Math.Min(StepLength, _logits.Length - offset);
            Span<T> e = _exponentials.IsEmpty ? ((Span<T>)buffer)[..count] : _exponentials.Slice(offset, count);
            Add(ref all, _logits.Slice(offset, count), _label - offset, e);
            if (_hasRest)
            {
                AddBelowOne(ref rest, e);
            }
        }

        sum = all.Total();
        belowOne = rest.Total();
    }

    [SkipLocalsInit]
    private void Add(ref LossSum sum, ReadOnlySpan<T> logits, int label, Span<T> e)
    {
        Unsafe.SkipInit(out SumBuffer buffer);
        Span<T> sums = buffer;
        int remainder = logits.Length % GroupExponentialsPass<T>.GroupLength;
        int whole = logits.Length - remainder;
        RowPass.Run<T, GroupExponentialsPass<T>>(new(in MemoryMarshal.GetReference(logits), whole, _maximum, ref e[0], ref sums[0]));
        if (remainder > 0)
        {
            Unsafe.SkipInit(out Period<T> maxima);
            maxima.Fill(_maximum);
            VectorPass.Run<T, ExponentialsPass<T>>(new(in logits[whole], in maxima[0], ref e[whole]), remainder);
        }

        if ((uint)label < (uint)e.Length)
        {
            e[label] = T.Zero;
        }

        if ((uint)label < (uint)whole)
        {
            GroupExponentialsPass<T>.SumAgain(in e[0], label, ref sums[0]);
        }

        e[whole..].CopyTo(sums[(whole / 4)..]);
        sum.Add(in sums[0], (whole / 4) + remainder);
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

    [InlineArray(StepLength)]
    private struct StepBuffer
    {
        private T element0;
    }

    [InlineArray((StepLength / 4) + GroupExponentialsPass<float>.GroupLength)]
    private struct SumBuffer
    {
        private T element0;
    }
}
