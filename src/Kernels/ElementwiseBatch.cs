using System;
using System.ComponentModel;

namespace LossGen.Kernels;

/// <summary>The arguments of one call of a loss method, by role; absent roles are empty.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ElementwiseBatch<T, TTarget>
    where T : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Logits, or probabilities with <see cref="Activation.None"/>; its length is n.</summary>
    public ReadOnlySpan<T> Input { get; set; }

    /// <summary>Targets, length n.</summary>
    public ReadOnlySpan<TTarget> Targets { get; set; }

    /// <summary>Element weights, length n.</summary>
    public ReadOnlySpan<T> Weights { get; set; }

    /// <summary>Class weights; the length divides n.</summary>
    public ReadOnlySpan<T> ClassWeights { get; set; }

    /// <summary>The hyperparameters with one value for all classes, in the order of the kernel.</summary>
    public ReadOnlySpan<T> Scalars { get; set; }

    /// <summary>The hyperparameters with one value per class, in the order of the kernel.</summary>
    public PerClassHyperparameters<T> PerClass { get; set; }

    /// <summary>What gradient and hessian are multiplied by, beside the reduction.</summary>
    public T GradientScale { get; set; }

    /// <summary>The number of threads that may take part, -1 for all cores.</summary>
    public int MaxDegreeOfParallelism { get; set; }

    /// <summary>Receives the first derivative, length n; may be the memory of the input.</summary>
    public Span<T> Gradient { get; set; }

    /// <summary>Receives the second derivative, length n.</summary>
    public Span<T> Hessian { get; set; }

    /// <summary>Receives the weighted losses, length n.</summary>
    public Span<T> Losses { get; set; }

    /// <summary>The bin of each element, as <see cref="GradientBins"/> finds it.</summary>
    internal ReadOnlySpan<byte> Bins { get; set; }

    /// <summary>The weights of the bins, which then are the weights of the elements; empty where the loss is not harmonized.</summary>
    internal ReadOnlySpan<T> BinWeights { get; set; }
}
