using System;
using System.Linq;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

/// <summary>Conditions and kinks that a kernel may decide either way.</summary>
public sealed class DecisionsTests
{
    private static readonly FloatingPointFormat Single = FloatingPointFormat.Of<float>();

    private static readonly double Tolerance = 4 * Single.Epsilon;

    [Fact]
    public void Conditions_on_exact_numbers_are_certain()
    {
        Decisions decisions = new(Tolerance);

        decisions.Less(HyperDual.Variable(0), 0).ShouldBeFalse();
        decisions.LessOrEqual(HyperDual.Variable(1e-30), 0).ShouldBeFalse();
        decisions.Equal(HyperDual.Variable(0), 0).ShouldBeTrue();
        decisions.Abs(HyperDual.Variable(0)).ShouldBe<HyperDual>(0);

        decisions.AreUncertain.ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1e-7, true)]
    [InlineData(-1e-7, true)]
    [InlineData(1e-5, false)]
    [InlineData(-1e-5, false)]
    public void A_condition_is_uncertain_where_its_sides_are_closer_than_the_contract(double distance, bool expected)
    {
        Decisions decisions = new(Tolerance);

        decisions.Less(HyperDual.Literal(0.3 + distance), HyperDual.Literal(0.3));

        decisions.AreUncertain.ShouldBe(expected);
    }

    [Fact]
    public void Each_way_to_decide_is_an_alternative()
    {
        Decisions decisions = new(Tolerance);
        Decide(decisions);

        (bool, bool, bool)[] outcomes = [.. decisions.Alternatives().Select(Decide)];

        // the one in the middle is certain
        outcomes.ShouldBe([(false, true, false), (true, true, false), (false, true, true), (true, true, true)], ignoreOrder: true);

        static (bool, bool, bool) Decide(Decisions decisions) => (
            decisions.Less(HyperDual.Literal(0.3), 0.3),
            decisions.Less(0.1, 0.3),
            decisions.LessOrEqual(HyperDual.Literal(0.7), 0.7));
    }

    [Fact]
    public void The_derivatives_of_both_sides_of_a_kink_are_correct()
    {
        ElementReference reference = At(at => at.Abs(at.Probability - HyperDual.Literal(0.3)));

        reference.Gradient.Distance(-0.21).ShouldBe(0, 1e-7);
        reference.Gradient.Distance(0.21).ShouldBe(0, 1e-7);
        reference.Gradient.Distance(0.22).ShouldBe(0.01, 1e-7);
        reference.Loss.High.ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Both_values_of_a_jump_are_correct()
    {
        ElementReference reference = At(at => HyperDual.Select(at.Less(at.Probability, HyperDual.Literal(0.3)), 1, 2));

        reference.Loss.Distance(1).ShouldBe(0);
        reference.Loss.Distance(2).ShouldBe(0);
        reference.Loss.Distance(2.5).ShouldBe(0.5);
        reference.Gradient.Distance(0).ShouldBe(0);
    }

    [Fact]
    public void Away_from_a_jump_one_value_is_correct()
    {
        ElementReference reference = At(at => HyperDual.Select(at.Less(at.Probability, HyperDual.Literal(0.31)), 1, 2));

        reference.Loss.Distance(1).ShouldBe(0);
        reference.Loss.Distance(2).ShouldBe(1);
    }

    [Fact]
    public void Derivatives_that_begin_without_bound_at_a_kink_have_no_bound_there()
    {
        ElementReference reference = At(at => HyperDual.Pow(at.Max(at.Probability - HyperDual.Literal(0.3), 0), 0.5));

        // sqrt(u)' = u' / (2 sqrt(u))
        reference.Gradient.Distance(0).ShouldBe(0);
        reference.Gradient.Distance(1e6).ShouldBe(0);
        reference.Gradient.Distance(double.NaN).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void Derivatives_that_begin_with_zero_at_a_kink_are_zero_there()
    {
        ElementReference reference = At(at => HyperDual.Pow(at.Max(at.Probability - HyperDual.Literal(0.3), 0), 3));

        reference.Gradient.Distance(0).ShouldBe(0);
        reference.Gradient.Distance(1e-6).ShouldBe(1e-6, 1e-9);
    }

    // where p = 0.3 up to rounding
    private static ElementReference At(Func<TermPoint, HyperDual> formula) => ElementReference.Of(
        new() { Term = new TermMethod("Term", _ => 0, formula) }, Single, (float)Math.Log(0.3 / 0.7), target: 1, weight: 1);
}
