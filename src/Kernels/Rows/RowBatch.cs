using System;
using System.ComponentModel;

namespace LossGen.Kernels;

/// <summary>The arguments of one call of a loss over rows of classes, by role; absent roles are empty.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TLabel"><see cref="int"/> or <see cref="long"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct RowBatch<T, TLabel>
    where T : unmanaged
    where TLabel : unmanaged
{
    /// <summary>Logits, row after row.</summary>
    public ReadOnlySpan<T> Input { get; set; }

    /// <summary>The class of each row; their number is the number of rows.</summary>
    public ReadOnlySpan<TLabel> Labels { get; set; }

    /// <summary>The distribution over the classes of each row, of the length of the logits, where there are no labels.</summary>
    public ReadOnlySpan<T> Targets { get; set; }

    /// <summary>The number of classes; 0 where the labels say it.</summary>
    public int ClassCount { get; set; }

    /// <summary>One weight per row.</summary>
    public ReadOnlySpan<T> Weights { get; set; }

    /// <summary>One weight per class.</summary>
    public ReadOnlySpan<T> ClassWeights { get; set; }

    /// <summary>The hyperparameters with one value for all classes, in the order of the kernel.</summary>
    public ReadOnlySpan<T> Scalars { get; set; }

    /// <summary>The hyperparameters with one value per class, in the order of the kernel.</summary>
    public PerClassHyperparameters<T> PerClass { get; set; }

    /// <summary>What gradient and hessian are multiplied by, beside the reduction.</summary>
    public T GradientScale { get; set; }

    /// <summary>The number of threads that may take part, -1 for all cores.</summary>
    public int MaxDegreeOfParallelism { get; set; }

    /// <summary>Receives the first derivative by each logit; may be the memory of the logits.</summary>
    public Span<T> Gradient { get; set; }

    /// <summary>Receives the diagonal of the second derivative.</summary>
    public Span<T> Hessian { get; set; }

    /// <summary>Receives the weighted loss of each row.</summary>
    public Span<T> Losses { get; set; }

    /// <summary>The bin of each row, as <see cref="RowBins"/> finds it.</summary>
    internal ReadOnlySpan<byte> Bins { get; set; }

    /// <summary>The weights of the bins, which then are the weights of the rows; empty where the loss is not harmonized.</summary>
    internal ReadOnlySpan<double> BinWeights { get; set; }
}
