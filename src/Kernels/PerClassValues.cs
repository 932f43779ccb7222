using System;
using System.ComponentModel;

namespace LossGen.Kernels;

/// <summary>The values of a hyperparameter, one per class, under the name that its user knows.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="values">One value per class, that is, per column.</param>
/// <param name="name">The name of the parameter.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct PerClassValues<T>(ReadOnlySpan<T> values, string name)
{
    /// <summary>One value per class, that is, per column.</summary>
    public ReadOnlySpan<T> Values { get; } = values;

    /// <summary>The name of the parameter.</summary>
    public string Name { get; } = name;
}
