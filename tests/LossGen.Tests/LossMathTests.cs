using System;
using Shouldly;
using Xunit;

namespace LossGen.Tests;

public sealed class LossMathTests
{
    // expected values: 40-digit evaluation, rounded to double
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.7310585786300049)]
    [InlineData(-1, 0.2689414213699951)]
    [InlineData(-700, 9.859676543759770e-305)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Sigmoid_is_accurate_on_both_sides(double x, double expected) => IsClose(LossMath.Sigmoid(x), expected);

    [Theory]
    [InlineData(0, 0.6931471805599453)]
    [InlineData(1, 1.3132616875182228)]
    [InlineData(-1, 0.3132616875182228)]
    [InlineData(-50, 1.9287498479639178e-22)]
    [InlineData(800, 800)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Softplus_is_accurate_on_both_sides(double x, double expected)
    {
        IsClose(LossMath.Softplus(x), expected);
        IsClose(LossMath.LogSigmoid(-x), -expected);
    }

    [Theory]
    [InlineData(1e-20, 1e-20)]
    [InlineData(1e-5, 9.999950000333332e-6)]
    [InlineData(-1e-5, -1.0000050000333337e-5)]
    [InlineData(1, 0.6931471805599453)]
    [InlineData(-0.5, -0.6931471805599453)]
    [InlineData(1e300, 690.7755278982137)]
    [InlineData(-1, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Log1P_is_accurate_near_zero(double x, double expected) => IsClose(LossMath.Log1P(x), expected);

    [Theory]
    [InlineData(1e-20, 1e-20)]
    [InlineData(1e-5, 1.0000050000166668e-5)]
    [InlineData(-1e-5, -9.999950000166666e-6)]
    [InlineData(1, 1.7182818284590453)]
    [InlineData(-40, -1)]
    [InlineData(double.NegativeInfinity, -1)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Expm1_is_accurate_near_zero(double x, double expected) => IsClose(LossMath.Expm1(x), expected);

    [Fact]
    public void NaN_stays_NaN()
    {
        LossMath.Sigmoid(double.NaN).ShouldBe(double.NaN);
        LossMath.Softplus(double.NaN).ShouldBe(double.NaN);
        LossMath.Log1P(double.NaN).ShouldBe(double.NaN);
        LossMath.Expm1(double.NaN).ShouldBe(double.NaN);
    }

    [Fact]
    public void Detach_is_the_identity() => LossMath.Detach(1.25).ShouldBe(1.25);

    private static void IsClose(double actual, double expected)
    {
        if (actual != expected)
        {
            Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(4e-16 * Math.Abs(expected));
        }
    }
}
