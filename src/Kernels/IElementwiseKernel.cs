using System.ComponentModel;

namespace LossGen.Kernels;

/// <summary>A generated kernel: loss and derivatives of independent elements. Implemented by generated code only.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TTarget">The type of the targets: <typeparamref name="T"/> or <see cref="byte"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IElementwiseKernel<T, TTarget>
    where T : unmanaged
    where TTarget : unmanaged
{
    /// <summary>What the loss takes and computes.</summary>
    static abstract LossRoles Roles { get; }

    /// <summary>The name of the input parameter: <c>logits</c> or <c>probabilities</c>.</summary>
    static abstract string InputName { get; }

    /// <summary>How the losses of the elements become one number.</summary>
    static abstract Reduction Reduction { get; }

    /// <summary>The number of elements that every call of <see cref="Run"/> is a multiple of; it divides 192.</summary>
    static abstract int Step { get; }

    /// <summary>The number of hyperparameters with one value per class, at most <see cref="PerClassHyperparameters{T}.MaxCount"/>.</summary>
    static virtual int PerClassCount => 0;

    /// <summary>
    /// Computes <paramref name="count"/> elements in ascending order. The inputs of a vector are loaded before its results
    /// are stored, since an output may be the memory of an input. An element of weight 0 gives 0, whatever its input.
    /// </summary>
    /// <param name="lanes">Where the elements are, in memory of any alignment; the references of absent roles are not used.</param>
    /// <param name="count">A positive multiple of <see cref="Step"/>.</param>
    /// <param name="scale">What gradient and hessian are multiplied by: 1 / n for the mean, times the gradient scale.</param>
    static abstract void Run(in ElementwiseLanes<T, TTarget> lanes, nuint count, T scale);
}
