using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;

namespace LossGen;

/// <summary>
/// How many elements have a gradient norm g = |p - y| in each of b bins of equal width: the counts of the last batch, and their
/// moving average over batches, which starts at 0 and moves only where the batch has an element:
/// <c>average = momentum * average + (1 - momentum) * count</c> (Li et al., 2019, equation 9).
/// </summary>
/// <remarks>
/// A loss with <see cref="GradientHarmonizingAttribute"/> updates the density that it is given. The state is what the
/// properties hold, so that it can be saved with System.Text.Json (see <see cref="GradientDensityContext"/> for ahead-of-time
/// compilation) and goes on with the same bits. Not safe for use by several threads at once.
/// </remarks>
public sealed class GradientDensity
{
    /// <summary>The largest number of bins.</summary>
    public const int MaxBins = 64;

    private readonly long[] _counts;
    private readonly double[] _averages;
    private readonly long[] _updates;
    private readonly double[] _previousAverages;
    private readonly long[] _previousUpdates;

    /// <summary>A density that has seen no batch.</summary>
    /// <param name="bins">The number of bins, from 1 to 64; that of the loss.</param>
    /// <param name="momentum">The share of the average that stays, in [0, 1); 0 means that each batch stands alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is outside its range.</exception>
    public GradientDensity(int bins, double momentum = 0)
        : this(momentum, new double[CheckBins(bins)], new long[bins], new long[bins])
    {
    }

    /// <summary>A density in a saved state.</summary>
    /// <param name="momentum">The share of the average that stays.</param>
    /// <param name="previousAverages">The averages before the last batch, one per bin.</param>
    /// <param name="previousUpdates">The number of batches before the last one that had an element in that bin.</param>
    /// <param name="counts">The counts of the last batch.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, the momentum not in [0, 1), or the number of bins not in 1 to 64.</exception>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    [JsonConstructor]
    public GradientDensity(double momentum, IReadOnlyList<double> previousAverages, IReadOnlyList<long> previousUpdates, IReadOnlyList<long> counts)
    {
        ArgumentNullException.ThrowIfNull(previousAverages);
        ArgumentNullException.ThrowIfNull(previousUpdates);
        ArgumentNullException.ThrowIfNull(counts);
        if (momentum is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(momentum), momentum, "The momentum must be at least 0 and less than 1.");
        }

        Bins = CheckBins(counts.Count);
        Momentum = momentum;
        _previousAverages = Checked(previousAverages, double.IsPositiveInfinity, nameof(previousAverages));
        _previousUpdates = Checked(previousUpdates, _ => false, nameof(previousUpdates));
        _counts = Checked(counts, _ => false, nameof(counts));
        _averages = new double[Bins];
        _updates = new long[Bins];
        Average();
    }

    /// <summary>The number b of bins.</summary>
    [JsonIgnore]
    public int Bins { get; }

    /// <summary>The share of the average that stays when a batch is added.</summary>
    public double Momentum { get; }

    /// <summary>The averages before the last batch.</summary>
    public IReadOnlyList<double> PreviousAverages => _previousAverages;

    /// <summary>The number of batches before the last one that had an element in that bin.</summary>
    public IReadOnlyList<long> PreviousUpdates => _previousUpdates;

    /// <summary>The number of elements of the last batch in each bin.</summary>
    public IReadOnlyList<long> Counts => _counts;

    /// <summary>The moving average of the counts, with the last batch.</summary>
    [JsonIgnore]
    public IReadOnlyList<double> Averages => _averages;

    /// <summary>The number of batches that had an element in that bin, with the last one.</summary>
    [JsonIgnore]
    public IReadOnlyList<long> Updates => _updates;

    /// <summary>
    /// The density of two parts of one batch: each began where the other did, and the counts add. The result is bit for bit
    /// the density that saw the whole batch.
    /// </summary>
    /// <exception cref="ArgumentException">The densities did not begin in the same state.</exception>
    public static GradientDensity operator +(GradientDensity left, GradientDensity right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        GradientDensity sum = new(left.Momentum, left._previousAverages, left._previousUpdates, left._counts);
        sum.Merge(right);
        return sum;
    }

    /// <inheritdoc cref="op_Addition"/>
    public static GradientDensity Add(GradientDensity left, GradientDensity right) => left + right;

    /// <summary>Adds the counts of another part of the same batch: what an all-reduce does after each batch.</summary>
    /// <param name="other">A density that began in the same state.</param>
    /// <exception cref="ArgumentException">It did not: bins, momentum, or the averages before the batch differ.</exception>
    public void Merge(GradientDensity other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Bins != other.Bins || Momentum != other.Momentum
            || !_previousAverages.AsSpan().SequenceEqual(other._previousAverages)
            || !_previousUpdates.AsSpan().SequenceEqual(other._previousUpdates))
        {
            throw new ArgumentException("The densities did not begin in the same state: bins, momentum or the averages before the batch differ.", nameof(other));
        }

        for (int bin = 0; bin < Bins; bin++)
        {
            _counts[bin] += other._counts[bin];
        }

        Average();
    }

    /// <summary>Takes the counts of a batch.</summary>
    /// <param name="counts">The number of its elements in each bin.</param>
    /// <exception cref="ArgumentException">There is not one count per bin.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public void Update(ReadOnlySpan<long> counts)
    {
        if (counts.Length != Bins)
        {
            throw new ArgumentException($"There are {counts.Length} counts, but the density has {Bins} bins.", nameof(counts));
        }

        foreach (long count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
        }

        _averages.CopyTo(_previousAverages);
        _updates.CopyTo(_previousUpdates);
        counts.CopyTo(_counts);
        Average();
    }

    private static int CheckBins(int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bins, MaxBins);
        return bins;
    }

    private T[] Checked<T>(IReadOnlyList<T> values, Func<T, bool> isInfinite, string name)
        where T : struct, IComparable<T>
    {
        if (values.Count != Bins)
        {
            throw new ArgumentException($"{name} has {values.Count} elements, but there are {Bins} bins.", name);
        }

        // NaN compares as less than every number
        return values.Any(value => value.CompareTo(default) < 0 || isInfinite(value))
            ? throw new ArgumentOutOfRangeException(name, $"{name} has an element that is negative or no finite number.")
            : [.. values];
    }

    private void Average()
    {
        for (int bin = 0; bin < Bins; bin++)
        {
            bool isOccupied = _counts[bin] > 0;
            _averages[bin] = isOccupied ? (Momentum * _previousAverages[bin]) + ((1 - Momentum) * _counts[bin]) : _previousAverages[bin];
            _updates[bin] = _previousUpdates[bin] + (isOccupied ? 1 : 0);
        }
    }
}
