using System;
using System.Runtime.InteropServices;

namespace LossGen.Benchmarks.Batches;

/// <summary>Numbers that begin at a cache line, as those of PyTorch do, so that no contestant is lucky.</summary>
internal sealed unsafe class AlignedMemory<T> : IDisposable
    where T : unmanaged
{
    private const int CacheLine = 64;
    private T* _start;

    public AlignedMemory(int length)
    {
        Length = length;
        _start = (T*)NativeMemory.AlignedAlloc(checked((nuint)length * (nuint)sizeof(T)), CacheLine);
        // the pages are there before anything is timed
        Span.Clear();
    }

    public int Length { get; }

    public Span<T> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(_start is null, this);
            return new(_start, Length);
        }
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }
}
