using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Hyperparameters;

/// <summary>A term method takes hyperparameters of its own, here the q of generalized cross entropy (1 - p^q) / q.</summary>
public sealed class CustomTermTests
{
    private const int N = 4200;

    private static readonly float[] Logits = RandomBatch.Uniform(11, N, -15, 15);

    private static readonly float[] Ones = Enumerable.Repeat(1f, N).ToArray();

    [Theory]
    [InlineData(0.1f)]
    [InlineData(0.7f)]
    [InlineData(1f)]
    [InlineData(2.5f)]
    [InlineData(-0.5f)]
    public void The_kernel_computes_the_method(float q)
    {
        float[] gradient = new float[N], losses = new float[N];
        double value = RunTimeLosses.Custom(Logits, Ones, q, gradient, losses);
        value.ShouldBe(Logits.Sum(z => RunTimeLosses.GeneralizedCrossEntropy(LossMath.Sigmoid((double)z), q)), 1e-6 * Math.Abs(value));
        for (int i = 0; i < N; i++)
        {
            // (1 - p^q) / q cancels near p = 1; its derivative -p^q (1 - p) does not
            double z = Logits[i], power = Math.Pow(LossMath.Sigmoid(z), q), slope = -power * LossMath.Sigmoid(-z);
            Math.Abs(losses[i] - ((1 - power) / q)).ShouldBeLessThanOrEqualTo(1e-6 * Math.Max(1, power) / Math.Abs(q), $"z = {z}");
            Math.Abs(gradient[i] - slope).ShouldBeLessThanOrEqualTo(1e-6 * Math.Abs(slope), $"z = {z}");
        }
    }

    [Fact]
    public void Each_class_has_its_own_value()
    {
        float[] exponents = [0.1f, 0.7f, 1, 2.5f, -0.5f, 0.3f, 4];
        float[] gradient = new float[N], losses = new float[N];
        RunTimeLosses.CustomPerClass(Logits, Ones, exponents, gradient, losses);
        for (int c = 0; c < exponents.Length; c++)
        {
            float[] column = Logits.Where((_, i) => i % exponents.Length == c).ToArray();
            float[] columnGradient = new float[column.Length], columnLosses = new float[column.Length];
            RunTimeLosses.Custom(column, Ones.AsSpan(0, column.Length), exponents[c], columnGradient, columnLosses);
            losses.Where((_, i) => i % exponents.Length == c).ShouldBe(columnLosses);
            gradient.Where((_, i) => i % exponents.Length == c).ShouldBe(columnGradient);
        }
    }

    [Fact]
    public void Infinity_is_a_value_and_NaN_is_none()
    {
        ArgumentOutOfRangeException error = Should.Throw<ArgumentOutOfRangeException>(
            () => RunTimeLosses.Custom(Logits, Ones, float.NaN, new float[N], new float[N]));
        error.ParamName.ShouldBe("q");
        RunTimeLosses.Custom(Logits, Ones, float.PositiveInfinity, new float[N], new float[N]);
    }
}
