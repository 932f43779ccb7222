using System;
using System.ComponentModel;

namespace LossGen.Kernels;

/// <summary>The hyperparameters of one call that have one value per class. Made by generated code only.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct PerClassHyperparameters<T>
{
    /// <summary>As many as there are.</summary>
    public const int MaxCount = 8;

    private readonly PerClassValues<T> _first;
    private readonly PerClassValues<T> _second;
    private readonly PerClassValues<T> _third;
    private readonly PerClassValues<T> _fourth;
    private readonly PerClassValues<T> _fifth;
    private readonly PerClassValues<T> _sixth;
    private readonly PerClassValues<T> _seventh;
    private readonly PerClassValues<T> _eighth;

    /// <summary>Those hyperparameters, in the order of the kernel.</summary>
    public PerClassHyperparameters(
        PerClassValues<T> first,
        PerClassValues<T> second = default,
        PerClassValues<T> third = default,
        PerClassValues<T> fourth = default,
        PerClassValues<T> fifth = default,
        PerClassValues<T> sixth = default,
        PerClassValues<T> seventh = default,
        PerClassValues<T> eighth = default)
    {
        _first = first;
        _second = second;
        _third = third;
        _fourth = fourth;
        _fifth = fifth;
        _sixth = sixth;
        _seventh = seventh;
        _eighth = eighth;
    }

    /// <summary>The hyperparameter at that place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public PerClassValues<T> this[int index] => index switch
    {
        0 => _first,
        1 => _second,
        2 => _third,
        3 => _fourth,
        4 => _fifth,
        5 => _sixth,
        6 => _seventh,
        7 => _eighth,
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };
}
