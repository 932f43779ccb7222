using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>
/// A constant of each of 16 rows, four times over: what a vector of any width, or four of them, loads at its index mod 64 for
/// elements of which number i belongs to row i mod 16. For the elements of one row all are the same.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[InlineArray(Length)]
internal struct Period<T>
    where T : unmanaged
{
    /// <summary>The number of elements after which it repeats itself at most.</summary>
    public const int Length = 64;

    private T element0;

    /// <summary>The vector at that index.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Load<TVector>(ref readonly T first, nuint index)
        where TVector : struct => Lanes.Load<T, TVector>(in first, index % Length);

    /// <summary>The constant of one row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Fill(T value)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Vector512<T> all = Vector512.Create(value);
            for (int i = 0; i < Length; i += Vector512<T>.Count)
            {
                // in pieces as large as they are loaded in: others would have to arrive in the cache first
                all.StoreUnsafe(ref this[i]);
            }
        }
        else
        {
            ((Span<T>)this).Fill(value);
        }
    }

    /// <summary>Repeats the constants of the 16 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Repeat()
    {
        if (Vector512.IsHardwareAccelerated)
        {
            for (int i = 0; i < Length / 4; i += Vector512<T>.Count)
            {
                Vector512<T> part = Vector512.LoadUnsafe(ref this[i]);
                part.StoreUnsafe(ref this[i + (Length / 4)]);
                part.StoreUnsafe(ref this[i + (Length / 2)]);
                part.StoreUnsafe(ref this[i + (3 * Length / 4)]);
            }
        }
        else
        {
            Span<T> all = this;
            ReadOnlySpan<T> first = all[..(Length / 4)];
            for (int start = first.Length; start < Length; start += first.Length)
            {
                first.CopyTo(all[start..]);
            }
        }
    }
}
