using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>The true classes of the rows of a block among all of their classes.</summary>
internal static class TrueClassColumn
{
    /// <summary>The logits of the true classes. Every label of a block is a class.</summary>
    public static void Read<T>(ReadOnlySpan<T> logits, int classes, ReadOnlySpan<int> labels, Span<T> trueLogits)
        where T : unmanaged
    {
        ref T row = ref MemoryMarshal.GetReference(logits);
        for (int i = 0; i < labels.Length; i++)
        {
            trueLogits[i] = Unsafe.Add(ref row, labels[i]);
            row = ref Unsafe.Add(ref row, classes);
        }
    }

    /// <summary>Puts 0 in the places of the true classes.</summary>
    public static void Clear<T>(Span<T> rows, int classes, ReadOnlySpan<int> labels)
        where T : unmanaged
    {
        ref T row = ref MemoryMarshal.GetReference(rows);
        foreach (int label in labels)
        {
            Unsafe.Add(ref row, label) = default;
            row = ref Unsafe.Add(ref row, classes);
        }
    }

    /// <summary>Puts derivatives by the true classes in their places; rows that do not count have no derivatives at all.</summary>
    public static void Write<T>(ref readonly TrueClassBlock<T> block, ReadOnlySpan<T> derivatives, Span<T> rows, int classes)
        where T : unmanaged
    {
        int count = rows.Length / classes;
        Write(derivatives[..count], ((ReadOnlySpan<int>)block.Labels)[..count], rows, classes);
        ClearIgnored(in block, rows, classes);
    }

    /// <summary>Clears the rows that do not count.</summary>
    public static void ClearIgnored<T>(ref readonly TrueClassBlock<T> block, Span<T> rows, int classes)
        where T : unmanaged
    {
        ReadOnlySpan<double> weights = ((ReadOnlySpan<double>)block.Weights)[..(rows.Length / classes)];
        if (block.EveryRowCounts || !MemoryMarshal.Cast<double, long>(weights).ContainsAny(0, long.MinValue))
        {
            return;
        }

        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0)
            {
                rows.Slice(row * classes, classes).Clear();
            }
        }
    }

    private static void Write<T>(ReadOnlySpan<T> values, ReadOnlySpan<int> labels, Span<T> rows, int classes)
        where T : unmanaged
    {
        ref T row = ref MemoryMarshal.GetReference(rows);
        for (int i = 0; i < values.Length && i < labels.Length; i++)
        {
            Unsafe.Add(ref row, labels[i]) = values[i];
            row = ref Unsafe.Add(ref row, classes);
        }
    }
}
