using System;
using System.Collections.Generic;
using System.Linq;
using LossGen;

namespace MultiLabelTraining;

/// <summary>What a trained network does on the test set.</summary>
public sealed record TrainingResult
{
    private const int LabelsOfAThird = LongTailedData.Labels / 3;

    /// <summary>The average precision of each label, the most frequent one first; NaN where there is no positive to test on.</summary>
    public required IReadOnlyList<double> AveragePrecisions { get; init; }

    /// <summary>The probabilities of positives and negatives.</summary>
    public required ProbabilityStatistics Statistics { get; init; }

    /// <summary>How the gradient norms |p - y| of the examples that were trained with lie at the end.</summary>
    public required GradientDensity Density { get; init; }

    /// <summary>What the training saw in each epoch.</summary>
    public IReadOnlyList<EpochRecord> History { get; init; } = [];

    /// <summary>The time in the loss as a part of the time of the training.</summary>
    public double ShareOfLoss { get; init; }

    /// <summary>The mean average precision of all labels.</summary>
    public double All => Mean(AveragePrecisions);

    /// <summary>That of the most frequent third of the labels.</summary>
    public double Frequent => Mean(AveragePrecisions.Take(LabelsOfAThird));

    /// <summary>That of the rarest third.</summary>
    public double Rare => Mean(AveragePrecisions.TakeLast(LabelsOfAThird));

    private static double Mean(IEnumerable<double> values) => values.Where(double.IsFinite).Average();
}

/// <summary>An epoch of a training.</summary>
/// <param name="Statistics">The probabilities of positives and negatives while it went on.</param>
/// <param name="Exponent">The focusing exponent of the negatives at its end, where a controller moves it.</param>
public sealed record EpochRecord(ProbabilityStatistics Statistics, double? Exponent);
