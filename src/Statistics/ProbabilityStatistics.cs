using System;
using System.Text.Json.Serialization;

namespace LossGen;

/// <summary>
/// How confident a batch is: counts of positives and negatives, and the sums of their probabilities. A loss method fills it
/// where it has the parameter <c>out ProbabilityStatistics statistics</c>. The sums run over the elements, of target y, probability
/// p (before any shift) and weight w: the product of element and class weight, 1 without weights. A soft target counts y as a
/// positive and 1 - y as a negative; label smoothing does not matter. An element of weight 0 does not count, whatever its logit.
/// A NaN logit makes both sums NaN where targets are soft, and that of its side where they are hard.
/// </summary>
/// <param name="PositiveCount">sum w y.</param>
/// <param name="NegativeCount">sum w (1 - y).</param>
/// <param name="PositiveSum">sum w y p.</param>
/// <param name="NegativeSum">sum w (1 - y) p.</param>
[method: JsonConstructor]
[JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)]
public readonly record struct ProbabilityStatistics(double PositiveCount, double NegativeCount, double PositiveSum, double NegativeSum)
{
    /// <summary>The number of values that <see cref="CopyTo"/> writes.</summary>
    public const int Length = 4;

    /// <summary>Reads what <see cref="CopyTo"/> has written, or sums of it over several machines.</summary>
    /// <param name="values"><see cref="Length"/> values: both counts, then both sums, of positives and negatives.</param>
    /// <exception cref="ArgumentException">There are more values, or fewer.</exception>
    public ProbabilityStatistics(ReadOnlySpan<double> values)
        : this(ValueAt(values, 0), values[1], values[2], values[3])
    {
    }

    /// <summary>The mean probability of the positives; NaN where there are none.</summary>
    [JsonIgnore]
    public double MeanPositive => PositiveSum / PositiveCount;

    /// <summary>The mean probability of the negatives, which is what they should not have; NaN where there are none.</summary>
    [JsonIgnore]
    public double MeanNegative => NegativeSum / NegativeCount;

    /// <summary>
    /// The mean confidence in the truth of the positives, less that of the negatives: MeanPositive - (1 - MeanNegative). With
    /// p_t = p for y = 1 and 1 - p for y = 0 that is the probability gap of Ridnik et al. (2021), section 3.4:
    /// Δp = P_t⁺ - P_t⁻. Negative where negatives are the better learnt; NaN where one of the two is missing.
    /// </summary>
    [JsonIgnore]
    public double Gap => MeanPositive - (1 - MeanNegative);

    /// <summary>The statistics of two batches as one.</summary>
    /// <param name="left">The one batch.</param>
    /// <param name="right">The other batch.</param>
    public static ProbabilityStatistics operator +(ProbabilityStatistics left, ProbabilityStatistics right) => left.Add(right);

    /// <summary>The statistics of this batch and another as one.</summary>
    /// <param name="other">The other batch.</param>
    public ProbabilityStatistics Add(ProbabilityStatistics other) => new(
        PositiveCount + other.PositiveCount,
        NegativeCount + other.NegativeCount,
        PositiveSum + other.PositiveSum,
        NegativeSum + other.NegativeSum);

    /// <summary>Writes both counts and both sums: element by element they add up over batches, threads and machines.</summary>
    /// <param name="destination">Receives <see cref="Length"/> values.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo(Span<double> destination)
    {
        ReadOnlySpan<double> values = [PositiveCount, NegativeCount, PositiveSum, NegativeSum];
        values.CopyTo(destination);
    }

    private static double ValueAt(ReadOnlySpan<double> values, int index) => values.Length == Length
        ? values[index]
        : throw new ArgumentException($"There are {values.Length} values, not {Length}.", nameof(values));
}
