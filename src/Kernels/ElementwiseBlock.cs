using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>The length of a block.</summary>
internal static class ElementwiseBlock
{
    /// <summary>
    /// The number of elements between two visits of the summation: small enough that the losses are still in the first-level
    /// cache, and a multiple of every <see cref="IElementwiseKernel{T, TTarget}.Step"/> and of the summation's 64.
    /// </summary>
    public const int Length = 384;
}

/// <summary>One value per element of a block, on the stack.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[InlineArray(ElementwiseBlock.Length)]
internal struct ElementwiseBlock<T>
    where T : unmanaged
{
    private T element0;
}
