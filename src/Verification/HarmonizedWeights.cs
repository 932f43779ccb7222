using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Verification;

/// <summary>
/// The weights of a harmonized batch by the definition in double precision: g = |p - y| of each element, or 1 - p of each row, counted
/// over [k / b, (k + 1) / b).
/// </summary>
/// <param name="Weights">The weight of each element, or row; 0 where it does not count.</param>
/// <param name="Count">The number of those that count.</param>
/// <param name="Alone">The weight of one that is a batch of its own.</param>
internal sealed record HarmonizedWeights(double[] Weights, int Count, double Alone)
{
    // How many ulp of 1 a kernel's g may be off: p within 3 and the subtraction, and as much again for b times that. That of a row is
    // closer: u is off by the exponentials, and g by a quarter of that.
    private const double EdgeUlp = 8;

    /// <summary>
    /// The weights of a batch, or null where the loss is not harmonized. A density that is given is one that has seen no batch
    /// before this one, so that its average is (1 - momentum) count, and with the correction the count.
    /// </summary>
    public static HarmonizedWeights? Of<T>(LossConfiguration configuration, LossArguments<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (configuration.Harmonizing is not { } harmonizing)
        {
            return null;
        }

        int?[] bins = [.. Enumerable.Range(0, batch.Weights.Length).Select(i =>
            Counts(configuration, batch, i) ? Bin(harmonizing, Norm(configuration, batch, i)) : (int?)null)];
        Dictionary<int, int> counts = bins.OfType<int>().CountBy(bin => bin).ToDictionary();
        int count = counts.Values.Sum();
        bool isOverAll = harmonizing.Normalization == DensityNormalization.AllBins;
        double average = batch.Density is { } density && !harmonizing.BiasCorrection ? 1 - density.Momentum : 1;
        double divisor = isOverAll ? harmonizing.Bins : counts.Count;
        return new(
            [.. bins.Select(bin => bin is int b ? count / (counts[b] * average * divisor) : 0)],
            count,
            isOverAll ? 1.0 / harmonizing.Bins : 1);
    }

    /// <summary>
    /// Moves each element, or true class of a row, whose g is so close to an edge that a kernel may find it on the other side: either
    /// bin would be correct, and which one it is would show in the weights of both.
    /// </summary>
    public static void KeepFromEdges<T>(LossConfiguration configuration, LossArguments<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double tolerance = EdgeUlp * FloatingPointFormat.Of<T>().Epsilon;
        for (int i = 0; i < batch.Weights.Length; i++)
        {
            for (int attempt = 1; Counts(configuration, batch, i) && IsAtEdge(Norm(configuration, batch, i)); attempt++)
            {
                int moved = IsOverRows(configuration) ? (i * batch.ClassCount) + batch.Labels[i] : i;
                batch.Input[moved] = T.CreateTruncating(0.37 * attempt);
            }
        }

        bool IsAtEdge(double norm)
        {
            double place = configuration.Harmonizing!.Bins * norm;
            double edge = Math.Round(place);
            return edge > 0 && edge < configuration.Harmonizing.Bins && Math.Abs(place - edge) <= tolerance * configuration.Harmonizing.Bins;
        }
    }

    private static bool IsOverRows(LossConfiguration configuration) => configuration.Activation == Activation.Softmax;

    private static bool Counts<T>(LossConfiguration configuration, LossArguments<T> batch, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool isMasked = (configuration.Roles & LossRoles.Weights) != 0 && !(batch.Weights[index] > T.Zero);
        return !isMasked && !(IsOverRows(configuration) && batch.LongLabels[index] == configuration.IgnoreLabel);
    }

    private static int Bin(HarmonizingConfiguration harmonizing, double norm) =>
        Math.Min((int)(norm * harmonizing.Bins), harmonizing.Bins - 1);

    private static double Norm<T>(LossConfiguration configuration, LossArguments<T> batch, int index)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => IsOverRows(configuration)
            ? OfRow(RowInputs.Row(configuration, batch, index))
            : OfElement(configuration, double.CreateTruncating(batch.Input[index]), double.CreateTruncating(batch.Targets[index]));

    // the probability of all classes but the true one
    private static double OfRow(LossRow row)
    {
        double maximum = row.Logits.Max();
        double[] exponentials = [.. row.Logits.Select(logit => Math.Exp(logit - maximum))];
        return exponentials.Where((_, j) => j != row.Label).Sum() / exponentials.Sum();
    }

    private static double OfElement(LossConfiguration configuration, double input, double target)
    {
        double hard = configuration.HardTargets ? (target > 0.5 ? 1 : 0) : target;
        double y = ((1 - configuration.LabelSmoothing) * hard) + (configuration.LabelSmoothing / 2);
        return Math.Abs(LossMath.Sigmoid(input) - y);
    }
}
