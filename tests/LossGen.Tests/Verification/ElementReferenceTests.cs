using System;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

public sealed class ElementReferenceTests
{
    private const double Shift = 0.25;

    private static readonly FloatingPointFormat Single = FloatingPointFormat.Of<float>();

    [Fact]
    public void Away_from_the_kink_one_value_is_correct()
    {
        ElementReference reference = At(Shift + (20 * Single.Ulp(Shift)), gamma: 0);

        reference.Gradient.Low.ShouldBe(reference.Gradient.High);
        reference.Gradient.Distance(reference.Gradient.Low).ShouldBe(0);
        reference.Gradient.Distance(0).ShouldBe(reference.Gradient.Low);
    }

    [Fact]
    public void At_the_kink_the_derivative_of_either_side_is_correct()
    {
        ElementReference reference = At(Shift, gamma: 0);

        reference.Gradient.Distance(0).ShouldBe(0);
        reference.Gradient.Distance(1).ShouldBe(0);
        reference.Gradient.Distance(1.1).ShouldBe(0.1, 1e-5);
        reference.Gradient.Distance(-0.1).ShouldBe(0.1);
    }

    [Fact]
    public void A_hessian_without_bound_has_no_reference_at_the_kink()
    {
        At(Shift, gamma: 0.5).Hessian.ShouldBeNull();
        At(Shift, gamma: 1).Hessian.ShouldNotBeNull();
        At(Shift + 0.01, gamma: 0.5).Hessian.ShouldNotBeNull();
    }

    [Fact]
    public void The_distance_of_NaN_is_infinite() => At(0.5, gamma: 0).Loss.Distance(double.NaN).ShouldBe(double.PositiveInfinity);

    [Theory]
    [InlineData(1, 1.1920929e-7)]
    [InlineData(1.99, 1.1920929e-7)]
    [InlineData(0.75, 5.9604645e-8)]
    [InlineData(1e-40, 1.4012985e-45)]
    [InlineData(0, 1.4012985e-45)]
    public void An_ulp_is_the_distance_of_neighbours(double magnitude, double expected) => ((float)Single.Ulp(magnitude)).ShouldBe((float)expected);

    private static ElementReference At(double p, double gamma) => ElementReference.Of(
        new() { Activation = Activation.None, Negative = new() { Gamma = gamma, Shift = Shift } },
        Single,
        p,
        target: 0,
        weight: 1);
}
