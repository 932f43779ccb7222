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
        where T : unmanaged => Run(in source, rows, columns, sourceStride, ref destination, destinationStride, 1, 0, 0);

    /// <summary>The same of matrices one after the other.</summary>
    /// <param name="source">The first matrix, row after row.</param>
    /// <param name="rows">The number of rows of each.</param>
    /// <param name="columns">The number of columns of each.</param>
    /// <param name="sourceStride">The distance from a row to the next.</param>
    /// <param name="destination">Receives the transposed matrices; it is other memory.</param>
    /// <param name="destinationStride">The distance from one of their rows to the next.</param>
    /// <param name="count">The number of matrices.</param>
    /// <param name="sourceDistance">The distance from a matrix to the next.</param>
    /// <param name="destinationDistance">The distance from a transposed matrix to the next.</param>
    public static void Run<T>(
        ref readonly T source, int rows, int columns, int sourceStride, ref T destination, int destinationStride,
        int count, int sourceDistance, int destinationDistance)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float) && Sse.IsSupported && rows >= 4 && columns >= 4)
        {
            RunSingles(
                ref Unsafe.As<T, float>(ref Unsafe.AsRef(in source)), rows, columns, sourceStride, ref Unsafe.As<T, float>(ref destination), destinationStride,
                count, sourceDistance, destinationDistance);
            return;
        }

        for (int i = 0; i < count; i++)
        {
            ref T from = ref Unsafe.Add(ref Unsafe.AsRef(in source), i * sourceDistance);
            ref T to = ref Unsafe.Add(ref destination, i * destinationDistance);
            if (typeof(T) == typeof(double) && Sse2.IsSupported && rows >= 2 && columns >= 2)
            {
                RunDoubles(ref Unsafe.As<T, double>(ref from), rows, columns, sourceStride, ref Unsafe.As<T, double>(ref to), destinationStride);
            }
            else
            {
                RunScalar(in from, rows, columns, sourceStride, ref to, destinationStride);
            }
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunSingles(
        ref float source, int rows, int columns, int sourceStride, ref float destination, int destinationStride,
        int count, int sourceDistance, int destinationDistance)
    {
        nuint fromStep = (nuint)sourceStride;
        nuint toStep = (nuint)destinationStride;
        for (int i = 0; i < count; i++)
        {
            ref float from = ref Unsafe.Add(ref source, i * sourceDistance);
            ref float to = ref Unsafe.Add(ref destination, i * destinationDistance);
            if (Avx512F.IsSupported && Vector512.IsHardwareAccelerated && rows == 16)
            {
                SixteenRows(ref from, (nuint)columns, fromStep, ref to, toStep);
            }
            else if (Avx512F.IsSupported && Vector512.IsHardwareAccelerated && columns == 16)
            {
                SixteenColumns(ref from, (nuint)rows, fromStep, ref to, toStep);
            }
            else
            {
                RunSquares(ref from, (nuint)rows, (nuint)columns, fromStep, ref to, toStep);
            }
        }
    }

    // The last squares overlap the ones before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunSquares(ref float source, nuint rows, nuint columns, nuint fromStep, ref float destination, nuint toStep)
    {
        for (nuint i = 0; i < rows; i += 4)
        {
            nuint row = nuint.Min(i, rows - 4);
            ref float from = ref Unsafe.Add(ref source, row * fromStep);
            ref float to = ref Unsafe.Add(ref destination, row);
            for (nuint j = 0; j < columns - 4; j += 4)
            {
                Square(ref Unsafe.Add(ref from, j), fromStep, ref Unsafe.Add(ref to, j * toStep), toStep);
            }

            Square(ref Unsafe.Add(ref from, columns - 4), fromStep, ref Unsafe.Add(ref to, (columns - 4) * toStep), toStep);
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
