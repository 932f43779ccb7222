using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>
/// A sum with one fixed order of additions, whatever the vector width. Element i belongs to virtual lane i mod 16. For
/// each 64 elements a lane widens its four to double and adds (u0 + u1) + (u2 + u3) to its accumulator. A remainder is
/// padded with zeros. Widening before the first addition keeps the sum finite wherever its single-precision terms are, and
/// the relative error of a sum of n non-negative terms below (n / 64 + 7) 2^-53.
/// </summary>
[InlineArray(LaneCount)]
internal struct LossSum
{
    private const int LaneCount = 16;
    private const int GroupLength = 4 * LaneCount;

    private double lane0;

    /// <summary>Adds <paramref name="count"/> values; all calls but the last one need a multiple of 64.</summary>
    [SkipLocalsInit]
    public void Add<T>(ref readonly T values, int count)
        where T : unmanaged
    {
        int whole = count - (count % GroupLength);
        AddGroups(ref this[0], in values, (nuint)whole);
        if (whole < count)
        {
            Unsafe.SkipInit(out Group<T> padded);
            Span<T> group = padded;
            ReadOnlySpan<T> remainder = MemoryMarshal.CreateReadOnlySpan(in Unsafe.Add(ref Unsafe.AsRef(in values), whole), count - whole);
            remainder.CopyTo(group);
            group[remainder.Length..].Clear();
            AddGroups(ref this[0], in group[0], GroupLength);
        }
    }

    /// <summary>The sum of the lanes: halves of 8, 4, 2, 1.</summary>
    public readonly double Total()
    {
        if (!Vector512.IsHardwareAccelerated)
        {
            return TotalScalar();
        }

        ref readonly double lanes = ref this[0];
        Vector512<double> eight = Vector512.LoadUnsafe(in lanes) + Vector512.LoadUnsafe(in lanes, 8);
        Vector256<double> four = eight.GetLower() + eight.GetUpper();
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    /// <summary>The same with single numbers.</summary>
    internal readonly double TotalScalar() =>
        (((this[0] + this[8]) + (this[4] + this[12])) + ((this[2] + this[10]) + (this[6] + this[14])))
        + (((this[1] + this[9]) + (this[5] + this[13])) + ((this[3] + this[11]) + (this[7] + this[15])));

    private static void AddGroups<T>(ref double lanes, ref readonly T values, nuint count)
        where T : unmanaged
    {
        if (Vector512.IsHardwareAccelerated)
        {
            AddGroups512(ref lanes, in values, count);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            AddGroups256(ref lanes, in values, count);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            AddGroups128(ref lanes, in values, count);
        }
        else
        {
            AddGroupsScalar(ref lanes, in values, count);
        }
    }

    internal static void AddGroups512<T>(ref double lanes, ref readonly T values, nuint count)
        where T : unmanaged
    {
        for (nuint lane = 0; lane < LaneCount; lane += (nuint)Vector512<double>.Count)
        {
            Vector512<double> sum = Vector512.LoadUnsafe(ref lanes, lane);
            for (nuint i = lane; i < count; i += GroupLength)
            {
                sum += (Widen512(in values, i) + Widen512(in values, i + 16)) + (Widen512(in values, i + 32) + Widen512(in values, i + 48));
            }

            sum.StoreUnsafe(ref lanes, lane);
        }
    }

    internal static void AddGroups256<T>(ref double lanes, ref readonly T values, nuint count)
        where T : unmanaged
    {
        for (nuint lane = 0; lane < LaneCount; lane += (nuint)Vector256<double>.Count)
        {
            Vector256<double> sum = Vector256.LoadUnsafe(ref lanes, lane);
            for (nuint i = lane; i < count; i += GroupLength)
            {
                sum += (Widen256(in values, i) + Widen256(in values, i + 16)) + (Widen256(in values, i + 32) + Widen256(in values, i + 48));
            }

            sum.StoreUnsafe(ref lanes, lane);
        }
    }

    internal static void AddGroups128<T>(ref double lanes, ref readonly T values, nuint count)
        where T : unmanaged
    {
        for (nuint lane = 0; lane < LaneCount; lane += (nuint)Vector128<double>.Count)
        {
            Vector128<double> sum = Vector128.LoadUnsafe(ref lanes, lane);
            for (nuint i = lane; i < count; i += GroupLength)
            {
                sum += (Widen128(in values, i) + Widen128(in values, i + 16)) + (Widen128(in values, i + 32) + Widen128(in values, i + 48));
            }

            sum.StoreUnsafe(ref lanes, lane);
        }
    }

    internal static void AddGroupsScalar<T>(ref double lanes, ref readonly T values, nuint count)
        where T : unmanaged
    {
        for (nuint lane = 0; lane < LaneCount; lane++)
        {
            double sum = Unsafe.Add(ref lanes, lane);
            for (nuint i = lane; i < count; i += GroupLength)
            {
                sum += (Widen(in values, i) + Widen(in values, i + 16)) + (Widen(in values, i + 32) + Widen(in values, i + 48));
            }

            Unsafe.Add(ref lanes, lane) = sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<double> Widen512<T>(ref readonly T values, nuint index) =>
        typeof(T) == typeof(double)
            ? Vector512.LoadUnsafe(in As<T, double>(in values), index)
            : Vector512.WidenLower(Vector256.LoadUnsafe(in As<T, float>(in values), index).ToVector512Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<double> Widen256<T>(ref readonly T values, nuint index) =>
        typeof(T) == typeof(double)
            ? Vector256.LoadUnsafe(in As<T, double>(in values), index)
            : Vector256.WidenLower(Vector128.LoadUnsafe(in As<T, float>(in values), index).ToVector256Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<double> Widen128<T>(ref readonly T values, nuint index) =>
        typeof(T) == typeof(double)
            ? Vector128.LoadUnsafe(in As<T, double>(in values), index)
            : Vector128.WidenLower(Vector64.LoadUnsafe(in As<T, float>(in values), index).ToVector128Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Widen<T>(ref readonly T values, nuint index) =>
        typeof(T) == typeof(double)
            ? Unsafe.Add(ref Unsafe.AsRef(in As<T, double>(in values)), index)
            : Unsafe.Add(ref Unsafe.AsRef(in As<T, float>(in values)), index);

    internal static ref readonly TTo As<TFrom, TTo>(ref readonly TFrom values) =>
        ref Unsafe.As<TFrom, TTo>(ref Unsafe.AsRef(in values));

    [InlineArray(GroupLength)]
    private struct Group<T>
        where T : unmanaged
    {
        private T element0;
    }
}
