using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>Refuses spans whose lengths do not fit together or whose memory must not be shared.</summary>
internal static class SpanGuard
{
    /// <summary>Two spans have one length.</summary>
    /// <exception cref="ArgumentException">They do not.</exception>
    public static void CheckLength(string name, int length, string otherName, int otherLength)
    {
        if (length != otherLength)
        {
            throw new ArgumentException($"{name} has length {length} but {otherName} has length {otherLength}", name);
        }
    }

    /// <summary>An output that replaces an input element by element: the same memory or memory apart.</summary>
    /// <exception cref="ArgumentException">They overlap in part.</exception>
    public static void CheckSameOrApart<TOutput, TInput>(string name, ReadOnlySpan<TOutput> output, string inputName, ReadOnlySpan<TInput> input)
    {
        bool same = typeof(TOutput) == typeof(TInput) && Distance(output, input) == 0;
        if (!same && Overlap(output, input))
        {
            throw new ArgumentException($"{name} partly overlaps {inputName}: it must be the same memory or memory apart", name);
        }
    }

    /// <summary>An output that shares no memory with another argument.</summary>
    /// <exception cref="ArgumentException">They overlap.</exception>
    public static void CheckApart<TOutput, TOther>(string name, ReadOnlySpan<TOutput> output, string otherName, ReadOnlySpan<TOther> other)
    {
        if (Overlap(output, other))
        {
            throw new ArgumentException($"{name} overlaps {otherName}: it must be memory apart", name);
        }
    }

    // MemoryExtensions.Overlaps compares spans of one type only, and targets may be bytes, labels integers
    private static bool Overlap<TFirst, TSecond>(ReadOnlySpan<TFirst> first, ReadOnlySpan<TSecond> second)
    {
        nint distance = Distance(first, second);
        return (nuint)distance < (nuint)first.Length * (nuint)Unsafe.SizeOf<TFirst>()
            || (nuint)(-distance) < (nuint)second.Length * (nuint)Unsafe.SizeOf<TSecond>();
    }

    private static nint Distance<TFirst, TSecond>(ReadOnlySpan<TFirst> first, ReadOnlySpan<TSecond> second) =>
        Unsafe.ByteOffset(
            ref Unsafe.As<TFirst, byte>(ref MemoryMarshal.GetReference(first)),
            ref Unsafe.As<TSecond, byte>(ref MemoryMarshal.GetReference(second)));
}
