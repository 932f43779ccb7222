using System;
using System.Linq;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Harmonizing;

public sealed class GradientBinsTests
{
    [Fact]
    public void Bins_are_closed_below_and_the_last_one_above()
    {
        // p = 0.5 exactly
        double[] targets = [0.5, 0.25, 0.75, 0, 1];
        Find(new double[targets.Length], targets, new LossGen.Kernels.Harmonizing(4), out long[] counts).ShouldBe([0, 1, 1, 2, 2]);
        counts.ShouldBe([1, 2, 2, 0]);
        Find([800, -800, 800, -800], [0, 1, 1, 0], new LossGen.Kernels.Harmonizing(64), out _).ShouldBe([63, 63, 0, 0]);
    }

    [Fact]
    public void NaN_is_not_counted_and_a_mask_hides_it()
    {
        float[] logits = [float.NaN, 0, float.NaN, 0, 0, 0];
        float[] targets = [0, float.NaN, 0, 0, 0, 0];
        float[] weights = [1, 1, 0, -1, float.NaN, float.Epsilon];
        byte[] bins = new byte[logits.Length];
        long[] counts = new long[2];

        GradientBins.Find(
            new ElementwiseBatch<float, float> { Input = logits, Targets = targets, Weights = weights },
            new LossGen.Kernels.Harmonizing(2) { IsMasked = true }, bins, counts);

        bins.ShouldBe([GradientBins.NotCounted, GradientBins.NotCounted, GradientBins.Masked, GradientBins.Masked, GradientBins.Masked, 1]);
        counts.ShouldBe([0, 1]);
    }

    [Fact]
    public void Targets_are_those_of_the_loss()
    {
        // |0.5 - y| of hard targets is 0.5, of smoothed ones 0.4
        double[] targets = [0.2, 0.5, 0.7];
        Find(new double[3], targets, new LossGen.Kernels.Harmonizing(10) { HardTargets = true }, out _).ShouldBe([5, 5, 5]);
        Find(new double[3], targets, new LossGen.Kernels.Harmonizing(40) { HardTargets = true, LabelSmoothing = 0.25 }, out _).ShouldBe([15, 15, 15]);
    }

    [Fact]
    public void The_bins_of_any_length_are_those_of_a_longer_batch()
    {
        Random random = new(5);
        float[] logits = [.. Enumerable.Range(0, 1000).Select(_ => (float)((random.NextDouble() - 0.5) * 12))];
        byte[] targets = [.. Enumerable.Range(0, 1000).Select(_ => (byte)random.Next(2))];
        LossGen.Kernels.Harmonizing harmonizing = new(30);
        byte[] all = new byte[1000];
        GradientBins.Find(new ElementwiseBatch<float, byte> { Input = logits, Targets = targets }, in harmonizing, all, new long[30]);
        foreach (int length in Enumerable.Range(0, 70).Concat([383, 384, 385, 767, 769]))
        {
            byte[] bins = new byte[length];
            long[] counts = new long[30];
            GradientBins.Find(new ElementwiseBatch<float, byte> { Input = logits.AsSpan(0, length), Targets = targets.AsSpan(0, length) }, in harmonizing, bins, counts);
            bins.ShouldBe(all[..length]);
            counts.ShouldBe(Enumerable.Range(0, 30).Select(bin => (long)bins.Count(value => value == bin)));
        }
    }

    private static byte[] Find(double[] logits, double[] targets, LossGen.Kernels.Harmonizing harmonizing, out long[] counts)
    {
        byte[] bins = new byte[logits.Length];
        counts = new long[harmonizing.Bins];
        GradientBins.Find(new ElementwiseBatch<double, double> { Input = logits, Targets = targets }, in harmonizing, bins, counts);
        return bins;
    }
}
