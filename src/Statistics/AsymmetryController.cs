using System;
using System.Runtime.CompilerServices;

namespace LossGen;

/// <summary>
/// Adaptive asymmetry (Ridnik et al., 2021, section 3.4): moves the focusing exponent of the negatives until the gap of a
/// batch's <see cref="ProbabilityStatistics"/> is the one that is wanted. After each batch
/// <code>
/// gamma⁻ = clamp(gamma⁻ + rate (targetGap - gap), Minimum, Maximum),   gap = P_t⁺ - P_t⁻ = MeanPositive - (1 - MeanNegative)
/// </code>
/// The paper writes gamma⁻ ← gamma⁻ + lambda (Δp - Δp_target) with the same Δp. That is positive feedback, since a greater gamma⁻
/// makes negatives cheaper, by which all probabilities grow, and the gap with them; so the sign of the error is the other one here.
/// Not safe for use by several threads at a time.
/// </summary>
public sealed class AsymmetryController
{
    private readonly double minimum;
    private readonly double maximum = 16;
    private readonly double smoothing;
    private double gamma;

    /// <summary>A controller before its first batch.</summary>
    /// <param name="targetGap">The gap to steer to, between -1 and 1; the paper has small positive ones, such as 0.1.</param>
    /// <param name="rate">How far gamma moves per batch and unit of the gap's error; greater than 0.</param>
    /// <param name="initialGamma">Gamma before the first batch, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public AsymmetryController(double targetGap, double rate, double initialGamma = 4)
    {
        Check(targetGap is >= -1 and <= 1, targetGap, "between -1 and 1");
        Check(rate > 0 && double.IsFinite(rate), rate, "a finite number greater than 0");
        Check(initialGamma >= 0 && double.IsFinite(initialGamma), initialGamma, "a finite number, at least 0");
        TargetGap = targetGap;
        Rate = rate;
        gamma = initialGamma;
    }

    /// <summary>A controller that goes on where another one was.</summary>
    /// <param name="state">The <see cref="State"/> of the other one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public AsymmetryController(AsymmetryState state)
        : this(NotNull(state).TargetGap, state.Rate, state.NegativeGamma)
    {
        Minimum = state.Minimum;
        Maximum = state.Maximum;
        Smoothing = state.Smoothing;
        MeanPositive = state.MeanPositive;
        MeanNegative = state.MeanNegative;
    }

    /// <summary>The gap that the controller steers to.</summary>
    public double TargetGap { get; }

    /// <summary>How far gamma moves per unit of the gap's error.</summary>
    public double Rate { get; }

    /// <summary>The smallest gamma; 0 unless it is set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite or NaN.</exception>
    public double Minimum
    {
        get => minimum;
        init
        {
            Check(value >= 0 && double.IsFinite(value), value, "a finite number, at least 0");
            minimum = value;
        }
    }

    /// <summary>The largest gamma; 16 unless it is set. It counts where <see cref="Minimum"/> is greater.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite or NaN.</exception>
    public double Maximum
    {
        get => maximum;
        init
        {
            Check(value >= 0 && double.IsFinite(value), value, "a finite number, at least 0");
            maximum = value;
        }
    }

    /// <summary>
    /// The share s of the past in the two means that the gap is taken of: mean = s mean + (1 - s) mean of the batch. At least 0
    /// and less than 1; 0, which is off, unless it is set. The first batch counts whole.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Out of that range.</exception>
    public double Smoothing
    {
        get => smoothing;
        init
        {
            Check(value is >= 0 and < 1, value, "at least 0 and less than 1");
            smoothing = value;
        }
    }

    /// <summary>The focusing exponent for the next batch.</summary>
    public double NegativeGamma => Math.Min(Math.Max(gamma, Minimum), Maximum);

    /// <summary>The mean probability of the positives that the gap is taken of; NaN before the first batch.</summary>
    public double MeanPositive { get; private set; } = double.NaN;

    /// <summary>The mean probability of the negatives that the gap is taken of; NaN before the first batch.</summary>
    public double MeanNegative { get; private set; } = double.NaN;

    /// <summary>All that the controller knows; another one that starts with it goes on with the same bits.</summary>
    public AsymmetryState State => new()
    {
        TargetGap = TargetGap,
        Rate = Rate,
        NegativeGamma = NegativeGamma,
        Minimum = Minimum,
        Maximum = Maximum,
        Smoothing = Smoothing,
        MeanPositive = MeanPositive,
        MeanNegative = MeanNegative,
    };

    /// <summary>
    /// Moves gamma by what a batch shows. A batch without positives, without negatives, or with a NaN among them shows no gap:
    /// all stays as it is.
    /// </summary>
    /// <param name="statistics">The statistics of the batch.</param>
    /// <returns>The new <see cref="NegativeGamma"/>.</returns>
    public double Update(ProbabilityStatistics statistics)
    {
        if (double.IsFinite(statistics.Gap))
        {
            MeanPositive = Smoothed(MeanPositive, statistics.MeanPositive);
            MeanNegative = Smoothed(MeanNegative, statistics.MeanNegative);
            gamma = NegativeGamma + (Rate * (TargetGap - (MeanPositive - (1 - MeanNegative))));
        }

        return NegativeGamma;
    }

    private double Smoothed(double past, double mean) => double.IsNaN(past) ? mean : (Smoothing * past) + ((1 - Smoothing) * mean);

    private static AsymmetryState NotNull(AsymmetryState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state;
    }

    private static void Check(bool isInRange, double value, string range, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!isInRange)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}.");
        }
    }
}
