using System;
using LossGen.Kernels;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

/// <summary>Losses with a term of a user, verified with kernels that are right and wrong.</summary>
public sealed class TermVerificationTests
{
    private static readonly TermMethod Square = new("Square", a => a.Probability * a.Probability, at => at.Probability * at.Probability);

    [Fact]
    public void A_kernel_that_computes_the_term_is_verified()
    {
        VerificationReport report = Verify(Square, SquareOf);

        report.Passed.ShouldBeTrue(report.ToString());
        report.Disagreement.ShouldBeNull();
    }

    [Fact]
    public void A_kernel_of_another_term_fails()
    {
        VerificationReport report = Verify(Square, z => 1.00001 * SquareOf(z));

        report.Passed.ShouldBeFalse();
        report.Disagreement.ShouldBeNull();
        report.Loss!.Value.Ulp.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void A_kernel_with_the_derivative_of_another_term_fails()
    {
        VerificationReport report = Verify(Square, z => SquareOf(z) with { First = 0.99999 * SquareOf(z).First });

        report.Loss!.Value.Ulp.ShouldBeLessThan(1);
        report.Passed.ShouldBeFalse();
    }

    [Fact]
    public void A_formula_that_is_not_the_method_fails_and_says_so()
    {
        TermMethod cube = Square with { Name = "Cube", Method = a => a.Probability * a.Probability * a.Probability };

        VerificationReport report = Verify(cube, SquareOf);

        report.Loss!.Value.Ulp.ShouldBeLessThan(1);
        report.Passed.ShouldBeFalse();
        report.Disagreement!.Method.ShouldBe("Cube");
        report.ToString().ShouldContain("Cube is ");
    }

    [Fact]
    public void A_method_that_rounds_by_its_literal_one_minus_p_agrees_with_its_formula()
    {
        TermMethod entropy = new(
            "Entropy",
            a => -(1 - a.Probability) * Math.Log(1 - a.Probability),
            at => -(1 - at.Probability) * HyperDual.Log(1 - at.Probability));

        Verify(entropy, SquareOf).Disagreement.ShouldBeNull();
    }

    [Fact]
    public void A_jump_may_be_taken_where_the_kernel_rounds_its_place_but_not_elsewhere()
    {
        TermMethod step = new(
            "Step",
            a => a.Probability < 0.3 ? 1 : 2,
            at => HyperDual.Select(at.Less(at.Probability, HyperDual.Literal(0.3)), 1, 2));

        VerificationReport right = Verify(step, z => new(LossMath.Sigmoid(z) < 0.3f ? 1 : 2, 0, 0));
        VerificationReport wrong = Verify(step, z => new(LossMath.Sigmoid(z) < 0.31 ? 1 : 2, 0, 0));

        right.Passed.ShouldBeTrue(right.ToString());
        wrong.Passed.ShouldBeFalse();
    }

    // p^2: 2 p p', 2 p'^2 + 2 p p''
    private static Derivatives SquareOf(double z)
    {
        double p = LossMath.Sigmoid(z);
        double q = LossMath.Sigmoid(-z);
        return new(p * p, 2 * p * p * q, 2 * p * p * q * (q + q - p));
    }

    private static VerificationReport Verify(TermMethod term, Func<double, Derivatives> kernel)
    {
        LossConfiguration configuration = new()
        {
            Reduction = Reduction.Sum,
            Term = term,
            Roles = LossRoles.Value | LossRoles.Losses | LossRoles.Gradient | LossRoles.Hessian,
        };
        return ExactKernel.Variant(configuration, (arguments, i) => kernel(arguments.Input[i])).Verify();
    }
}
