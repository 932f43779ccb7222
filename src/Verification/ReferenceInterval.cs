using System;

namespace LossGen.Verification;

/// <summary>The values that count as correct for one quantity, and what an error is relative to.</summary>
/// <param name="Low">The smallest correct value.</param>
/// <param name="High">The largest correct value.</param>
/// <param name="Magnitude">The conditioned magnitude.</param>
internal readonly record struct ReferenceInterval(double Low, double High, double Magnitude)
{
    private static readonly ReferenceInterval Any = new(double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>A single correct value.</summary>
    public ReferenceInterval(Conditioned number)
        : this(number.Value, number.Value, number.Magnitude)
    {
    }

    /// <summary>The interval with both in it; of what is not finite there, no bound is known.</summary>
    public ReferenceInterval Or(Conditioned number) => !double.IsFinite(number.Magnitude) ? Any : new(
        Math.Min(Low, number.Value),
        Math.Max(High, number.Value),
        Math.Max(Magnitude, number.Magnitude));

    /// <summary>The sums of what is in either; magnitudes add.</summary>
    public ReferenceInterval Plus(ReferenceInterval other) => new(Low + other.Low, High + other.High, Magnitude + other.Magnitude);

    /// <summary>The interval multiplied by a non-negative number.</summary>
    public ReferenceInterval Scale(double factor) => new(Low * factor, High * factor, Magnitude * factor);

    /// <summary>The distance of a number to the interval; infinite for NaN.</summary>
    public double Distance(double actual) => double.IsNaN(actual)
        ? double.PositiveInfinity
        : Math.Max(0, Math.Max(Low - actual, actual - High));
}
