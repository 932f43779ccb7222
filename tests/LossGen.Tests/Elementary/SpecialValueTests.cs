using System;
using LossGen.Elementary;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>Arguments at which the result is known exactly.</summary>
public sealed class SpecialValueTests
{
    private static readonly ElementaryFunctions<float, SingleScalar, SinglePolynomials<float, SingleScalar>> singles = SingleFunctions.Over<float, SingleScalar>(default);
    private static readonly ElementaryFunctions<double, DoubleScalar, DoublePolynomials<double, DoubleScalar>> doubles = DoubleFunctions.Over<double, DoubleScalar>(default);

    public static TheoryData<uint> SingleNaNs => new(0x7FC00000u, 0xFFC00000u, 0x7FC12345u, 0xFFFFFFFFu, 0x7F800001u, 0xFF812345u);

    public static TheoryData<ulong> DoubleNaNs =>
        new(0x7FF8000000000000ul, 0xFFF8000000000000ul, 0x7FF8000000012345ul, 0xFFFFFFFFFFFFFFFFul, 0x7FF0000000000001ul);

    [Theory]
    [InlineData(0f)]
    [InlineData(-float.Epsilon)]
    [InlineData(-1e-39f)]
    public void Exp_of_next_to_nothing_is_one(float x) => singles.ExpNonPositive(x).ShouldBe(1f);

    [Theory]
    [InlineData(-87.00001f)]
    [InlineData(-87.4f)]
    [InlineData(-87.5f)]
    [InlineData(-88f)]
    [InlineData(-103f)]
    [InlineData(-1e30f)]
    [InlineData(float.MinValue)]
    [InlineData(float.NegativeInfinity)]
    public void Exp_below_minus_87_is_positive_zero(float x) => BitConverter.SingleToInt32Bits(singles.ExpNonPositive(x)).ShouldBe(0);

    [Theory]
    [InlineData(-0f, 1f)]
    [InlineData(-1e-39f, 1f)]
    [InlineData(-87.00001f, 0f)]
    [InlineData(float.NegativeInfinity, 0f)]
    public void Exp_of_a_difference_has_the_same_ends(float x, float expected) => singles.ExpOfDifference(x).ShouldBe(expected);

    [Fact]
    public void Exp_of_a_difference_of_minus_87_is_normal() => float.IsNormal(singles.ExpOfDifference(-87f)).ShouldBeTrue();

    [Theory]
    [InlineData(-0.3)]
    [InlineData(-17.1)]
    [InlineData(-708d)]
    [InlineData(double.NegativeInfinity)]
    public void Double_exp_of_a_difference_is_the_exponential(double x) => doubles.ExpOfDifference(x).ShouldBe(doubles.ExpNonPositive(x));

    [Fact]
    public void Exp_at_minus_87_is_normal() => float.IsNormal(singles.ExpNonPositive(-87f)).ShouldBeTrue();

    [Theory]
    [InlineData(0d)]
    [InlineData(-double.Epsilon)]
    [InlineData(-1e-309)]
    public void Double_exp_of_next_to_nothing_is_one(double x) => doubles.ExpNonPositive(x).ShouldBe(1d);

    [Theory]
    [InlineData(-708.06)]
    [InlineData(-708.5)]
    [InlineData(-709d)]
    [InlineData(-745d)]
    [InlineData(-1e30)]
    [InlineData(double.MinValue)]
    [InlineData(double.NegativeInfinity)]
    public void Double_exp_below_minus_708_is_positive_zero(double x) => BitConverter.DoubleToInt64Bits(doubles.ExpNonPositive(x)).ShouldBe(0);

