using System;
using LossGen.Elementary;
using LossGen.Tests.Reference;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>
/// Largest errors of powers to a value a. An error of the logarithm of the base counts a times in the power, hence bounds that
/// grow with a; the logarithm of a sigmoid has the errors of e^-|x| and of log(1 + e), the one of a number only its own.
/// </summary>
public sealed class RunTimePowerAccuracyTests
{
    private const int Stride = 1511;

    private const int Count = 4_000;

    private static readonly IElementaryFunctions<float> singles = SingleFunctions.Over<float, SingleScalar>(default);
    private static readonly IElementaryFunctions<double> doubles = DoubleFunctions.Over<double, DoubleScalar>(default);

    public static TheoryData<float> Exponents => new(0.05f, 0.3f, 1, 1.7f, 2, 2.5f, 5, 10, 30);

    [Theory]
    [MemberData(nameof(Exponents))]
    public void Powers_of_a_sigmoid_are_within_their_bound(float a)
    {
        float last = LogitOfSmallestPower(a);
        UlpSweep.Max(
            UlpSweep.OverFloats(0, 87, Stride, x => RunTimePower.OfSigmoid(singles, x, a), x => PowerOfSigmoid(x, a)),
            UlpSweep.OverFloats(-0f, last, Stride, x => RunTimePower.OfSigmoid(singles, x, a), x => PowerOfSigmoid(x, a)))
            .ShouldBeWithin(OfSigmoid(a), 1_50_000);
        UlpSweep.Max(
            UlpSweep.OverFloats(-0f, -87, Stride, x => RunTimePower.OfSigmoidOfNegated(singles, x, a), x => PowerOfSigmoid(-x, a)),
            UlpSweep.OverFloats(0, -last, Stride, x => RunTimePower.OfSigmoidOfNegated(singles, x, a), x => PowerOfSigmoid(-x, a)))
            .ShouldBeWithin(OfSigmoid(a), 1_50_000);
    }

    [Theory]
    [MemberData(nameof(Exponents))]
    public void Powers_of_a_sigmoid_to_an_exponent_of_either_sign_are_within_their_bound(float a)
    {
        float last = LogitOfSmallestPower(a);
        foreach (float exponent in new[] { a, -a })
        {
            UlpSweep.Max(
                UlpSweep.OverFloats(0, 87, Stride, x => singles.PowerAnyOfSigmoid(x, exponent), x => PowerOfSigmoid(x, exponent)),
                UlpSweep.OverFloats(-0f, last, Stride, x => singles.PowerAnyOfSigmoid(x, exponent), x => PowerOfSigmoid(x, exponent)))
                .ShouldBeWithin(OfSigmoid(a), 1_50_000);
            UlpSweep.Max(
                UlpSweep.OverFloats(-0f, -87, Stride, x => singles.PowerAnyOfSigmoidOfNegated(x, exponent), x => PowerOfSigmoid(-x, exponent)),
                UlpSweep.OverFloats(0, -last, Stride, x => singles.PowerAnyOfSigmoidOfNegated(x, exponent), x => PowerOfSigmoid(-x, exponent)))
                .ShouldBeWithin(OfSigmoid(a), 1_50_000);
        }
    }

    [Theory]
    [MemberData(nameof(Exponents))]
    public void Powers_of_a_number_up_to_one_are_within_their_bound(float a) =>
        UlpSweep.OverFloats(SmallestBase(a), 1, Stride, t => RunTimePower.OfPair(singles, t, 1 - t, a), t => Math.Pow(t, a))
            .ShouldBeWithin(OfNumber(a), 20_000);

    [Theory]
    [MemberData(nameof(Exponents))]
    public void Powers_of_any_number_are_within_their_bound(float a)
    {
        float smallest = SmallestBase(a);
        float largest = Math.Min(1 / smallest, float.MaxValue);
        foreach (float exponent in new[] { a, -a })
        {
            UlpSweep.Max(
                UlpSweep.OverFloats(smallest, 1, Stride, t => singles.PowerAny(t, 1 - t, exponent), t => Math.Pow(t, exponent)),
                UlpSweep.OverFloats(1, largest, Stride, t => singles.PowerAny(t, 1 - t, exponent), t => Math.Pow(t, exponent)))
                .ShouldBeWithin(OfNumber(a), 40_000);
        }
    }

