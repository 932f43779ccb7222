using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LossGen.Kernels;

/// <content>All lanes of a row in single precision in one loop.</content>
internal static partial class RowSums
{
    // i + (i + 8)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Halves512(ref readonly float row, int classes)
    {
        Vector512<double> lower = Vector512<double>.Zero, upper = lower;
        int i = 0;
        for (; i + GroupLength <= classes; i += GroupLength)
        {
            Vector512<float> sum = (Vector512.LoadUnsafe(in row, (nuint)i) + Vector512.LoadUnsafe(in row, (nuint)(i + 16)))
                + (Vector512.LoadUnsafe(in row, (nuint)(i + 32)) + Vector512.LoadUnsafe(in row, (nuint)(i + 48)));
            lower += Vector512.WidenLower(sum);
            upper += Vector512.WidenUpper(sum);
        }

        for (; i + LaneCount <= classes; i += LaneCount)
        {
            lower += LossSum.Widen512(in row, (nuint)i);
            upper += LossSum.Widen512(in row, (nuint)(i + 8));
        }

        if (i < classes)
        {
            ref readonly double remainders = ref Remainders[classes - i];
            lower += LossSum.Widen512(in row, (nuint)(classes - 16)) * Vector512.LoadUnsafe(in remainders);
            upper += LossSum.Widen512(in row, (nuint)(classes - 8)) * Vector512.LoadUnsafe(in remainders, 8);
        }

        return lower + upper;
    }

    // (i + (i + 8)) + ((i + 4) + (i + 12))
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quarters256(ref readonly float row, int classes)
    {
        Vector256<double> a = Vector256<double>.Zero, b = a, c = a, d = a;
        int i = 0;
        for (; i + GroupLength <= classes; i += GroupLength)
        {
            Vector256<float> lower = (Vector256.LoadUnsafe(in row, (nuint)i) + Vector256.LoadUnsafe(in row, (nuint)(i + 16)))
                + (Vector256.LoadUnsafe(in row, (nuint)(i + 32)) + Vector256.LoadUnsafe(in row, (nuint)(i + 48)));
            Vector256<float> upper = (Vector256.LoadUnsafe(in row, (nuint)(i + 8)) + Vector256.LoadUnsafe(in row, (nuint)(i + 24)))
                + (Vector256.LoadUnsafe(in row, (nuint)(i + 40)) + Vector256.LoadUnsafe(in row, (nuint)(i + 56)));
            a += Vector256.WidenLower(lower);
            b += Vector256.WidenUpper(lower);
            c += Vector256.WidenLower(upper);
            d += Vector256.WidenUpper(upper);
        }

        for (; i + LaneCount <= classes; i += LaneCount)
        {
            a += LossSum.Widen256(in row, (nuint)i);
            b += LossSum.Widen256(in row, (nuint)(i + 4));
            c += LossSum.Widen256(in row, (nuint)(i + 8));
            d += LossSum.Widen256(in row, (nuint)(i + 12));
        }

        if (i < classes)
        {
            ref readonly double remainders = ref Remainders[classes - i];
            a += LossSum.Widen256(in row, (nuint)(classes - 16)) * Vector256.LoadUnsafe(in remainders);
            b += LossSum.Widen256(in row, (nuint)(classes - 12)) * Vector256.LoadUnsafe(in remainders, 4);
            c += LossSum.Widen256(in row, (nuint)(classes - 8)) * Vector256.LoadUnsafe(in remainders, 8);
            d += LossSum.Widen256(in row, (nuint)(classes - 4)) * Vector256.LoadUnsafe(in remainders, 12);
        }

        return (a + c) + (b + d);
    }
}
