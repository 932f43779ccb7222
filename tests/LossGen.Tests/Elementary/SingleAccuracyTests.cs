using System;
using LossGen.Elementary;
using LossGen.Tests.Reference;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>Largest errors in single precision; the bounds are the ones the functions document.</summary>
public sealed class SingleAccuracyTests
{
    private const int Stride = 251;

    private static readonly ElementaryFunctions<float, SingleScalar, SinglePolynomials<float, SingleScalar>> functions = SingleFunctions.Over<float, SingleScalar>(default);

    [Fact]
    public void Exp_is_within_its_bound_on_every_normal_result() =>
        UlpSweep.OverFloats(-0f, -87, Stride, functions.ExpNonPositive, Math.Exp).ShouldBeWithin(0.9, 4_000_000);

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(-20, 1.6)]
    [InlineData(-87, 5)]
    public void Exp_of_a_difference_adds_less_than_what_its_rounding_does(float x, double bound) =>
        UlpSweep.OverFloats(-0f, x, Stride, functions.ExpOfDifference, Math.Exp).ShouldBeWithin(bound, 4_000_000);

    [Fact]
    public void Exp_of_any_sign_is_within_its_bound_on_every_normal_result() =>
        UlpSweep.Max(
            UlpSweep.OverFloats(0, 88.72283f, Stride, functions.Exp, Math.Exp),
            UlpSweep.OverFloats(-0f, -87, Stride, functions.Exp, Math.Exp)).ShouldBeWithin(0.9, 8_000_000);

    [Fact]
    public void Expm1_is_within_its_bound() =>
        UlpSweep.Max(
            UlpSweep.OverFloats(0, 88.72283f, Stride, functions.Expm1, DoubleReference.Expm1),
            UlpSweep.OverFloats(-0f, -100, Stride, functions.Expm1, DoubleReference.Expm1)).ShouldBeWithin(1.35, 8_000_000);

    [Fact]
    public void Tanh_is_within_its_bound() =>
        UlpSweep.OverFloats(0, 100, Stride, functions.Tanh, DoubleReference.Tanh).ShouldBeWithin(3, 4_000_000);

    [Fact]
    public void Log1p_is_within_its_bound_on_the_unit_interval() =>
        UlpSweep.OverFloats(0, 1, Stride, functions.Log1PUnit, DoubleReference.Log1P).ShouldBeWithin(1.1, 4_000_000);

    [Fact]
    public void Softplus_is_within_its_bound()
    {
        OverLogits(functions.Softplus, DoubleReference.Softplus).ShouldBeWithin(1.8, 8_000_000);
        OverLogits(functions.SoftplusOfNegated, x => DoubleReference.Softplus(-x)).ShouldBeWithin(1.8, 8_000_000);
    }

    [Fact]
    public void Bounded_softplus_is_within_its_bound()
    {
        OverLogits(functions.BoundedSoftplus, DoubleReference.Softplus).ShouldBeWithin(1.8, 8_000_000);
        OverLogits(functions.BoundedSoftplusOfNegated, x => DoubleReference.Softplus(-x)).ShouldBeWithin(1.8, 8_000_000);
    }

    [Fact]
    public void Sigmoid_is_within_its_bound()
    {
        OverLogits(functions.Sigmoid, DoubleReference.Sigmoid).ShouldBeWithin(2.45, 8_000_000);
        OverLogits(functions.SigmoidOfNegated, x => DoubleReference.Sigmoid(-x)).ShouldBeWithin(2.45, 8_000_000);
    }

    [Fact]
    public void Both_of_a_sigmoid_pair_are_within_their_bound()
    {
        OverLogits(x => functions.SigmoidOfPair(x), DoubleReference.Sigmoid).ShouldBeWithin(2.0, 8_000_000);
        OverLogits(x => functions.SigmoidOfNegatedOfPair(x), x => DoubleReference.Sigmoid(-x)).ShouldBeWithin(2.0, 8_000_000);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.05)]
    public void Fractional_powers_of_a_sigmoid_are_within_their_bound(double exponent)
    {
        OverLogits(x => functions.PowerOfSigmoid(x, exponent), x => Math.Pow(DoubleReference.Sigmoid(x), exponent)).ShouldBeWithin(1.65, 8_000_000);
        OverLogits(x => functions.PowerOfSigmoidOfNegated(x, exponent), x => Math.Pow(DoubleReference.Sigmoid(-x), exponent)).ShouldBeWithin(1.65, 8_000_000);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.05)]
    public void Fractional_powers_are_within_their_bound_from_the_smallest_denormal_on(double exponent) =>
        UlpSweep.OverFloats(float.Epsilon, 1, Stride, t => functions.PowerOfPair(t, 1 - t, exponent), t => Math.Pow(t, exponent)).ShouldBeWithin(1.7, 4_000_000);

    [Fact]
    public void Log_of_t_is_within_its_bound_on_all_normal_t() =>
        UlpSweep.OverFloats(1.17549435e-38f, 1, Stride, t => functions.Log(t, 1 - t), Math.Log).ShouldBeWithin(0.95, 4_000_000);

    [Fact]
    public void Log_near_one_is_within_its_bound_relative_to_u() =>
        UlpSweep.OverFloats(0, 0.25f, Stride, u => functions.Log((float)(1.0 - u), u), u => DoubleReference.Log1P(-u)).ShouldBeWithin(0.75, 4_000_000);

    [Fact]
    public void Guarded_log_is_within_its_bound_from_the_smallest_denormal_on() =>
        UlpSweep.OverFloats(float.Epsilon, 1, Stride, t => functions.LogGuarded(t, 1 - t), Math.Log).ShouldBeWithin(0.95, 4_000_000);

    [Fact]
    public void Log_of_any_t_is_within_its_bound_from_the_smallest_denormal_to_the_largest_number() =>
        UlpSweep.OverFloats(float.Epsilon, float.MaxValue, Stride, t => functions.LogAny(t, 1 - t), Math.Log).ShouldBeWithin(0.95, 8_000_000);

    [Fact]
    public void Log_of_any_t_near_one_is_within_its_bound_relative_to_u() =>
        UlpSweep.Max(
            UlpSweep.OverFloats(0, 0.25f, Stride, u => functions.LogAny((float)(1.0 - u), u), u => DoubleReference.Log1P(-u)),
            UlpSweep.OverFloats(-0f, -0.5f, Stride, u => functions.LogAny((float)(1.0 - u), u), u => DoubleReference.Log1P(-u))).ShouldBeWithin(0.8, 8_000_000);

    [Fact]
    public void Log_above_one_is_within_its_bound() => UlpSweep.Max(
        UlpSweep.OverFloats(1.5f, float.MaxValue, Stride, t => functions.LogAboveOne(t, 1 - t), Math.Log),
        UlpSweep.OverFloats(-0f, -0.49f, Stride, u => functions.LogAboveOne((float)(1.0 - u), u), u => DoubleReference.Log1P(-u))).ShouldBeWithin(0.95, 4_000_000);

    private static UlpSweep OverLogits(Func<float, float> function, Func<double, double> reference) => UlpSweep.Max(
        UlpSweep.OverFloats(0, 87, Stride, function, reference),
        UlpSweep.OverFloats(-0f, -87, Stride, function, reference));
}