    [Theory]
    [InlineData(2.5f)]
    [InlineData(-2.5f)]
    public void Powers_near_one_take_the_complement_that_is_given(float a)
    {
        // t is 1 for most of them; the power to a million is not
        float exponent = a * 1e6f;
        UlpSweep.OverFloats(1e-12f, 1e-9f, Stride, u => singles.PowerAny(1, u, exponent), u => Math.Exp(exponent * DoubleReference.Log1P(-u)))
            .ShouldBeWithin(1.4, 50_000);
        UlpSweep.OverFloats(-1e-12f, -1e-9f, Stride, u => singles.PowerAny(1, u, exponent), u => Math.Exp(exponent * DoubleReference.Log1P(-u)))
            .ShouldBeWithin(1.4, 50_000);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(2.3)]
    [InlineData(5)]
    public void Double_powers_are_within_their_bounds(double a)
    {
        double largestLogarithm = 700 / Math.Max(a, 1);
        UlpSweep.Max(
            UlpSweep.OverDoubles(Spread(0, 700), x => RunTimePower.OfSigmoid(doubles, x, a), x => ExactFunctions.PowerOfSigmoid(x, a)),
            UlpSweep.OverDoubles(Spread(-1e-9, -largestLogarithm), x => RunTimePower.OfSigmoid(doubles, x, a), x => ExactFunctions.PowerOfSigmoid(x, a)))
            .ShouldBeWithin(OfSigmoid(a), 2 * Count);
        UlpSweep.OverDoubles(Spread(1e-9, largestLogarithm), x => RunTimePower.OfSigmoidOfNegated(doubles, x, a), x => ExactFunctions.PowerOfSigmoid(-x, a))
            .ShouldBeWithin(OfSigmoid(a), Count);
        UlpSweep.OverDoubles(Spread(Math.Exp(-largestLogarithm), 1), t => RunTimePower.OfPair(doubles, t, 1 - t, a), t => ExactFunctions.Power(t, a))
            .ShouldBeWithin(OfNumber(a), Count);
        foreach (double exponent in new[] { a, -a })
        {
            UlpSweep.Max(
                UlpSweep.OverDoubles(Spread(0, 700), x => doubles.PowerAnyOfSigmoid(x, exponent), x => ExactFunctions.PowerOfSigmoid(x, exponent)),
                UlpSweep.OverDoubles(Spread(1e-9, largestLogarithm), x => doubles.PowerAnyOfSigmoidOfNegated(x, exponent), x => ExactFunctions.PowerOfSigmoid(-x, exponent)))
                .ShouldBeWithin(OfSigmoid(a), 2 * Count);
            UlpSweep.Max(
                UlpSweep.OverDoubles(Spread(Math.Exp(-largestLogarithm), 1), t => doubles.PowerAny(t, 1 - t, exponent), t => ExactFunctions.Power(t, exponent)),
                UlpSweep.OverDoubles(Spread(1, Math.Exp(largestLogarithm)), t => doubles.PowerAny(t, 1 - t, exponent), t => ExactFunctions.Power(t, exponent)))
                .ShouldBeWithin(OfNumber(a), 2 * Count);
        }
    }

    private static double OfSigmoid(double a) => 1.5 + (1.4 * a);

    private static double OfNumber(double a) => 1.4 + (0.5 * a);

    private static double PowerOfSigmoid(double x, double a) => Math.Pow(DoubleReference.Sigmoid(x), a);

    /// <summary>A negative logit for which the power is still normal: sigmoid(x)^a = e^-87 if sigmoid(0)^a is larger.</summary>
    private static float LogitOfSmallestPower(float a) => a * Math.Log(2) > 86 ? -1e-3f : -(float)Math.Log(Math.Exp(Math.Min(87, 87 / a)) - 1);

    /// <summary>A positive number whose power is still normal.</summary>
    private static float SmallestBase(float a) => (float)Math.Max(Math.Exp(-87 / a), float.Epsilon);

    private static double[] Spread(double first, double last) => DoubleSpread.Between(first, last, Count);
}
