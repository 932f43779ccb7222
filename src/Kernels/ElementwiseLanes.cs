using System;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>The first element of each role that a kernel reads or writes.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TTarget">The type of the targets.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ElementwiseLanes<T, TTarget>
    where T : unmanaged
    where TTarget : unmanaged
{
    /// <summary>Logits, or probabilities with <see cref="Activation.None"/>.</summary>
    public ref readonly T Input;

    /// <summary>Targets y.</summary>
    public ref readonly TTarget Targets;

    /// <summary>The product of element and class weight.</summary>
    public ref readonly T Weights;

    /// <summary>The hyperparameters with one value for all elements.</summary>
    public ReadOnlySpan<T> Scalars;

    /// <summary>The first of the hyperparameters with one value per class, repeated for each element.</summary>
    internal ref readonly T FirstPerClass;

    /// <summary>The distance from one of those to the next.</summary>
    internal int PerClassStride;

    /// <summary>Receives the first derivative; may be the memory of <see cref="Input"/>.</summary>
    public ref T Gradient;

    /// <summary>Receives the second derivative.</summary>
    public ref T Hessian;

    /// <summary>Receives the weighted loss of each element.</summary>
    public ref T Losses;

    /// <summary>Receives the first element's share in the first number of the statistics.</summary>
    internal ref T FirstStatistic;

    /// <summary>The distance from that to its share in the next number.</summary>
    internal int StatisticsStride;

    /// <summary>The value of a hyperparameter per class for the first element; those of the others follow.</summary>
    /// <param name="index">Its place in the order of the kernel.</param>
    public readonly ref readonly T PerClass(int index) => ref Unsafe.Add(ref Unsafe.AsRef(in FirstPerClass), index * PerClassStride);

    /// <summary>Receives what the first element adds to a number of the statistics; the places of the others follow.</summary>
    /// <param name="index">The place of the number in <see cref="ProbabilityStatistics.CopyTo"/>.</param>
    public readonly ref T Statistic(int index) => ref Unsafe.Add(ref FirstStatistic, index * StatisticsStride);
}
