using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>The rows that are computed together.</summary>
internal static class RowBlock
{
    /// <summary>The largest number of rows: a multiple of the step of every kernel.</summary>
    public const int Length = 192;
}

/// <summary>One number per row of a block.</summary>
/// <typeparam name="T">The type of the number.</typeparam>
[InlineArray(RowBlock.Length)]
internal struct RowBlock<T>
    where T : unmanaged
{
    private T element0;
}
