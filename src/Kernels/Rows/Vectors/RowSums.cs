using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <summary>
/// Sums of rows of numbers in [0, 1], with one order of additions whatever the vector width. Element j of a row belongs to virtual lane
/// j mod 16, which takes four elements of a whole 64 as (e0 + e1) + (e2 + e3) in the type of the numbers, and what remains of the row one
/// by one. Their sum is in double precision, and so is that of the lanes: halves of 8, 4, 2, 1. Two roundings to single precision are
/// all there are in an element's way, and keep the relative error below 2^-23.
/// </summary>
internal static partial class RowSums
{
    private const int LaneCount = RowPass.Piece;
    private const int GroupLength = 4 * LaneCount;

    // from number r on: the part of the last 16 elements of a row that r of them beyond whole pieces are
    private static ReadOnlySpan<double> Remainders =>
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    /// <summary>The sum of each row of <paramref name="classes"/> numbers, which are 16 at least.</summary>
    public static void Of<T>(ReadOnlySpan<T> values, int classes, Span<double> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref readonly T first = ref MemoryMarshal.GetReference(values);
        ref double sum = ref MemoryMarshal.GetReference(sums);
        int rows = values.Length / classes;
        if (Vector512.IsHardwareAccelerated)
        {
            Of512(in first, classes, rows, ref sum);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Of256(in first, classes, rows, ref sum);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Of128(in first, classes, rows, ref sum);
        }
        else
        {
            OfScalars(in first, classes, rows, ref sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Of512<T>(ref readonly T values, int classes, int rows, ref double sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T row = ref Unsafe.AsRef(in values);
        for (int i = 0; i < rows; i++)
        {
            Vector512<double> eight = typeof(T) == typeof(float)
                ? Halves512(in Unsafe.As<T, float>(ref row), classes)
                : Lanes512(in Unsafe.As<T, double>(ref row), classes, 0) + Lanes512(in Unsafe.As<T, double>(ref row), classes, 8);
            Vector256<double> four = eight.GetLower() + eight.GetUpper();
            Vector128<double> two = four.GetLower() + four.GetUpper();
            Unsafe.Add(ref sums, i) = two[0] + two[1];
            row = ref Unsafe.Add(ref row, classes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Of256<T>(ref readonly T values, int classes, int rows, ref double sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T row = ref Unsafe.AsRef(in values);
        for (int i = 0; i < rows; i++)
        {
            Vector256<double> four = typeof(T) == typeof(float)
                ? Quarters256(in Unsafe.As<T, float>(ref row), classes)
                : Quarters256(in Unsafe.As<T, double>(ref row), classes);
            Vector128<double> two = four.GetLower() + four.GetUpper();
            Unsafe.Add(ref sums, i) = two[0] + two[1];
            row = ref Unsafe.Add(ref row, classes);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Of128<T>(ref readonly T values, int classes, int rows, ref double sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T row = ref Unsafe.AsRef(in values);
        for (int i = 0; i < rows; i++)
        {
            Vector128<double> lower = (Lanes128(in row, classes, 0) + Lanes128(in row, classes, 8)) + (Lanes128(in row, classes, 4) + Lanes128(in row, classes, 12));
            Vector128<double> upper = (Lanes128(in row, classes, 2) + Lanes128(in row, classes, 10)) + (Lanes128(in row, classes, 6) + Lanes128(in row, classes, 14));
            Vector128<double> two = lower + upper;
            Unsafe.Add(ref sums, i) = two[0] + two[1];
            row = ref Unsafe.Add(ref row, classes);
        }
    }

    internal static void OfScalars<T>(ref readonly T values, int classes, int rows, ref double sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T row = ref Unsafe.AsRef(in values);
        for (int i = 0; i < rows; i++)
        {
            Unsafe.Add(ref sums, i) = Every<T>(in row, classes, 0) + Every<T>(in row, classes, 1);
            row = ref Unsafe.Add(ref row, classes);
        }
    }

    // the lanes of even or of odd number
    private static double Every<T>(ref readonly T row, int classes, int lane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ((Lane(in row, classes, lane) + Lane(in row, classes, lane + 8)) + (Lane(in row, classes, lane + 4) + Lane(in row, classes, lane + 12)))
        + ((Lane(in row, classes, lane + 2) + Lane(in row, classes, lane + 10)) + (Lane(in row, classes, lane + 6) + Lane(in row, classes, lane + 14)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Lanes512(ref readonly double row, int classes, int lane)
    {
        Vector512<double> sum = Vector512<double>.Zero;
        int i = 0;
        for (; i + GroupLength <= classes; i += GroupLength)
        {
            nuint index = (nuint)(i + lane);
            sum += (Vector512.LoadUnsafe(in row, index) + Vector512.LoadUnsafe(in row, index + 16))
                + (Vector512.LoadUnsafe(in row, index + 32) + Vector512.LoadUnsafe(in row, index + 48));
        }

        for (; i + LaneCount <= classes; i += LaneCount)
        {
            sum += Vector512.LoadUnsafe(in row, (nuint)(i + lane));
        }

        if (i < classes)
        {
            Vector512<double> remainder = Vector512.LoadUnsafe(in Remainders[classes - i], (nuint)lane);
            sum += Vector512.LoadUnsafe(in row, (nuint)(classes - LaneCount + lane)) * remainder;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quarters256(ref readonly double row, int classes) =>
        (Lanes256(in row, classes, 0) + Lanes256(in row, classes, 8)) + (Lanes256(in row, classes, 4) + Lanes256(in row, classes, 12));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Lanes256(ref readonly double row, int classes, int lane)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        int i = 0;
        for (; i + GroupLength <= classes; i += GroupLength)
        {
            nuint index = (nuint)(i + lane);
            sum += (Vector256.LoadUnsafe(in row, index) + Vector256.LoadUnsafe(in row, index + 16))
                + (Vector256.LoadUnsafe(in row, index + 32) + Vector256.LoadUnsafe(in row, index + 48));
        }

        for (; i + LaneCount <= classes; i += LaneCount)
        {
            sum += Vector256.LoadUnsafe(in row, (nuint)(i + lane));
        }

        if (i < classes)
        {
            Vector256<double> remainder = Vector256.LoadUnsafe(in Remainders[classes - i], (nuint)lane);
            sum += Vector256.LoadUnsafe(in row, (nuint)(classes - LaneCount + lane)) * remainder;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Lanes128<T>(ref readonly T row, int classes, int lane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector128<double> sum = Vector128<double>.Zero;
        int i = 0;
        for (; i + GroupLength <= classes; i += GroupLength)
        {
            sum += Group128(in row, (nuint)(i + lane));
        }

        for (; i + LaneCount <= classes; i += LaneCount)
        {
            sum += LossSum.Widen128(in row, (nuint)(i + lane));
        }

        if (i < classes)
        {
            Vector128<double> remainder = Vector128.LoadUnsafe(in Remainders[classes - i], (nuint)lane);
            sum += LossSum.Widen128(in row, (nuint)(classes - LaneCount + lane)) * remainder;
        }

        return sum;
    }

    private static double Lane<T>(ref readonly T row, int classes, int lane)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        int i = 0;
        for (; i + GroupLength <= classes; i += GroupLength)
        {
            sum += Group(in row, (nuint)(i + lane));
        }

        for (; i + LaneCount <= classes; i += LaneCount)
        {
            sum += LossSum.Widen(in row, (nuint)(i + lane));
        }

        return i < classes ? sum + (LossSum.Widen(in row, (nuint)(classes - LaneCount + lane)) * Remainders[classes - i + lane]) : sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Group128<T>(ref readonly T values, nuint index)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            ref readonly double numbers = ref LossSum.As<T, double>(in values);
            return (Vector128.LoadUnsafe(in numbers, index) + Vector128.LoadUnsafe(in numbers, index + 16))
                + (Vector128.LoadUnsafe(in numbers, index + 32) + Vector128.LoadUnsafe(in numbers, index + 48));
        }

        ref readonly float singles = ref LossSum.As<T, float>(in values);
        Vector128<float> sum = (Pair(in singles, index) + Pair(in singles, index + 16)) + (Pair(in singles, index + 32) + Pair(in singles, index + 48));
        return Vector128.WidenLower(sum);
    }

    // two numbers and two zeros
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Pair(ref readonly float values, nuint index) => Vector64.LoadUnsafe(in values, index).ToVector128();

    private static double Group<T>(ref readonly T values, nuint index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ref T first = ref Unsafe.Add(ref Unsafe.AsRef(in values), index);
        return double.CreateTruncating((first + Unsafe.Add(ref first, 16)) + (Unsafe.Add(ref first, 32) + Unsafe.Add(ref first, 48)));
    }
}
