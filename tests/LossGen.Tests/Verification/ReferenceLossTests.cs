using System;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

public sealed class ReferenceLossTests
{
    private static readonly double[] Logits = [-80, -20, -5, -2, -1, -0.1, 0, 0.1, 1, 2.9, 5, 10, 30, 80];

    public static TheoryData<double, double[]> Terms
    {
        get
        {
            TheoryData<double, double[]> terms = [];
            foreach (double gamma in new[] { 0, 0.3, 0.5, 1, 1.5, 2, 2.7, 4 })
            {
                terms.Add(gamma, []);
                terms.Add(gamma, [1]);
                terms.Add(gamma, [-0.5, 2, 0.25]);
            }

            return terms;
        }
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void Positive_and_negative_terms_are_the_closed_forms_of_poly_focal_loss(double gamma, double[] poly)
    {
        TermConfiguration term = new() { Weight = 0.75, Gamma = gamma, Poly = poly };
        LossConfiguration configuration = new() { Positive = term, Negative = term };
        foreach (double z in Logits)
        {
            IsClose(ReferenceLoss.Evaluate(configuration, z, 1), 0.75 * ClosedForms.PolyFocal(gamma, poly, z));
            IsClose(ReferenceLoss.Evaluate(configuration, z, 0), 0.75 * ClosedForms.PolyFocal(gamma, poly, -z).Mirror());
        }
    }

    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(0.5, 0.05)]
    [InlineData(1, 0.2)]
    [InlineData(2.5, 0.5)]
    [InlineData(4, 0.05)]
    public void Shifted_terms_are_the_closed_forms_of_asymmetric_loss(double gamma, double shift)
    {
        TermConfiguration term = new() { Gamma = gamma, Shift = shift };
        LossConfiguration configuration = new() { Positive = term, Negative = term };
        foreach (double z in Logits)
        {
            IsClose(ReferenceLoss.Evaluate(configuration, z, 1), ClosedForms.Shifted(gamma, shift, z));
            IsClose(ReferenceLoss.Evaluate(configuration, z, 0), ClosedForms.Shifted(gamma, shift, -z).Mirror());
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    public void A_detached_focus_is_a_constant_of_the_derivatives(double gamma)
    {
        LossConfiguration configuration = new() { Positive = new() { Gamma = gamma, DetachFocus = true } };
        foreach (double z in Logits)
        {
            IsClose(ReferenceLoss.Evaluate(configuration, z, 1), ClosedForms.DetachedFocal(gamma, z));
        }
    }

    [Fact]
    public void A_detached_focus_multiplies_the_polynomial_too()
    {
        LossConfiguration configuration = new() { Positive = new() { Gamma = 2, Poly = [3], DetachFocus = true } };
        double t = LossMath.Sigmoid(1);
        double q = LossMath.Sigmoid(-1);

        HyperDual actual = ReferenceLoss.Evaluate(configuration, 1, 1);

        IsClose(actual, ClosedForms.DetachedFocal(2, 1) + (3 * q * q * new Derivatives(q, -t * q, t * q * (t - q))));
    }

    [Fact]
    public void Soft_targets_blend_the_terms_and_hard_targets_select()
    {
        LossConfiguration soft = new() { Positive = new() { Gamma = 2 }, Negative = new() { Weight = 3 } };
        Derivatives positive = ClosedForms.PolyFocal(2, [], 0.5);
        Derivatives negative = 3 * ClosedForms.PolyFocal(0, [], -0.5).Mirror();

        IsClose(ReferenceLoss.Evaluate(soft, 0.5, 0.7), (0.7 * positive) + (0.3 * negative));
        IsClose(ReferenceLoss.Evaluate(soft with { HardTargets = true }, 0.5, 0.7), positive);
        IsClose(ReferenceLoss.Evaluate(soft with { HardTargets = true }, 0.5, 0.5), negative);
    }

    [Fact]
    public void Label_smoothing_moves_the_target_towards_one_half()
    {
        LossConfiguration configuration = new() { LabelSmoothing = 0.2, HardTargets = true };
        Derivatives positive = ClosedForms.PolyFocal(0, [], 0.5);
        Derivatives negative = ClosedForms.PolyFocal(0, [], -0.5).Mirror();

        IsClose(ReferenceLoss.Evaluate(configuration, 0.5, 1), (0.9 * positive) + (0.1 * negative));
        IsClose(ReferenceLoss.Evaluate(configuration, 0.5, 0), (0.1 * positive) + (0.9 * negative));
    }

    [Fact]
    public void Probabilities_are_differentiated_by_themselves()
    {
        LossConfiguration configuration = new() { Activation = Activation.None };
        foreach (double p in new[] { 1e-12, 0.1, 0.5, 0.75, 1 - 1e-12 })
        {
            IsClose(ReferenceLoss.Evaluate(configuration, p, 1), new(-Math.Log(p), -1 / p, 1 / (p * p)));
            IsClose(ReferenceLoss.Evaluate(configuration, p, 0), new(-LossMath.Log1P(-p), 1 / (1 - p), 1 / ((1 - p) * (1 - p))));
        }
    }

    [Fact]
    public void The_end_points_of_probability_give_the_exact_limits()
    {
        LossConfiguration configuration = new() { Activation = Activation.None };

        IsExactly(ReferenceLoss.Evaluate(configuration, 1, 1), 0, -1, 1);
        IsExactly(ReferenceLoss.Evaluate(configuration, 0, 0), 0, 1, 1);
        ReferenceLoss.Evaluate(configuration, 0, 1).Value.Value.ShouldBe(double.PositiveInfinity);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(1.5)]
    [InlineData(2)]
    public void Infinite_logits_give_the_exact_limits(double gamma)
    {
        TermConfiguration term = new() { Gamma = gamma };
        LossConfiguration configuration = new() { Positive = term, Negative = term };

        IsExactly(ReferenceLoss.Evaluate(configuration, double.PositiveInfinity, 1), 0, 0, 0);
        IsExactly(ReferenceLoss.Evaluate(configuration, double.NegativeInfinity, 0), 0, 0, 0);
        IsExactly(ReferenceLoss.Evaluate(configuration, double.NegativeInfinity, 1), double.PositiveInfinity, -1, 0);
        IsExactly(ReferenceLoss.Evaluate(configuration, double.PositiveInfinity, 0), double.PositiveInfinity, 1, 0);
    }

    [Fact]
    public void Infinite_logits_of_a_shifted_term_stay_finite()
    {
        LossConfiguration configuration = new() { Negative = new() { Gamma = 4, Shift = 0.05 } };
        double u = 1 - 0.05;

        HyperDual certain = ReferenceLoss.Evaluate(configuration, double.PositiveInfinity, 0);

        certain.Value.Value.ShouldBe(-Math.Pow(u, 4) * Math.Log(0.05), 1e-14);
        certain.First.Value.ShouldBe(0);
        certain.Second.Value.ShouldBe(0);
        IsExactly(ReferenceLoss.Evaluate(configuration, double.NegativeInfinity, 0), 0, 0, 0);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(4)]
    public void Everything_is_finite_for_every_finite_logit(double gamma)
    {
        TermConfiguration plain = new() { Gamma = gamma, Poly = [1] };
        TermConfiguration shifted = new() { Gamma = gamma, Shift = 0.05 };
        LossConfiguration configuration = new() { Positive = plain, Negative = shifted };
        foreach (double magnitude in new[] { 0, double.Epsilon, 1e-300, 1, 87.3, 88.8, 104, 700, 746, 3e38, 1e300 })
        {
            foreach (double target in new[] { 0, 0.4, 1 })
            {
                IsFinite(ReferenceLoss.Evaluate(configuration, magnitude, target));
                IsFinite(ReferenceLoss.Evaluate(configuration, -magnitude, target));
            }
        }
    }

    [Fact]
    public void The_derivatives_at_the_kink_are_zero()
    {
        LossConfiguration configuration = new() { Activation = Activation.None, Negative = new() { Shift = 0.25 } };

        IsExactly(ReferenceLoss.Evaluate(configuration, 0.25, 0), 0, 0, 0);
        ReferenceLoss.Evaluate(configuration, Math.BitIncrement(0.25), 0).First.Value.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Weight_multiplies_and_weight_zero_masks_out()
    {
        LossConfiguration configuration = new();

        IsClose(ReferenceLoss.Evaluate(configuration, 0.5, 1, 2.5), 2.5 * ClosedForms.PolyFocal(0, [], 0.5));
        IsExactly(ReferenceLoss.Evaluate(configuration, double.NaN, 1, 0), 0, 0, 0);
    }

    [Fact]
    public void NaN_stays_NaN()
    {
        LossConfiguration configuration = new() { Negative = new() { Gamma = 2, Shift = 0.1 } };
        foreach (double target in new[] { 0, 0.5, 1 })
        {
            HyperDual loss = ReferenceLoss.Evaluate(configuration, double.NaN, target);
            loss.Value.Value.ShouldBe(double.NaN);
            loss.First.Value.ShouldBe(double.NaN);
            loss.Second.Value.ShouldBe(double.NaN);
        }
    }

    private static void IsClose(HyperDual actual, Derivatives expected)
    {
        IsClose(actual.Value, expected.Value);
        IsClose(actual.First, expected.First);
        IsClose(actual.Second, expected.Second);
    }

    private static void IsClose(Conditioned actual, double expected) =>
        Math.Abs(actual.Value - expected).ShouldBeLessThanOrEqualTo(1e-13 * actual.Magnitude, $"{actual.Value:R} is not {expected:R}");

    private static void IsExactly(HyperDual actual, double value, double first, double second)
    {
        actual.Value.Value.ShouldBe(value);
        actual.First.Value.ShouldBe(first);
        actual.Second.Value.ShouldBe(second);
    }

    private static void IsFinite(HyperDual actual)
    {
        double.IsFinite(actual.Value.Value).ShouldBeTrue();
        double.IsFinite(actual.First.Value).ShouldBeTrue();
        double.IsFinite(actual.Second.Value).ShouldBeTrue();
    }
}
