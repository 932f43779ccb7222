using System;
using System.Collections.Generic;
using System.Linq;
using LossGen;

namespace MultiLabelTraining.Report;

/// <summary>The pictures of the comparison.</summary>
public static class Charts
{
    private const int Points = 399;

    // between 0 and 1 without the ends, where the logits are infinite
    private static readonly double[] s_probabilities = [.. Enumerable.Range(1, Points).Select(i => i / (Points + 1.0))];

    /// <summary>All of them.</summary>
    /// <param name="results">A training with each loss.</param>
    public static IReadOnlyList<Chart> Of(IReadOnlyDictionary<string, TrainingResult> results)
    {
        (string Name, TrainingLoss Loss)[] losses = [.. Contestant.All.Where(c => c.Curve is not null).Select(c => (c.Name, c.Curve!(results[c.Name])))];
        (string Name, TrainingLoss Loss)[] asymmetric = [.. losses.Where(loss => loss.Name == "Asymmetric")];
        return
        [
            Curves("Loss of a positive", "The positive terms of asymmetric and Hill loss are that of cross entropy. Adaptive asymmetric loss is shown with the exponent that it has at the end of the training, GHM-C in a picture of its own.", "loss", losses, target: 1, IsLoss),
            Curves("Loss of a negative", "The asymmetric loss costs nothing below p = 0.05.", "loss", losses, target: 0, IsLoss),
            Curves("Gradient of a positive", "dL/dz: how hard a positive is pulled up.", "dL/dz", losses, target: 1, IsGradient),
            WithTurn(Curves("Gradient of a negative", "dL/dz: how hard a negative is pushed down. Beyond the marked point the asymmetric loss lets go: it treats such a negative as mislabelled (Ridnik et al., 2021, figure 4).", "dL/dz", losses, target: 0, IsGradient), asymmetric[0].Name),
            Harmonized(results),
            OverEpochs("Mean probability of the positives", results, record => record.Statistics.MeanPositive, "mean p"),
            OverEpochs("Mean probability of the negatives", results, record => record.Statistics.MeanNegative, "mean p"),
            OverEpochs("Gap: mean p of the positives - (1 - mean p of the negatives)", results, record => record.Statistics.Gap, "gap"),
            OverEpochs("gamma of the negatives under control", results, record => record.Exponent, "gamma"),
            Densities(results),
        ];
    }

    private static double IsLoss((double Loss, double Gradient) at) => at.Loss;

    private static double IsGradient((double Loss, double Gradient) at) => at.Gradient;

    private static Chart Curves(
        string title, string caption, string yLabel, (string Name, TrainingLoss Loss)[] losses, float target, Func<(double Loss, double Gradient), double> value) => new(
        title, caption, "p", yLabel, s_probabilities, [.. losses.Select(loss => new Series(loss.Name, [.. s_probabilities.Select(p => (double?)value(At(loss.Loss, p, target)))]))]);

    // positives and negatives are the same to it, by |p - y|
    private static Chart Harmonized(IReadOnlyDictionary<string, TrainingResult> results)
    {
        (string Name, TrainingLoss Loss)[] losses =
        [
            ("cross entropy", Losses.CrossEntropy),
            ("GHM-C", Losses.HarmonizedCrossEntropy(results["GHM-C"].Density)),
        ];
        return new(
            "GHM-C against |p - y|",
            "Loss and gradient of an element (Li et al., 2019, figure 4), with the density of the gradients at the end of the training with GHM-C and before its constant factor: what most elements have weighs little, and what few have weighs much.",
            "|p - y|",
            "loss, |dL/dz|",
            s_probabilities,
            [
                .. losses.Select(loss => new Series($"loss, {loss.Name}", Values(loss.Loss, IsLoss))),
                .. losses.Select(loss => new Series($"gradient, {loss.Name}", Values(loss.Loss, IsGradient))),
            ])
        {
            IsLogarithmic = true,
        };

        static double?[] Values(TrainingLoss loss, Func<(double Loss, double Gradient), double> value) =>
            [.. s_probabilities.Select(p => value(At(loss, p, target: 0))).Select(at => double.IsNaN(at) ? (double?)null : at)];
    }

    private static (double Loss, double Gradient) At(TrainingLoss loss, double p, float target)
    {
        float[] gradient = new float[1];
        float value = loss([(float)Math.Log(p / (1 - p))], [target], 1, gradient, out _);
        return (value, gradient[0]);
    }

    // where the gradient is largest
    private static Chart WithTurn(Chart chart, string name)
    {
        IReadOnlyList<double?> values = chart.Series.Single(series => series.Name == name).Values;
        double? largest = values.Max();
        return chart with { Series = [.. chart.Series, new Series("where it turns", [.. values.Select(value => value == largest ? value : null)]) { IsPoints = true }] };
    }

    // a bin without elements has no place on a logarithmic axis
    private static Chart Densities(IReadOnlyDictionary<string, TrainingResult> results) => new(
        "Gradient density",
        $"The share of the elements in each of {Losses.Bins} bins of |p - y|, on the examples trained with, at the end. On the left is what has been learnt; on the right are elements that the model holds to be mislabelled, as positives are that nobody annotated.",
        "|p - y|",
        "share of the elements",
        [.. Enumerable.Range(0, Losses.Bins).Select(bin => (bin + 0.5) / Losses.Bins)],
        [.. results.Select(result => new Series(result.Key, [.. Shares(result.Value.Density)]))])
        {
            IsLogarithmic = true,
        };

    private static IEnumerable<double?> Shares(GradientDensity density)
    {
        double all = density.Counts.Sum();
        return density.Counts.Select(count => count == 0 ? (double?)null : count / all);
    }

    private static Chart OverEpochs(string title, IReadOnlyDictionary<string, TrainingResult> results, Func<EpochRecord, double?> value, string yLabel)
    {
        int epochs = results.Values.First().History.Count;
        Series[] series = [.. results
            .Select(result => new Series(result.Key, [.. result.Value.History.Select(value)]))
            .Where(curve => curve.Values.Any(at => at is not null))];
        return new(title, "On the examples it is trained with, epoch by epoch.", "epoch", yLabel, [.. Enumerable.Range(1, epochs).Select(epoch => (double)epoch)], series);
    }
}
