using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>The gradients of the rows of a block, each of which has one maximum.</summary>
internal static class TrueClassGradient
{
    /// <summary>Writes them in place of the exponentials.</summary>
    [SkipLocalsInit]
    public static void Write<T>(ref readonly TrueClassBlock block, Span<T> rows, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Unsafe.SkipInit(out RowBlock<T> buffer);
        Span<T> factors = ((Span<T>)buffer)[..(rows.Length / classes)];
        RowConversion.Round(((ReadOnlySpan<double>)block.Factors)[..factors.Length], factors);
        RowPass.Run<T, RowGradientPass<T>>(new(rows, classes, factors));
        TrueClassColumn.Write(in block, block.First, rows, classes);
    }
}
