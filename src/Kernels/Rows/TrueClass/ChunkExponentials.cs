using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>The exponentials of a part of a row and their sum, in steps that stay in the first-level cache.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="logits">The part of the row.</param>
/// <param name="label">The true class, which is left out of the sums; it may lie outside.</param>
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

    /// <summary>Computes them and their sum: that of the sums of four, less what the true class adds to its four.</summary>
    /// <param name="sum">Receives the sum, whose lanes are left to be added: what waits for their total would hold up the next row.</param>
    /// <param name="belowOne">Receives the sum of the exponentials that are less than 1, if asked for.</param>
    [SkipLocalsInit]
    public void Sum(out LossSum sum, out double belowOne)
    {
        Unsafe.SkipInit(out StepBuffer buffer);
        sum = default;
        LossSum rest = default;
        int count;
        for (int offset = 0; offset < _logits.Length; offset += count)
        {
            count = Math.Min(StepLength, _logits.Length - offset);
            Span<T> e = _exponentials.IsEmpty ? ((Span<T>)buffer)[..count] : _exponentials.Slice(offset, count);
            Add(ref sum, _logits.Slice(offset, count), _label - offset, e);
            if (_hasRest)
            {
                AddBelowOne(ref rest, _label - offset, e);
            }
        }

        belowOne = _hasRest ? rest.Total() : 0;
    }

    // Less than a group is a group with masked classes. What the true class adds is at most as large as what the largest one does, or is
    // all of the sum: nothing is lost by taking it away.
    [SkipLocalsInit]
    private void Add(ref LossSum sum, ReadOnlySpan<T> logits, int label, Span<T> e)
    {
        Unsafe.SkipInit(out SumBuffer buffer);
        Unsafe.SkipInit(out Period<T> lastGroup);
        Unsafe.SkipInit(out Period<T> maxima);
        ref T first = ref MemoryMarshal.GetReference(logits);
        int whole = logits.Length - (logits.Length % GroupExponentialsPass<T>.GroupLength);
        Span<T> sums = ((Span<T>)buffer)[..(whole / 4)];
        maxima.Fill(_maximum);
        if (whole < logits.Length)
        {
            lastGroup.Fill(T.NegativeInfinity);
            logits[whole..].CopyTo(lastGroup);
        }

        RowPass.Run<T, GroupExponentialsPass<T>>(new(in first, in Unsafe.Add(ref first, logits.Length), whole, in maxima[0], 0, ref e[0], ref buffer[0]));
        if (whole < logits.Length)
        {
            sums = ((Span<T>)buffer)[..((whole / 4) + RowPass.Piece)];
            RowPass.Run<T, GroupExponentialsPass<T>>(
                new(in lastGroup[0], in lastGroup[0], GroupExponentialsPass<T>.GroupLength, in maxima[0], 0, ref lastGroup[0], ref sums[whole / 4]));
            ((ReadOnlySpan<T>)lastGroup)[..(logits.Length - whole)].CopyTo(e[whole..]);
        }

        sum.Add(in sums[0], sums.Length);
        if ((uint)label < (uint)e.Length)
        {
            sum[label % RowPass.Piece] -= GroupExponentialsPass<T>.Excess(e, label, sums);
        }
    }

    [SkipLocalsInit]
    private static void AddBelowOne(ref LossSum sum, int label, Span<T> exponentials)
    {
        if ((uint)label < (uint)exponentials.Length)
        {
            exponentials[label] = T.Zero;
        }

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
