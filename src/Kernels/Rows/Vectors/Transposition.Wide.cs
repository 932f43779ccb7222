using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace LossGen.Kernels;

/// <content>Sixteen rows or columns in vectors of 512 bits: four squares at a time, or twice four, whose rows are read and written in one piece.</content>
internal static partial class Transposition
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SixteenRows(ref float from, nuint columns, nuint fromStep, ref float to, nuint toStep)
    {
        nuint j = 0;
        for (; j + 8 <= columns; j += 8)
        {
            SixteenToEight(ref Unsafe.Add(ref from, j), fromStep, ref Unsafe.Add(ref to, j * toStep), toStep);
        }

        // the last squares overlap the ones before
        for (; j < columns; j += 4)
        {
            nuint first = nuint.Min(j, columns - 4);
            SixteenToFour(ref Unsafe.Add(ref from, first), fromStep, ref Unsafe.Add(ref to, first * toStep), toStep);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SixteenColumns(ref float from, nuint rows, nuint fromStep, ref float to, nuint toStep)
    {
        nuint i = 0;
        for (; i + 8 <= rows; i += 8)
        {
            EightToSixteen(ref Unsafe.Add(ref from, i * fromStep), fromStep, ref Unsafe.Add(ref to, i), toStep);
        }

        for (; i < rows; i += 4)
        {
            nuint first = nuint.Min(i, rows - 4);
            FourToSixteen(ref Unsafe.Add(ref from, first * fromStep), fromStep, ref Unsafe.Add(ref to, first), toStep);
        }
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
    private static void SixteenToEight(ref float from, nuint fromStep, ref float to, nuint toStep)
    {
        (Vector512<float> lowerA, Vector512<float> upperA) = HalvesOfEveryFourth(ref from, fromStep);
        (Vector512<float> lowerB, Vector512<float> upperB) = HalvesOfEveryFourth(ref Unsafe.Add(ref from, fromStep), fromStep);
        (Vector512<float> lowerC, Vector512<float> upperC) = HalvesOfEveryFourth(ref Unsafe.Add(ref from, 2 * fromStep), fromStep);
        (Vector512<float> lowerD, Vector512<float> upperD) = HalvesOfEveryFourth(ref Unsafe.Add(ref from, 3 * fromStep), fromStep);
        Squares lower = new(lowerA, lowerB, lowerC, lowerD);
        lower.A.StoreUnsafe(ref to);
        lower.B.StoreUnsafe(ref to, toStep);
        lower.C.StoreUnsafe(ref to, 2 * toStep);
        lower.D.StoreUnsafe(ref to, 3 * toStep);
        Squares upper = new(upperA, upperB, upperC, upperD);
        upper.A.StoreUnsafe(ref to, 4 * toStep);
        upper.B.StoreUnsafe(ref to, 5 * toStep);
        upper.C.StoreUnsafe(ref to, 6 * toStep);
        upper.D.StoreUnsafe(ref to, 7 * toStep);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EightToSixteen(ref float from, nuint fromStep, ref float to, nuint toStep)
    {
        Squares lower = new(
            Vector512.LoadUnsafe(ref from),
            Vector512.LoadUnsafe(ref from, fromStep),
            Vector512.LoadUnsafe(ref from, 2 * fromStep),
            Vector512.LoadUnsafe(ref from, 3 * fromStep));
        Squares upper = new(
            Vector512.LoadUnsafe(ref from, 4 * fromStep),
            Vector512.LoadUnsafe(ref from, 5 * fromStep),
            Vector512.LoadUnsafe(ref from, 6 * fromStep),
            Vector512.LoadUnsafe(ref from, 7 * fromStep));
        StoreEveryFourth(lower.A, upper.A, ref to, toStep);
        StoreEveryFourth(lower.B, upper.B, ref Unsafe.Add(ref to, toStep), toStep);
        StoreEveryFourth(lower.C, upper.C, ref Unsafe.Add(ref to, 2 * toStep), toStep);
        StoreEveryFourth(lower.D, upper.D, ref Unsafe.Add(ref to, 3 * toStep), toStep);
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

    // eight numbers of each row: the first four, and the others
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Lower, Vector512<float> Upper) HalvesOfEveryFourth(ref float from, nuint step)
    {
        Vector512<float> first = Vector256.LoadUnsafe(ref from).ToVector512Unsafe().WithUpper(Vector256.LoadUnsafe(ref from, 4 * step));
        Vector512<float> second = Vector256.LoadUnsafe(ref from, 8 * step).ToVector512Unsafe().WithUpper(Vector256.LoadUnsafe(ref from, 12 * step));
        return (Avx512F.Shuffle4x128(first, second, 0b10_00_10_00), Avx512F.Shuffle4x128(first, second, 0b11_01_11_01));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreEveryFourth(Vector512<float> lower, Vector512<float> upper, ref float to, nuint step)
    {
        Vector512<double> first = Avx512F.PermuteVar8x64x2(lower.AsDouble(), Vector512.Create(0L, 1, 8, 9, 2, 3, 10, 11), upper.AsDouble());
        Vector512<double> second = Avx512F.PermuteVar8x64x2(lower.AsDouble(), Vector512.Create(4L, 5, 12, 13, 6, 7, 14, 15), upper.AsDouble());
        first.GetLower().AsSingle().StoreUnsafe(ref to);
        first.GetUpper().AsSingle().StoreUnsafe(ref to, 4 * step);
        second.GetLower().AsSingle().StoreUnsafe(ref to, 8 * step);
        second.GetUpper().AsSingle().StoreUnsafe(ref to, 12 * step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreEveryFourth(Vector512<float> rows, ref float to, nuint step)
    {
        Avx512F.ExtractVector128(rows, 0).StoreUnsafe(ref to);
        Avx512F.ExtractVector128(rows, 1).StoreUnsafe(ref to, 4 * step);
        Avx512F.ExtractVector128(rows, 2).StoreUnsafe(ref to, 8 * step);
        Avx512F.ExtractVector128(rows, 3).StoreUnsafe(ref to, 12 * step);
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
