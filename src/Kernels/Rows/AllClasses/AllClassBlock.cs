using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>The length of a block of terms.</summary>
internal static class AllClassBlock
{
    /// <summary>A part of a row, or 16 rows: a multiple of the step of every kernel, and of the summation's 64.</summary>
    public const int Length = 6 * ElementwiseBlock.Length;
}

/// <summary>What is known of the classes of a block, on the stack: a part of a row, or a tile of 16 rows.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal struct AllClassBlock<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>e_j = exp(z_j - M); 0 for the largest while the others are summed.</summary>
    public Classes<T> Exponentials;

    /// <summary>v_j = log p_j.</summary>
    public Classes<T> LogProbabilities;

    /// <summary>1 where a class pays the term of the true class, 0 where it pays that of the others.</summary>
    public Classes<byte> Truths;

    /// <summary>The share of the class in the target of its row.</summary>
    public Classes<T> Shares;

    /// <summary>The term times the share.</summary>
    public Classes<T> Losses;

    /// <summary>a_j, the derivative of the term by v_j times the share.</summary>
    public Classes<T> First;

    /// <summary>a'_j, the second derivative of the term by v_j times the share.</summary>
    public Classes<T> Second;

    /// <summary>One number per class.</summary>
    /// <typeparam name="TValue">The type of the number.</typeparam>
    [InlineArray(AllClassBlock.Length)]
    internal struct Classes<TValue>
        where TValue : unmanaged
    {
        private TValue element0;
    }
}

/// <summary>The hyperparameters per class for the classes of a block, on the stack.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[InlineArray(AllClassBlock.Length * PerClassHyperparameters<float>.MaxCount)]
internal struct AllClassHyperparameters<T>
    where T : unmanaged
{
    private T element0;
}
