using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Statistics;

/// <summary>The controller together with a model that is being trained.</summary>
public sealed class ClosedLoopTests
{
    private const int Steps = 1500;
    private const double Rate = 0.1;
    private const double Tolerance = 0.02;

    [Theory]
    [InlineData(0.05, 0)]
    [InlineData(0.05, 8)]
    [InlineData(0.1, 0)]
    [InlineData(0.1, 8)]
    [InlineData(0.2, 0)]
    [InlineData(0.2, 8)]
    public void The_gap_settles_at_its_target_without_oscillation(double targetGap, double initialGamma)
    {
        AsymmetryController controller = new(targetGap, Rate, initialGamma);
        double[] errors = [.. Run(controller).Select(gap => gap - targetGap)];

        errors[(Steps / 2)..].ShouldAllBe(error => Math.Abs(error) <= Tolerance);
        controller.NegativeGamma.ShouldBeInRange(1, 15);

        // from the start, where all probabilities are 1/2, the gap may pass its target once, and never swings back
        bool[] sides = [.. errors.Where(error => Math.Abs(error) > Tolerance).Select(error => error > 0)];
        sides.Zip(sides.Skip(1)).Count(pair => pair.First != pair.Second).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void The_gamma_that_it_settles_at_does_not_depend_on_the_first_one()
    {
        AsymmetryController low = new(0.1, Rate, initialGamma: 0);
        AsymmetryController high = new(0.1, Rate, initialGamma: 8);
        Run(low);
        Run(high);

        low.NegativeGamma.ShouldBe(high.NegativeGamma, 0.1);
    }

    [Fact]
    public void Smoothed_means_settle_as_well()
    {
        AsymmetryController controller = new(0.1, Rate, initialGamma: 0) { Smoothing = 0.9 };

        Run(controller)[(Steps / 2)..].ShouldAllBe(gap => Math.Abs(gap - 0.1) <= Tolerance);
    }

    [Fact]
    public void A_gap_out_of_reach_keeps_gamma_at_its_bound()
    {
        AsymmetryController controller = new(0.9, Rate);
        Run(controller);

        controller.NegativeGamma.ShouldBe(controller.Maximum);
    }

    [Fact]
    public void A_greater_gamma_makes_a_greater_gap()
    {
        double[] gaps = Array.ConvertAll([0.0, 2, 4, 8, 16], SettledGap);

        gaps.ShouldBeInOrder(SortDirection.Ascending);
        gaps[0].ShouldBeLessThan(-0.3);
        gaps[^1].ShouldBeGreaterThan(0.2);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(12, 16)]
    public void With_the_sign_of_the_paper_gamma_runs_into_a_bound(double initialGamma, double bound)
    {
        // settled at its gamma first, so that the error has the sign of the problem and not of the untrained model
        ImbalancedProblem problem = new();
        for (int i = 0; i < Steps; i++)
        {
            problem.Step(initialGamma);
        }

        double gamma = initialGamma;
        for (int i = 0; i < 4 * Steps; i++)
        {
            gamma = Math.Clamp(gamma + (Rate * (problem.Step(gamma).Gap - 0.1)), 0, 16);
        }

        gamma.ShouldBe(bound);
    }

    // where a constant gamma leads to
    private static double SettledGap(double gamma)
    {
        ImbalancedProblem problem = new();
        double gap = double.NaN;
        for (int i = 0; i < Steps; i++)
        {
            gap = problem.Step(gamma).Gap;
        }

        return gap;
    }

    // the gaps of a training run
    private static double[] Run(AsymmetryController controller)
    {
        ImbalancedProblem problem = new();
        double[] gaps = new double[Steps];
        for (int i = 0; i < Steps; i++)
        {
            ProbabilityStatistics statistics = problem.Step(controller.NegativeGamma);
            controller.Update(statistics);
            gaps[i] = statistics.Gap;
        }

        return gaps;
    }
}
