using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <summary>Transposes small matrices in squares of four by four numbers in single, two by two in double precision, and with 512 bits four squares at a time.</summary>
internal static partial class Transposition
{
    /// <summary>destination[column, row] = source[row, column].</summary>
    /// <param name="source">The matrix, row after row.</param>
    /// <param name="rows">The number of its rows.</param>
    /// <param name="columns">The number of its columns.</param>
    /// <param name="sourceStride">The distance from one of its rows to the next.</param>
    /// <param name="destination">Receives the transposed matrix; it is other memory.</param>
    /// <param name="destinationStride">The distance from one of its rows to the next.</param>
    public static void Run<T>(ref readonly T source, int rows, int columns, int sourceStride, ref T destination, int destinationStride)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float) && Sse.IsSupported && rows >= 4 && columns >= 4)
        {
            RunSingles(
                ref Unsafe.As<T, float>(ref Unsafe.AsRef(in source)), rows, columns, sourceStride, ref Unsafe.As<T, float>(ref destination), destinationStride);
        }
        else if (typeof(T) == typeof(double) && Sse2.IsSupported && rows >= 2 && columns >= 2)
        {
            RunDoubles(
                ref Unsafe.As<T, double>(ref Unsafe.AsRef(in source)), rows, columns, sourceStride, ref Unsafe.As<T, double>(ref destination), destinationStride);
        }
        else
        {
            RunScalar(in source, rows, columns, sourceStride, ref destination, destinationStride);
        }
    }

    internal static void RunScalar<T>(ref readonly T source, int rows, int columns, int sourceStride, ref T destination, int destinationStride)
        where T : unmanaged
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                Unsafe.Add(ref destination, (column * destinationStride) + row) =
                    Unsafe.Add(ref Unsafe.AsRef(in source), (row * sourceStride) + column);
            }
        }
    }

    // The last squares overlap the ones before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunSingles(ref float source, int rows, int columns, int sourceStride, ref float destination, int destinationStride)
    {
        nuint fromStep = (nuint)sourceStride;
        nuint toStep = (nuint)destinationStride;
        nuint lastColumn = (nuint)columns - 4;
        if (Avx512F.IsSupported && Vector512.IsHardwareAccelerated && rows == 16)
        {
            nuint j = 0;
            for (; j + 8 <= (nuint)columns; j += 8)
            {
                SixteenToEight(ref Unsafe.Add(ref source, j), fromStep, ref Unsafe.Add(ref destination, j * toStep), toStep);
            }

            for (; j < (nuint)columns; j += 4)
            {
                nuint first = nuint.Min(j, lastColumn);
                SixteenToFour(ref Unsafe.Add(ref source, first), fromStep, ref Unsafe.Add(ref destination, first * toStep), toStep);
            }

            return;
        }

        if (Avx512F.IsSupported && Vector512.IsHardwareAccelerated && columns == 16)
        {
            int row = 0;
            for (; row + 8 <= rows; row += 8)
            {
                EightToSixteen(ref Unsafe.Add(ref source, (nuint)row * fromStep), fromStep, ref Unsafe.Add(ref destination, row), toStep);
            }

            for (; row < rows; row += 4)
            {
                nuint first = (nuint)Math.Min(row, rows - 4);
                FourToSixteen(ref Unsafe.Add(ref source, first * fromStep), fromStep, ref Unsafe.Add(ref destination, first), toStep);
            }

            return;
        }

        for (int i = 0; i < rows; i += 4)
        {
            int row = Math.Min(i, rows - 4);
            ref float from = ref Unsafe.Add(ref source, row * sourceStride);
            ref float to = ref Unsafe.Add(ref destination, row);
            for (nuint j = 0; j < lastColumn; j += 4)
            {
                Square(ref Unsafe.Add(ref from, j), fromStep, ref Unsafe.Add(ref to, j * toStep), toStep);
            }

            Square(ref Unsafe.Add(ref from, lastColumn), fromStep, ref Unsafe.Add(ref to, lastColumn * toStep), toStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(ref float from, nuint fromStep, ref float to, nuint toStep)
    {
        Vector128<float> a = Vector128.LoadUnsafe(ref from);
        Vector128<float> b = Vector128.LoadUnsafe(ref from, fromStep);
        Vector128<float> c = Vector128.LoadUnsafe(ref from, 2 * fromStep);
        Vector128<float> d = Vector128.LoadUnsafe(ref from, 3 * fromStep);
        Vector128<float> lowerAB = Sse.UnpackLow(a, b);
        Vector128<float> lowerCD = Sse.UnpackLow(c, d);
        Vector128<float> upperAB = Sse.UnpackHigh(a, b);
        Vector128<float> upperCD = Sse.UnpackHigh(c, d);
        Sse.MoveLowToHigh(lowerAB, lowerCD).StoreUnsafe(ref to);
        Sse.MoveHighToLow(lowerCD, lowerAB).StoreUnsafe(ref to, toStep);
        Sse.MoveLowToHigh(upperAB, upperCD).StoreUnsafe(ref to, 2 * toStep);
        Sse.MoveHighToLow(upperCD, upperAB).StoreUnsafe(ref to, 3 * toStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunDoubles(ref double source, int rows, int columns, int sourceStride, ref double destination, int destinationStride)
    {
        for (int i = 0; i < rows; i += 2)
        {
            int row = i + 2 <= rows ? i : rows - 2;
            for (int j = 0; j < columns; j += 2)
            {
                int column = j + 2 <= columns ? j : columns - 2;
                ref double from = ref Unsafe.Add(ref source, (row * sourceStride) + column);
                Vector128<double> a = Vector128.LoadUnsafe(ref from);
                Vector128<double> b = Vector128.LoadUnsafe(ref from, (nuint)sourceStride);
                ref double to = ref Unsafe.Add(ref destination, (column * destinationStride) + row);
                Sse2.UnpackLow(a, b).StoreUnsafe(ref to);
                Sse2.UnpackHigh(a, b).StoreUnsafe(ref to, (nuint)destinationStride);
            }
        }
    }
}
