using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <summary>Where four rows begin; rows past the last one are the last one.</summary>
internal readonly struct FourRows
{
    /// <summary>The second row.</summary>
    public readonly int Second;

    /// <summary>The third row.</summary>
    public readonly int Third;

    /// <summary>The fourth row.</summary>
    public readonly int Fourth;

    private readonly nuint _a;
    private readonly nuint _b;
    private readonly nuint _c;
    private readonly nuint _d;

    /// <summary>Those from <paramref name="first"/> on, of <paramref name="count"/> rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FourRows(int first, int count, int classes)
    {
        Second = Math.Min(first + 1, count - 1);
        Third = Math.Min(first + 2, count - 1);
        Fourth = Math.Min(first + 3, count - 1);
        _a = (nuint)(first * classes);
        _b = (nuint)(Second * classes);
        _c = (nuint)(Third * classes);
        _d = (nuint)(Fourth * classes);
    }

    /// <summary>A vector of each row, from the same place in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Four<TVector> Load<T, TVector>(ref readonly T values, nuint index)
        where T : unmanaged
        where TVector : struct => new(
            Lanes.Load<T, TVector>(in values, _a + index),
            Lanes.Load<T, TVector>(in values, _b + index),
            Lanes.Load<T, TVector>(in values, _c + index),
            Lanes.Load<T, TVector>(in values, _d + index));

    /// <summary>Fetches a place in each row, or as far ahead of each, into the second-level cache; it may lie outside of all memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch<T>(ref readonly T values, nuint index)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            // a hint: nothing is read should the memory have been moved
            T* first = (T*)Unsafe.AsPointer(ref Unsafe.AsRef(in values)) + index;
            Sse.Prefetch1(first + _a);
            Sse.Prefetch1(first + _b);
            Sse.Prefetch1(first + _c);
            Sse.Prefetch1(first + _d);
        }
    }

    /// <summary>A vector to each row, to the same place in it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T, TVector>(Four<TVector> vectors, ref T values, nuint index)
        where T : unmanaged
        where TVector : struct
    {
        Lanes.Store(vectors.A, ref values, _a + index);
        Lanes.Store(vectors.B, ref values, _b + index);
        Lanes.Store(vectors.C, ref values, _c + index);
        Lanes.Store(vectors.D, ref values, _d + index);
    }
}
