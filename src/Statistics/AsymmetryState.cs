using System.Text.Json.Serialization;

namespace LossGen;

/// <summary>All that an <see cref="AsymmetryController"/> knows: what it was given, and where it has got to.</summary>
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public sealed record AsymmetryState
{
    /// <summary>The gap that the controller steers to.</summary>
    public required double TargetGap { get; init; }

    /// <summary>How far gamma moves per unit of the gap's error.</summary>
    public required double Rate { get; init; }

    /// <summary>The focusing exponent of the negatives.</summary>
    public required double NegativeGamma { get; init; }

    /// <summary>The smallest gamma.</summary>
    public required double Minimum { get; init; }

    /// <summary>The largest gamma.</summary>
    public required double Maximum { get; init; }

    /// <summary>The share of the past in the means.</summary>
    public required double Smoothing { get; init; }

    /// <summary>The smoothed mean probability of the positives; NaN before the first batch.</summary>
    public required double MeanPositive { get; init; }

    /// <summary>The smoothed mean probability of the negatives; NaN before the first batch.</summary>
    public required double MeanNegative { get; init; }
}
