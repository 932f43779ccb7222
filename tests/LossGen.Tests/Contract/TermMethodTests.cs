using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>Kernels of term methods against the methods themselves, run in double, and their derivatives by hand.</summary>
public sealed class TermMethodTests
{
    private const double Tolerance = 4e-15;

    private static readonly double[] s_logits = [.. Enumerable.Range(-480, 961).Select(step => step / 16.0)];

    [Fact]
    public void The_term_of_Hill_is_the_method_and_its_derivative()
    {
        Results<double> results = Results<double>.Of<double>(TermLosses.HillLoss, s_logits, new double[s_logits.Length]);
        for (int i = 0; i < s_logits.Length; i++)
        {
            double p = LossMath.Sigmoid(s_logits[i]);
            double q = LossMath.Sigmoid(-s_logits[i]);

            // d/dz (1.5 - p) p^2 = (2 (1.5 - p) p - p^2) p q = 3 p^2 q^2: a difference, exact to the rounding of its two parts
            double parts = ((2 * (1.5 - p) * p) + (p * p)) * p * q;
            ShouldBeNear(results.Losses[i], TermLosses.Hill(p), TermLosses.Hill(p), i);
            ShouldBeNear(results.Gradient[i], 3 * p * p * q * q, parts, i);
        }
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(1.0)]
    public void A_term_over_probability_and_target_takes_the_target_as_it_is(double y)
    {
        Results<double> results = Results<double>.Of<double>(TermLosses.BrierLoss, s_logits, [.. s_logits.Select(_ => y)]);
        for (int i = 0; i < s_logits.Length; i++)
        {
            double p = LossMath.Sigmoid(s_logits[i]);
            results.Losses[i].ShouldBe(TermLosses.Brier(p, y), 1e-15);
            results.Gradient[i].ShouldBe(2 * (p - y) * p * LossMath.Sigmoid(-s_logits[i]), 1e-15);
        }
    }

    private static void ShouldBeNear(double actual, double exact, double scale, int i) =>
        Math.Abs(actual - exact).ShouldBeLessThanOrEqualTo(Tolerance * scale, FormattableString.Invariant($"z = {s_logits[i]}"));
}
