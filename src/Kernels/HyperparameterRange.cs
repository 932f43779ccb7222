using System;
using System.ComponentModel;
using System.Numerics;

namespace LossGen.Kernels;

/// <summary>
/// Refuses hyperparameters that are out of range, by what they set, and lets those in range pass; one value, or one per
/// class. Called by generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HyperparameterRange
{
    private enum Range
    {
        Finite,
        NonNegative,
        Fraction,
        Number,
    }

    /// <summary>A class balance: finite.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public static T Weight<T>(T value, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(value, Range.Finite, name);

    /// <summary>One class balance per class: each finite.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">One value per class.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <returns>The values under their name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static PerClassValues<T> Weight<T>(ReadOnlySpan<T> values, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(values, Range.Finite, name);

    /// <summary>A focusing exponent: finite and at least 0.</summary>
    /// <inheritdoc cref="Weight{T}(T, string)"/>
    public static T Gamma<T>(T value, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(value, Range.NonNegative, name);

    /// <summary>One focusing exponent per class: each finite and at least 0.</summary>
    /// <inheritdoc cref="Weight{T}(ReadOnlySpan{T}, string)"/>
    public static PerClassValues<T> Gamma<T>(ReadOnlySpan<T> values, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(values, Range.NonNegative, name);

    /// <summary>A shift of the probability: at least 0 and less than 1.</summary>
    /// <inheritdoc cref="Weight{T}(T, string)"/>
    public static T Shift<T>(T value, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(value, Range.Fraction, name);

    /// <summary>One shift per class: each at least 0 and less than 1.</summary>
    /// <inheritdoc cref="Weight{T}(ReadOnlySpan{T}, string)"/>
    public static PerClassValues<T> Shift<T>(ReadOnlySpan<T> values, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(values, Range.Fraction, name);

    /// <summary>The coefficient of the polynomial expansion: finite.</summary>
    /// <inheritdoc cref="Weight{T}(T, string)"/>
    public static T Poly<T>(T value, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(value, Range.Finite, name);

    /// <summary>One coefficient per class: each finite.</summary>
    /// <inheritdoc cref="Weight{T}(ReadOnlySpan{T}, string)"/>
    public static PerClassValues<T> Poly<T>(ReadOnlySpan<T> values, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(values, Range.Finite, name);

    /// <summary>A parameter of a term method: anything but NaN.</summary>
    /// <inheritdoc cref="Weight{T}(T, string)"/>
    public static T Custom<T>(T value, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(value, Range.Number, name);

    /// <summary>One number per class: anything but NaN.</summary>
    /// <inheritdoc cref="Weight{T}(ReadOnlySpan{T}, string)"/>
    public static PerClassValues<T> Custom<T>(ReadOnlySpan<T> values, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Check(values, Range.Number, name);

    private static T Check<T>(T value, Range range, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Contains(range, value) ? value : throw OutOfRange(value, range, name, name);

    private static PerClassValues<T> Check<T>(ReadOnlySpan<T> values, Range range, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!Contains(range, values[i]))
            {
                throw OutOfRange(values[i], range, name, $"{name}[{i}]");
            }
        }

        return new(values, name);
    }

    private static bool Contains<T>(Range range, T value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => range switch
        {
            Range.Finite => T.IsFinite(value),
            Range.NonNegative => T.IsFinite(value) && value >= T.Zero,
            Range.Fraction => value >= T.Zero && value < T.One,
            _ => !T.IsNaN(value),
        };

    private static ArgumentOutOfRangeException OutOfRange<T>(T value, Range range, string name, string place)
    {
        string condition = range switch
        {
            Range.Finite => "a finite number",
            Range.NonNegative => "a finite number that is at least 0",
            Range.Fraction => "at least 0 and less than 1",
            _ => "a number",
        };
        return new(name, value, $"{place} must be {condition}");
    }
}
