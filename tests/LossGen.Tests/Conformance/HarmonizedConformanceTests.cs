using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Conformance;

/// <summary>Harmonized losses against the authors' code, which computes the edges of the bins and p in double precision.</summary>
public sealed class HarmonizedConformanceTests
{
    private const double SingleLimit = 4e-6;
    private const double DoubleLimit = 1e-12;

    [Fact]
    public void A_batch_alone_agrees_in_single_precision()
    {
        GoldenVector golden = GoldenVector.Named("ghmc_b12_m0");
        Results<float> results = Results<float>.Of<float>(HarmonizedLosses.CrossEntropy, Single(golden.Logits), Single(golden.Targets));
        ShouldAgree(golden, results.Value, Widened(results.Gradient), SingleLimit);
    }

    [Fact]
    public void A_batch_alone_agrees_in_double_precision()
    {
        GoldenVector golden = GoldenVector.Named("ghmc_b12_m0");
        Results<double> results = Results<double>.Of<double>(HarmonizedLosses.CrossEntropy, golden.Logits, golden.Targets);
        ShouldAgree(golden, results.Value, results.Gradient, DoubleLimit);
    }

    [Fact]
    public void Three_batches_with_one_average_agree_in_single_precision()
    {
        GradientDensity density = new(20, momentum: 0.6);
        foreach (GoldenVector golden in Steps())
        {
            float[] gradient = new float[golden.Logits.Length];
            double loss = HarmonizedLosses.Averaged(Single(golden.Logits), Single(golden.Targets), gradient, density);
            ShouldAgree(golden, loss, Widened(gradient), SingleLimit);
        }
    }

    [Fact]
    public void Three_batches_with_one_average_agree_in_double_precision()
    {
        GradientDensity density = new(20, momentum: 0.6);
        foreach (GoldenVector golden in Steps())
        {
            double[] gradient = new double[golden.Logits.Length];
            double loss = HarmonizedLosses.Averaged(golden.Logits, golden.Targets, gradient, density);
            ShouldAgree(golden, loss, gradient, DoubleLimit);
        }
    }

    private static GoldenVector[] Steps() => [.. Enumerable.Range(0, 3).Select(step => GoldenVector.Named($"ghmc_b20_m60_step{step}"))];

    // where y = 1 the gradient is a multiple of p - 1, of which the original has an error of 2^-53
    private static void ShouldAgree(GoldenVector golden, double loss, double[] gradient, double limit)
    {
        (Math.Abs(loss - golden.Loss) / golden.Loss).ShouldBeLessThanOrEqualTo(limit);
        for (int i = 0; i < gradient.Length; i++)
        {
            double ofTheOriginal = Math.ScaleB(1, -53) / Math.Abs(LossMath.Sigmoid(golden.Logits[i]) - golden.Targets[i]);
            double error = Math.Abs(gradient[i] - golden.Gradient[i]) / Math.Abs(golden.Gradient[i]);
            error.ShouldBeLessThanOrEqualTo(limit + ofTheOriginal, FormattableString.Invariant($"z = {golden.Logits[i]}, y = {golden.Targets[i]}"));
        }
    }

    private static float[] Single(double[] values) => Array.ConvertAll(values, value => (float)value);

    private static double[] Widened(float[] values) => Array.ConvertAll(values, value => (double)value);
}
