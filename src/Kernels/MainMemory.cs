using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <summary>Batches that no cache holds.</summary>
internal static class MainMemory
{
    // of a batch, which is half of what is read and written
    private const int LeastSize = 1 << 23;

    private const int LineSize = 64;

    /// <summary>Whether a batch comes from main memory.</summary>
    public static bool Holds<T>(ReadOnlySpan<T> batch) => (long)batch.Length * Unsafe.SizeOf<T>() >= LeastSize;

    /// <summary>
    /// Whether results of a batch are better written past the caches: memory that is written through a cache is read before. The memory
    /// of the batch itself is in a cache by then.
    /// </summary>
    public static bool Receives<T>(ReadOnlySpan<T> batch, ReadOnlySpan<T> results) =>
        Holds(batch) && !results.IsEmpty && !Unsafe.AreSame(in MemoryMarshal.GetReference(batch), in MemoryMarshal.GetReference(results));

    /// <summary>Copies past the caches. Others see it in the order of this thread's stores only after <see cref="Complete{T}"/>.</summary>
    public static unsafe void Write<T>(ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged
    {
        ReadOnlySpan<byte> source = MemoryMarshal.AsBytes(from);
        Span<byte> destination = MemoryMarshal.AsBytes(to)[..source.Length];
        fixed (byte* read = source)
        fixed (byte* written = destination)
        {
            int head = Math.Min(source.Length, (int)((LineSize - ((nuint)written % LineSize)) % LineSize));
            int whole = head + ((source.Length - head) / LineSize * LineSize);
            source[..head].CopyTo(destination);
            for (int i = head; i < whole; i += Vector256<byte>.Count)
            {
                Vector256.StoreAlignedNonTemporal(Vector256.Load(read + i), written + i);
            }

            source[whole..].CopyTo(destination[whole..]);
        }
    }

    /// <summary>Nobody sees what this thread stores from now on before what it has written of a batch.</summary>
    public static void Complete<T>(ReadOnlySpan<T> batch)
    {
        if (Sse.IsSupported && Holds(batch))
        {
            Sse.StoreFence();
        }
    }
}
