using System;
using LossGen.Elementary;
using LossGen.Tests.Reference;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>Largest errors in double precision; the bounds are the ones the functions document.</summary>
public sealed class DoubleAccuracyTests
{
    private const int Count = 20_000;

    private static readonly ElementaryFunctions<double, DoubleScalar, DoublePolynomials<double, DoubleScalar>> functions = DoubleFunctions.Over<double, DoubleScalar>(default);

    [Fact]
    public void Exp_is_within_its_bound_on_every_normal_result() =>
        UlpSweep.OverDoubles(Spread(-0.0, -708), functions.ExpNonPositive, ExactFunctions.Exp).ShouldBeWithin(0.86, Count);

    [Fact]
    public void Exp_of_any_sign_is_within_its_bound_on_every_normal_result() =>
        UlpSweep.Max(
            UlpSweep.OverDoubles(Spread(0, 709.78), functions.Exp, ExactFunctions.Exp),
            UlpSweep.OverDoubles(Spread(-0.0, -708), functions.Exp, ExactFunctions.Exp)).ShouldBeWithin(0.86, 2 * Count);

    [Fact]
    public void Expm1_is_within_its_bound() =>
        UlpSweep.Max(
            UlpSweep.Max(
                UlpSweep.OverDoubles(Spread(0, 709.78), functions.Expm1, ExactFunctions.Expm1),
                UlpSweep.OverDoubles(Spread(-0.0, -50), functions.Expm1, ExactFunctions.Expm1)),
            UlpSweep.Max(
                UlpSweep.OverDoubles(Spread(1e-5, 2), functions.Expm1, ExactFunctions.Expm1),
                UlpSweep.OverDoubles(Spread(-1e-5, -2), functions.Expm1, ExactFunctions.Expm1))).ShouldBeWithin(1.3, 4 * Count);

    [Fact]
    public void Tanh_is_within_its_bound() =>
        UlpSweep.Max(
            UlpSweep.OverDoubles(Spread(0, 20), functions.Tanh, ExactFunctions.Tanh),
            UlpSweep.OverDoubles(Spread(1e-4, 1), functions.Tanh, ExactFunctions.Tanh)).ShouldBeWithin(3, 2 * Count);

    [Fact]
    public void Log1p_is_within_its_bound_on_the_unit_interval() =>
        UlpSweep.OverDoubles(Spread(0, 1), functions.Log1PUnit, e => ExactFunctions.Log1P(ExactReal.From(e))).ShouldBeWithin(1.01, Count);

    [Fact]
    public void Softplus_is_within_its_bound()
    {
        OverLogits(functions.Softplus, ExactFunctions.Softplus).ShouldBeWithin(1.55, 2 * Count);
        OverLogits(functions.SoftplusOfNegated, x => ExactFunctions.Softplus(-x)).ShouldBeWithin(1.55, 2 * Count);
    }

    [Fact]
    public void Bounded_softplus_is_within_its_bound()
    {
        OverLogits(functions.BoundedSoftplus, ExactFunctions.Softplus).ShouldBeWithin(1.55, 2 * Count);
        OverLogits(functions.BoundedSoftplusOfNegated, x => ExactFunctions.Softplus(-x)).ShouldBeWithin(1.55, 2 * Count);
    }

    [Fact]
    public void Sigmoid_is_within_its_bound()
    {
        OverLogits(functions.Sigmoid, ExactFunctions.Sigmoid).ShouldBeWithin(2.15, 2 * Count);
        OverLogits(functions.SigmoidOfNegated, x => ExactFunctions.Sigmoid(-x)).ShouldBeWithin(2.15, 2 * Count);
    }

    [Fact]
    public void Both_of_a_sigmoid_pair_are_within_their_bound()
    {
        OverLogits(x => functions.SigmoidOfPair(x), ExactFunctions.Sigmoid).ShouldBeWithin(1.75, 2 * Count);
        OverLogits(x => functions.SigmoidOfNegatedOfPair(x), x => ExactFunctions.Sigmoid(-x)).ShouldBeWithin(1.75, 2 * Count);
    }

    [Theory]
    [InlineData(0.375)]
    [InlineData(0.0625)]
    public void Fractional_powers_with_exponents_that_sum_to_one_multiply_to_the_sigmoid(double exponent) =>
        OverLogits(x => functions.PowerOfSigmoid(x, exponent) * functions.PowerOfSigmoid(x, 1 - exponent), ExactFunctions.Sigmoid)
            .ShouldBeWithin(3.5, 2 * Count);

    [Theory]
    [InlineData(0.375)]
    [InlineData(0.0625)]
    public void Fractional_powers_with_exponents_that_sum_to_one_multiply_to_their_base(double exponent) =>
        UlpSweep.OverDoubles(Spread(double.Epsilon, 1), t => functions.PowerOfPair(t, 1 - t, exponent) * functions.PowerOfPair(t, 1 - t, 1 - exponent), ExactReal.From)
            .ShouldBeWithin(3.1, Count);

    [Fact]
    public void Log_of_t_is_within_its_bound_on_all_normal_t() =>
        UlpSweep.OverDoubles(Spread(2.2250738585072014e-308, 1), t => functions.Log(t, 1 - t), LogOf).ShouldBeWithin(1.25, Count);

    [Fact]
    public void Log_near_one_is_within_its_bound_relative_to_u() =>
        UlpSweep.OverDoubles(Spread(0, 0.25), u => functions.Log(1 - u, u), u => ExactFunctions.Log1P(ExactReal.From(-u))).ShouldBeWithin(0.75, Count);

    [Fact]
    public void Guarded_log_is_within_its_bound_on_denormal_t() =>
        UlpSweep.OverDoubles(Spread(double.Epsilon, 2.2250738585072014e-308), t => functions.LogGuarded(t, 1 - t), LogOf).ShouldBeWithin(0.51, Count);

    [Fact]
    public void Log_of_any_t_is_within_its_bound_above_one() =>
        UlpSweep.OverDoubles(Spread(1.25, 1e300), t => functions.LogAny(t, 1 - t), ExactFunctions.Log).ShouldBeWithin(0.95, Count);

    [Fact]
    public void Log_of_any_t_above_one_is_within_its_bound_relative_to_u() =>
        UlpSweep.OverDoubles(Spread(-0.0, -0.5), u => functions.LogAny(1 - u, u), u => ExactFunctions.Log1P(ExactReal.From(-u))).ShouldBeWithin(0.8, Count);

    [Fact]
    public void Log_above_one_is_within_its_bound() => UlpSweep.Max(
        UlpSweep.OverDoubles(Spread(1.5, 1e300), t => functions.LogAboveOne(t, 1 - t), ExactFunctions.Log),
        UlpSweep.OverDoubles(Spread(-0.0, -0.49), u => functions.LogAboveOne(1 - u, u), u => ExactFunctions.Log1P(ExactReal.From(-u)))).ShouldBeWithin(0.95, Count);

    private static UlpSweep OverLogits(Func<double, double> function, Func<double, ExactReal> reference) => UlpSweep.Max(
        UlpSweep.OverDoubles(Spread(0, 708), function, reference),
        UlpSweep.OverDoubles(Spread(-0.0, -708), function, reference));

    /// <summary>log t to 60 digits relative to itself: near 1 by way of 1 - t, which is exact there.</summary>
    private static ExactReal LogOf(double t) => t < 0.75 ? ExactFunctions.Log(t) : ExactFunctions.Log1P(ExactReal.From(t - 1));

    private static double[] Spread(double first, double last) => DoubleSpread.Between(first, last, Count);
}
