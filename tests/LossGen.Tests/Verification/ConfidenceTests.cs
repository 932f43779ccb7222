using System;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

/// <summary>What hyper-dual numbers know of 1 - t.</summary>
public sealed class ConfidenceTests
{
    // 1 / (1 + e^36), which 1 - p with p of type double has one bit of
    private const double Complement = 2.3195228302435691e-16;

    private static readonly HyperDual Certain = HyperDual.Sigmoid(HyperDual.Variable(36));

    [Fact]
    public void The_complement_of_a_certain_probability_is_exact()
    {
        HyperDual q = 1 - Certain;

        q.Value.Value.ShouldBe(Complement, 1.2e-16 * Complement);
        q.Value.Sensitivity.ShouldBe(q.Value.Value);
        q.First.Value.ShouldBe(-Complement, 1e-15 * Complement);
    }

    [Fact]
    public void The_complement_of_the_complement_is_the_number() => (1 - (1 - Certain)).ShouldBe(Certain);

    [Fact]
    public void Minus_one_added_to_a_probability_is_the_negative_complement() =>
        (Certain - 1).Value.Value.ShouldBe(-Complement, 1.2e-16 * Complement);

    [Fact]
    public void Logarithms_of_a_probability_and_its_complement_are_softplus()
    {
        HyperDual z = HyperDual.Variable(36);

        HyperDual.Log(Certain).ShouldBe(-HyperDual.Softplus(-z));
        HyperDual.Log(1 - Certain).ShouldBe(-HyperDual.Softplus(z));
        HyperDual.Log(1 - (1 - Certain)).ShouldBe(-HyperDual.Softplus(-z));
        HyperDual.LogOfPair(1 + (-Certain), Certain).ShouldBe(-HyperDual.Softplus(z));
    }

    [Fact]
    public void The_curvature_of_a_tiny_logarithm_is_accurate()
    {
        HyperDual log = HyperDual.Log(Certain);

        log.Value.Value.ShouldBe(-Complement, 1e-15 * Complement);
        log.First.Value.ShouldBe(Complement, 1e-15 * Complement);
        log.Second.Value.ShouldBe(-Complement, 1e-15 * Complement);
    }

    [Fact]
    public void A_probability_as_input_has_a_complement_too()
    {
        HyperDual p = HyperDual.Variable(0.75).WithComplement(new(Conditioned.Atom(0.25), -1, 0));

        (1 - p).Value.ShouldBe(Conditioned.Atom(0.25));
        (1 - (1 - p)).ShouldBe(p);
    }

    [Fact]
    public void A_shifted_probability_keeps_its_complement()
    {
        HyperDual shifted = HyperDual.Max(Certain - 0.25, 0);
        HyperDual rest = 1 - shifted;

        // 1 - (p - 1/4) = q + 1/4, and 1 - (q + 1/4 - 1/4) = p
        rest.Value.Value.ShouldBe(0.25 + Complement);
        (1 - (rest - 0.25)).Value.Value.ShouldBe(Certain.Value.Value);
        HyperDual.Log(rest).Value.Value.ShouldBe(Math.Log(0.25 + Complement));
    }

    [Fact]
    public void A_bound_is_compared_by_the_smaller_of_number_and_complement()
    {
        // p + 1e-17 is 1 in double, and yet below it
        HyperDual bound = HyperDual.Min(Certain + 1e-17, 1);

        (1 - bound).Value.Value.ShouldBe(Complement - 1e-17, 1e-15 * Complement);
        HyperDual.Min(Certain + 1e-15, 1).ShouldBe<HyperDual>(1);
    }

    [Fact]
    public void A_bound_that_holds_has_complement_and_derivative_of_a_constant()
    {
        HyperDual p = HyperDual.Sigmoid(HyperDual.Variable(-5));

        (1 - HyperDual.Max(p - 0.05, 0)).ShouldBe<HyperDual>(1);
    }

    [Fact]
    public void A_target_of_one_is_not_the_number_one_of_a_formula()
    {
        // y - p in type float is as far off as p is
        HyperDual y = ((HyperDual)1).Rounding();

        (y - Certain).Value.Sensitivity.ShouldBe(1, 1e-15);
        (1 - Certain).Value.Sensitivity.ShouldBeLessThan(1e-15);
    }

    [Fact]
    public void Detach_keeps_the_complement()
    {
        HyperDual q = 1 - HyperDual.Detach(Certain);

        q.Value.Value.ShouldBe(Complement, 1.2e-16 * Complement);
        q.First.Value.ShouldBe(0);
        q.Second.Value.ShouldBe(0);
    }
}
