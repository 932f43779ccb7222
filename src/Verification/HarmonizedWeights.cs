using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Verification;

/// <summary>
/// The weights of a harmonized batch by the definition in double precision: g = |p - y|, counted over [k / b, (k + 1) / b).
/// </summary>
/// <param name="Weights">The weight of each element, 0 where the mask is not above 0.</param>
/// <param name="Count">The number of elements that count.</param>
/// <param name="Alone">The weight of an element that is a batch of its own.</param>
internal sealed record HarmonizedWeights(double[] Weights, int Count, double Alone)
{
    // how many ulp of 1 a kernel's g may be off: p within 3 and the subtraction, and as much again for b times that
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

        bool isMasked = (configuration.Roles & LossRoles.Weights) != 0;
        int?[] bins = [.. Enumerable.Range(0, batch.Input.Length).Select(i => isMasked && !(batch.Weights[i] > T.Zero)
            ? (int?)null
            : Bin(harmonizing, Norm(configuration, double.CreateTruncating(batch.Input[i]), double.CreateTruncating(batch.Targets[i]))))];
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
    /// Moves each element whose g is so close to an edge that a kernel may find it on the other side: either bin would be
    /// correct, and which one it is would show in the weights of both.
    /// </summary>
    public static void KeepFromEdges<T>(LossConfiguration configuration, LossArguments<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double tolerance = EdgeUlp * FloatingPointFormat.Of<T>().Epsilon;
        for (int i = 0; i < batch.Input.Length; i++)
        {
            double target = double.CreateTruncating(batch.Targets[i]);
            for (int attempt = 1; IsAtEdge(double.CreateTruncating(batch.Input[i])); attempt++)
            {
                batch.Input[i] = T.CreateTruncating(0.37 * attempt);
            }

            bool IsAtEdge(double input)
            {
                double place = configuration.Harmonizing!.Bins * Norm(configuration, input, target);
                double edge = Math.Round(place);
                return edge > 0 && edge < configuration.Harmonizing.Bins && Math.Abs(place - edge) <= tolerance * configuration.Harmonizing.Bins;
            }
        }
    }

    private static int Bin(HarmonizingConfiguration harmonizing, double norm) =>
        Math.Min((int)(norm * harmonizing.Bins), harmonizing.Bins - 1);

    private static double Norm(LossConfiguration configuration, double input, double target)
    {
        double hard = configuration.HardTargets ? (target > 0.5 ? 1 : 0) : target;
        double y = ((1 - configuration.LabelSmoothing) * hard) + (configuration.LabelSmoothing / 2);
        return Math.Abs(LossMath.Sigmoid(input) - y);
    }
}
