using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <summary>Transposes small matrices in squares of four by four numbers in single, two by two in double precision.</summary>
internal static class Transposition
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
            for (nuint j = 0; j < lastColumn; j += 4)
            {
                SixteenToFour(ref Unsafe.Add(ref source, j), fromStep, ref Unsafe.Add(ref destination, j * toStep), toStep);
            }

            SixteenToFour(ref Unsafe.Add(ref source, lastColumn), fromStep, ref Unsafe.Add(ref destination, lastColumn * toStep), toStep);
            return;
        }

        if (Avx512F.IsSupported && Vector512.IsHardwareAccelerated && columns == 16)
        {
            for (int row = 0; row < rows; row += 4)
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

    // Lane k of a vector of four times 128 bits has the square of the rows from 4 k on.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SixteenToFour(ref float from, nuint fromStep, ref float to, nuint toStep)
    {
        Vector512<float> a = EveryFourth(ref from, fromStep);
        Vector512<float> b = EveryFourth(ref Unsafe.Add(ref from, fromStep), fromStep);
        Vector512<float> c = EveryFourth(ref Unsafe.Add(ref from, 2 * fromStep), fromStep);
        Vector512<float> d = EveryFourth(ref Unsafe.Add(ref from, 3 * fromStep), fromStep);
        Squares squares = new(a, b, c, d);
        squares.A.StoreUnsafe(ref to);
        squares.B.StoreUnsafe(ref to, toStep);
        squares.C.StoreUnsafe(ref to, 2 * toStep);
        squares.D.StoreUnsafe(ref to, 3 * toStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourToSixteen(ref float from, nuint fromStep, ref float to, nuint toStep)
    {
        Squares squares = new(
            Vector512.LoadUnsafe(ref from),
            Vector512.LoadUnsafe(ref from, fromStep),
            Vector512.LoadUnsafe(ref from, 2 * fromStep),
            Vector512.LoadUnsafe(ref from, 3 * fromStep));
        StoreEveryFourth(squares.A, ref to, toStep);
        StoreEveryFourth(squares.B, ref Unsafe.Add(ref to, toStep), toStep);
        StoreEveryFourth(squares.C, ref Unsafe.Add(ref to, 2 * toStep), toStep);
        StoreEveryFourth(squares.D, ref Unsafe.Add(ref to, 3 * toStep), toStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> EveryFourth(ref float from, nuint step)
    {
        Vector512<float> rows = Vector128.LoadUnsafe(ref from).ToVector256Unsafe().ToVector512Unsafe();
        rows = Avx512F.InsertVector128(rows, Vector128.LoadUnsafe(ref from, 4 * step), 1);
        rows = Avx512F.InsertVector128(rows, Vector128.LoadUnsafe(ref from, 8 * step), 2);
        return Avx512F.InsertVector128(rows, Vector128.LoadUnsafe(ref from, 12 * step), 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreEveryFourth(Vector512<float> rows, ref float to, nuint step)
    {
        Avx512F.ExtractVector128(rows, 0).StoreUnsafe(ref to);
        Avx512F.ExtractVector128(rows, 1).StoreUnsafe(ref to, 4 * step);
        Avx512F.ExtractVector128(rows, 2).StoreUnsafe(ref to, 8 * step);
        Avx512F.ExtractVector128(rows, 3).StoreUnsafe(ref to, 12 * step);
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

    /// <summary>Squares of four by four numbers in each 128 bits, transposed.</summary>
    private readonly struct Squares
    {
        public readonly Vector512<float> A;
        public readonly Vector512<float> B;
        public readonly Vector512<float> C;
        public readonly Vector512<float> D;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Squares(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
        {
            Vector512<double> lowerAB = Avx512F.UnpackLow(a, b).AsDouble();
            Vector512<double> lowerCD = Avx512F.UnpackLow(c, d).AsDouble();
            Vector512<double> upperAB = Avx512F.UnpackHigh(a, b).AsDouble();
            Vector512<double> upperCD = Avx512F.UnpackHigh(c, d).AsDouble();
            A = Avx512F.UnpackLow(lowerAB, lowerCD).AsSingle();
            B = Avx512F.UnpackHigh(lowerAB, lowerCD).AsSingle();
            C = Avx512F.UnpackLow(upperAB, upperCD).AsSingle();
            D = Avx512F.UnpackHigh(upperAB, upperCD).AsSingle();
        }
    }
}
