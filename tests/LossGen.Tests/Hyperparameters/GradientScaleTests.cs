using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Hyperparameters;

/// <summary>gradientScale multiplies the derivatives and leaves the returned loss alone.</summary>
public sealed class GradientScaleTests
{
    private const int N = 1024;

    private static readonly float[] Logits = RandomBatch.Logits[..N];

    private static readonly float[] Targets = RandomBatch.SoftTargets[..N];

    [Theory]
    [InlineData(1)]
    [InlineData(65536)]
    [InlineData(-0.5)]
    [InlineData(0)]
    public void A_power_of_two_scales_exactly(float scale)
    {
        float[] gradient = new float[N], hessian = new float[N], scaledGradient = new float[N], scaledHessian = new float[N];
        double value = RunTimeLosses.Unscaled(Logits, Targets, gradient, hessian);
        RunTimeLosses.Scaled(Logits, Targets, scale, scaledGradient, scaledHessian).ShouldBe(value);
        scaledGradient.ShouldBe(Array.ConvertAll(gradient, g => scale * g));
        scaledHessian.ShouldBe(Array.ConvertAll(hessian, h => scale * h));
    }

    [Fact]
    public void A_sum_is_scaled_too()
    {
        float[] gradient = new float[N], scaled = new float[N];
        double value = RunTimeLosses.ScaledSum(Logits, Targets, 0.5f, 2, 1, gradient);
        RunTimeLosses.ScaledSum(Logits, Targets, 0.5f, 2, 8, scaled).ShouldBe(value);
        scaled.ShouldBe(Array.ConvertAll(gradient, g => 8 * g));
        gradient.ShouldContain(g => g != 0);
    }

    [Fact]
    public void An_upstream_gradient_that_is_no_number_goes_through()
    {
        float[] gradient = new float[N], hessian = new float[N];
        double.IsFinite(RunTimeLosses.Scaled(Logits, Targets, float.NaN, gradient, hessian)).ShouldBeTrue();
        gradient.ShouldAllBe(g => float.IsNaN(g));
        RunTimeLosses.Scaled(Logits, Targets, float.PositiveInfinity, gradient, hessian);
        gradient.Where(g => float.IsInfinity(g)).Count().ShouldBeGreaterThan(N / 2);
    }
}
