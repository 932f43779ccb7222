using System;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>The gradients of the rows of a block, each of which has one maximum.</summary>
internal static class TrueClassGradient
{
    /// <summary>Writes them in place of the exponentials.</summary>
    public static void Write<T>(ref readonly TrueClassBlock<T> block, Span<T> rows, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        RowPass.Run<T, RowGradientPass<T>>(new(rows, classes, ((ReadOnlySpan<T>)block.GradientFactors)[..(rows.Length / classes)]));
        TrueClassColumn.Write(in block, block.Gradients, rows, classes);
    }
}