    [Fact]
    public void Double_exp_at_minus_708_is_normal() => double.IsNormal(doubles.ExpNonPositive(-708d)).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(SingleNaNs))]
    public void Every_function_of_NaN_is_NaN(uint bits)
    {
        float nan = BitConverter.UInt32BitsToSingle(bits);
        foreach ((string name, Func<float, float, float> function) in FunctionTable.Of<float>(singles))
        {
            if (name != "Log")
            {
                float.IsNaN(function(nan, nan)).ShouldBeTrue(name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(DoubleNaNs))]
    public void Every_double_function_of_NaN_is_NaN(ulong bits)
    {
        double nan = BitConverter.UInt64BitsToDouble(bits);
        foreach ((string name, Func<double, double, double> function) in FunctionTable.Of<double>(doubles))
        {
            if (name != "Log")
            {
                double.IsNaN(function(nan, nan)).ShouldBeTrue(name);
            }
        }
    }

    [Fact]
    public void Infinite_logits_give_the_limits()
    {
        singles.Softplus(float.PositiveInfinity).ShouldBe(float.PositiveInfinity);
        singles.Softplus(float.NegativeInfinity).ShouldBe(0f);
        singles.BoundedSoftplus(float.PositiveInfinity).ShouldBe(87.4f);
        singles.BoundedSoftplus(float.NegativeInfinity).ShouldBe(0f);
        singles.BoundedMagnitude(float.PositiveInfinity).ShouldBe(-87.4f);
        (singles.SigmoidOfPair(float.PositiveInfinity), singles.SigmoidOfNegatedOfPair(float.PositiveInfinity)).ShouldBe((1f, 0f));
        (singles.SigmoidOfPair(float.NegativeInfinity), singles.SigmoidOfNegatedOfPair(float.NegativeInfinity)).ShouldBe((0f, 1f));
        singles.Sigmoid(float.NegativeInfinity).ShouldBe(0f);
    }

    [Fact]
    public void Infinite_double_logits_give_the_limits()
    {
        doubles.Softplus(double.PositiveInfinity).ShouldBe(double.PositiveInfinity);
        doubles.Softplus(double.NegativeInfinity).ShouldBe(0d);
        doubles.BoundedSoftplus(double.PositiveInfinity).ShouldBe(708.5);
        doubles.BoundedSoftplus(double.NegativeInfinity).ShouldBe(0d);
        doubles.BoundedMagnitude(double.PositiveInfinity).ShouldBe(-708.5);
        (doubles.SigmoidOfPair(double.PositiveInfinity), doubles.SigmoidOfNegatedOfPair(double.PositiveInfinity)).ShouldBe((1d, 0d));
        (doubles.SigmoidOfPair(double.NegativeInfinity), doubles.SigmoidOfNegatedOfPair(double.NegativeInfinity)).ShouldBe((0d, 1d));
        doubles.Sigmoid(double.NegativeInfinity).ShouldBe(0d);
    }

    [Fact]
    public void A_zero_logit_gives_one_half_and_log_two()
    {
        (singles.SigmoidOfPair(0f), singles.SigmoidOfNegatedOfPair(0f)).ShouldBe((0.5f, 0.5f));
        (singles.SigmoidOfPair(-0f), singles.SigmoidOfNegatedOfPair(-0f)).ShouldBe((0.5f, 0.5f));
        (doubles.SigmoidOfPair(-0d), doubles.SigmoidOfNegatedOfPair(-0d)).ShouldBe((0.5, 0.5));
        singles.Softplus(-0f).ShouldBe(0.693147182f);
        doubles.Softplus(-0d).ShouldBe(0.69314718055994529);
    }

    [Fact]
    public void Negative_zero_is_zero()
    {
        singles.ExpNonPositive(-0f).ShouldBe(1f);
        doubles.ExpNonPositive(-0d).ShouldBe(1d);
        singles.LogGuarded(-0f, 1f).ShouldBe(float.NegativeInfinity);
        doubles.LogGuarded(-0d, 1d).ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public void The_log_of_one_is_positive_zero()
    {
        BitConverter.SingleToInt32Bits(singles.Log(1f, 0f)).ShouldBe(0);
        BitConverter.SingleToInt32Bits(singles.LogGuarded(1f, 0f)).ShouldBe(0);
        BitConverter.DoubleToInt64Bits(doubles.Log(1d, 0d)).ShouldBe(0);
        BitConverter.DoubleToInt64Bits(doubles.LogGuarded(1d, 0d)).ShouldBe(0);
    }

    [Theory]
    [InlineData(0f, float.NegativeInfinity)]
    [InlineData(-float.Epsilon, float.NaN)]
    [InlineData(-0.5f, float.NaN)]
    [InlineData(float.NegativeInfinity, float.NaN)]
    public void The_guarded_log_has_the_limits_of_the_logarithm(float t, float expected)
    {
        singles.LogGuarded(t, 1 - t).ShouldBe(expected);
        doubles.LogGuarded(t, 1.0 - t).ShouldBe(expected);
    }

    [Fact]
    public void No_function_of_a_logit_returns_a_denormal()
    {
        for (float x = -120; x <= 120; x += 1f / 512)
        {
            foreach (float value in new[] { singles.Softplus(x), singles.Sigmoid(x), singles.SigmoidOfPair(x), singles.SigmoidOfNegatedOfPair(x) })
            {
                float.IsSubnormal(value).ShouldBeFalse($"at {x:R}");
            }
        }
    }
}
