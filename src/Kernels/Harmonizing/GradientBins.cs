using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>
/// The first pass: the bin of each element as a byte, and the number of elements per bin. Both passes agree because the second
/// one reads the bytes of the first.
/// </summary>
internal static class GradientBins
{
    /// <summary>The byte of an element that is NaN: it has a weight, but does not count.</summary>
    public const byte NotCounted = 0x80;

    /// <summary>The byte of an element that is masked out: its lower bits are those of the last weight, however many there are.</summary>
    public const byte Masked = 0xFF;

    /// <summary>Finds the bin of each element and counts.</summary>
    [SkipLocalsInit]
    public static void Find<T, TTarget>(in ElementwiseBatch<T, TTarget> batch, in Harmonizing harmonizing, Span<byte> bins, Span<long> counts)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        Unsafe.SkipInit(out ElementwiseBlock<T> places);
        Unsafe.SkipInit(out ElementwiseBlock<T> targets);
        for (int start = 0; start < bins.Length; start += ElementwiseBlock.Length)
        {
            int count = Math.Min(ElementwiseBlock.Length, bins.Length - start);
            ref readonly T block = ref Targets<T, TTarget>(batch.Targets.Slice(start, count), in harmonizing, targets);
            VectorPass.Run<T, GradientBinPass<T>>(new(in batch.Input[start], in block, ref places[0], harmonizing.Bins), count);
            if (harmonizing.IsMasked)
            {
                VectorPass.Run<T, MaskPass<T>>(new(in batch.Weights[start], ref places[0]), count);
            }

            BinBytes.Convert<T>(((ReadOnlySpan<T>)places)[..count], bins.Slice(start, count));
        }

        // not block by block: to read the counters out costs as much as to count some thousand elements
        counts.Clear();
        BinCounts.Add(bins, counts);
    }

    // as the loss takes them: where they are, if they are of the right type already
    private static ref readonly T Targets<T, TTarget>(ReadOnlySpan<TTarget> targets, in Harmonizing harmonizing, Span<T> buffer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TTarget : unmanaged
    {
        ref T taken = ref MemoryMarshal.GetReference(buffer);
        if (typeof(T) == typeof(TTarget))
        {
            taken = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<TTarget, T>(targets));
        }
        else
        {
            BinBytes.Convert(MemoryMarshal.AsBytes(targets), buffer);
        }

        if (harmonizing.HardTargets)
        {
            VectorPass.Run<T, HardTargetPass<T>>(new(in taken, ref buffer[0]), targets.Length);
            taken = ref buffer[0];
        }

        if (harmonizing.LabelSmoothing != 0)
        {
            VectorPass.Run<T, SmoothedTargetPass<T>>(new(in taken, ref buffer[0], harmonizing.LabelSmoothing), targets.Length);
            taken = ref buffer[0];
        }

        return ref taken;
    }
}
