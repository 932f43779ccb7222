using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>Some rows that pay for every class.</summary>
/// <typeparam name="TKernel">The kernel of the terms of all classes.</typeparam>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
internal readonly struct AllClassChunk<TKernel, T, TLabel> : IRowChunk<T, TLabel>
    where TKernel : struct, IRowKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLabel : unmanaged, IBinaryInteger<TLabel>
{
    /// <inheritdoc/>
    public static int BlockLength(int classes) => classes <= AllClassTiles.MaxClasses ? RowTile.Rows : 1;

    /// <inheritdoc/>
    public static double Evaluate(in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale) => TKernel.PerClassCount == 0
        ? Evaluate(in batch, classes, firstRow, count, scale, [])
        : EvaluatePerClass(in batch, classes, firstRow, count, scale);

    // The buffer is as large as the others together: only kernels that need it have it on the stack. What lies beyond the classes
    // goes through the kernel as well, and is 0.
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double EvaluatePerClass(in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale)
    {
        Unsafe.SkipInit(out AllClassHyperparameters<T> buffer);
        Span<T> perClass = ((Span<T>)buffer)[..(TKernel.PerClassCount * AllClassBlock.Length)];
        perClass.Clear();
        return Evaluate(in batch, classes, firstRow, count, scale, perClass);
    }

    private static double Evaluate(in RowBatch<T, TLabel> batch, int classes, int firstRow, int count, double scale, Span<T> perClass)
    {
        AllClassTerms<TKernel, T> terms = new(batch.Scalars, perClass, classes);
        return classes <= AllClassTiles.MaxClasses
            ? AllClassTiles.Evaluate(in batch, classes, firstRow, count, scale, in terms)
            : AllClassLongRows.Evaluate(in batch, classes, firstRow, count, scale, in terms);
    }
}
