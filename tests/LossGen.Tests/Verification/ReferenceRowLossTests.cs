using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

public sealed class ReferenceRowLossTests
{
    private static readonly LossConfiguration CrossEntropy = new() { Activation = Activation.Softmax, HasLabels = true };

    private static readonly LossConfiguration Asymmetric = CrossEntropy with
    {
        Positive = new() { Gamma = 1, Poly = [0.5] },
        Negative = new() { Gamma = 3 },
        LabelSmoothing = 0.1,
    };

    private static readonly FloatingPointFormat Single = FloatingPointFormat.Of<float>();

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Of_two_classes_the_true_one_pays_as_a_single_logit_does(double gamma)
    {
        TermConfiguration term = new() { Gamma = gamma, Poly = [1] };
        foreach (double z in new[] { -80, -3.5, 0, 0.1, 30 })
        {
            ReferenceRowLoss row = new([CrossEntropy with { Positive = term }], new([1.5, 1.5 + z]) { Label = 1 });
            HyperDual element = ReferenceLoss.Evaluate(new() { Positive = term }, 1.5 + z - 1.5, 1);

            IsClose(row.Along(1), element);
            IsClose(row.Along(0), element with { First = -element.First });
        }
    }

    [Fact]
    public void The_derivatives_are_limits_of_differences()
    {
        double[] logits = [0.25, -1.5, 2, 0.5, -0.75];
        foreach (LossConfiguration configuration in new[] { CrossEntropy with { Positive = new() { Gamma = 2 } }, Asymmetric, Asymmetric with { HasLabels = false } })
        {
            for (int k = 0; k < logits.Length; k++)
            {
                HyperDual at = Moved(0).Along(k);
                double step = Math.ScaleB(1, -13);
                double above = Moved(step).Along(k).Value.Value;
                double below = Moved(-step).Along(k).Value.Value;

                at.First.Value.ShouldBe((above - below) / (2 * step), 1e-7);
                at.Second.Value.ShouldBe((above - (2 * at.Value.Value) + below) / (step * step), 1e-6);

                ReferenceRowLoss Moved(double by) => new(
                    [configuration],
                    new([.. logits.Select((z, j) => j == k ? z + by : z)]) { Label = 3, Targets = [0.5, 0, 0.125, 0.25, 0.125] });
            }
        }
    }

    [Fact]
    public void The_true_class_pays_the_positive_term_and_the_others_the_focus_of_the_negative_one()
    {
        double[] p = [0.5, 0.25, 0.125, 0.125];
        double expected = 0;
        for (int j = 0; j < p.Length; j++)
        {
            double share = (j == 1 ? 0.9 : 0) + (0.1 / 4);
            double focus = j == 1 ? 1 - p[j] : Math.Pow(p[j], 3);
            expected += share * focus * (-Math.Log(p[j]) + (0.5 * (1 - p[j])));
        }

        ReferenceRowLoss row = new([Asymmetric], new(Array.ConvertAll(p, Math.Log)) { Label = 1, Weight = 4 });

        row.Along(0).Value.Value.ShouldBe(4 * expected, 1e-14);
    }

    [Fact]
    public void Gradients_of_a_row_sum_to_zero()
    {
        double[] logits = [.. Enumerable.Range(0, 40).Select(j => 7 * Math.Sin(j))];
        foreach (LossConfiguration configuration in new[] { CrossEntropy, Asymmetric, Asymmetric with { HasLabels = false } })
        {
            ReferenceRowLoss row = new([configuration], new(logits) { Label = 5, Targets = [.. Enumerable.Repeat(0.025, 40)] });

            Enumerable.Range(0, 40).Sum(k => row.Along(k).First.Value).ShouldBe(0, 1e-14);
        }
    }

    [Fact]
    public void A_certain_row_keeps_the_digits_of_its_complement()
    {
        // q = 2 exp(-50) / (1 + 2 exp(-50))
        double q = 2 * Math.Exp(-50);
        ReferenceRowLoss row = new([CrossEntropy], new([50, 0, 0]) { Label = 0 });

        row.Along(0).Value.Value.ShouldBe(q, 1e-14 * q);
        row.Along(0).First.Value.ShouldBe(-q, 1e-14 * q);
        row.Along(1).First.Value.ShouldBe(q / 2, 1e-14 * q);
        row.Along(0).Second.Value.ShouldBe(q, 1e-14 * q);
    }

    [Fact]
    public void The_largest_of_the_others_keeps_the_digits_of_its_complement()
    {
        // hessian p (1 - p) of the class that is certain and wrong
        double rest = 3 * Math.Exp(-50);

        new ReferenceRowLoss([CrossEntropy], new([0, 50, 0, 0]) { Label = 0 }).Along(1).Second.Value.ShouldBe(rest, 1e-14 * rest);
        new ReferenceRowLoss([Asymmetric with { Positive = new(), Negative = new() }], new([0, 50, 0, 0]) { Label = 0 })
            .Along(1).Second.Value.ShouldBe(rest, 1e-14 * rest);
    }

    [Fact]
    public void Class_weights_are_those_of_the_true_class_or_of_each_class()
    {
        double[] logits = [Math.Log(0.5), Math.Log(0.25), Math.Log(0.25)];
        double[] weights = [1, 3, 5];

        ReferenceRowLoss hard = new([CrossEntropy], new(logits) { Label = 1, ClassWeights = weights, Weight = 2 });
        ReferenceRowLoss soft = new([CrossEntropy with { HasLabels = false }], new(logits) { Targets = [0.5, 0.5, 0], ClassWeights = weights, Weight = 2 });

        hard.Along(0).Value.Value.ShouldBe(6 * Math.Log(4), 1e-14);
        soft.Along(0).Value.Value.ShouldBe(2 * ((0.5 * Math.Log(2)) + (1.5 * Math.Log(4))), 1e-14);
    }

    [Fact]
    public void Values_per_class_are_those_of_the_class_whose_probability_the_term_is_of()
    {
        LossConfiguration[] columns = [.. Enumerable.Range(0, 3).Select(j => CrossEntropy with { Positive = new() { Gamma = j, Weight = 10 + j } })];
        double[] logits = [Math.Log(0.5), Math.Log(0.25), Math.Log(0.25)];

        ReferenceRowLoss hard = new(columns, new(logits) { Label = 2 });
        ReferenceRowLoss soft = new([.. columns.Select(column => column with { HasLabels = false })], new(logits) { Targets = [0, 1, 1] });

        hard.Along(0).Value.Value.ShouldBe(12 * 0.5625 * Math.Log(4), 1e-13);
        soft.Along(0).Value.Value.ShouldBe(((11 * 0.75) + (12 * 0.5625)) * Math.Log(4), 1e-13);
    }

    [Fact]
    public void Rows_that_are_ignored_or_have_weight_zero_are_exactly_zero()
    {
        foreach (LossConfiguration configuration in new[] { CrossEntropy, Asymmetric })
        {
            new ReferenceRowLoss([configuration], new([double.NaN, 1, 2]) { Label = -100 }).Along(1).ShouldBe<HyperDual>(0);
            new ReferenceRowLoss([configuration], new([double.NaN, 1, 2]) { Label = 1, Weight = 0 }).Along(1).ShouldBe<HyperDual>(0);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void A_label_that_is_no_class_is_refused(long label) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new ReferenceRowLoss([CrossEntropy], new([0, 1, 2]) { Label = label }));

    [Fact]
    public void A_masked_class_has_probability_and_derivatives_zero()
    {
        double[] masked = [0.5, double.NegativeInfinity, 2];
        ReferenceRowLoss row = new([CrossEntropy], new(masked) { Label = 0 });
        ReferenceRowLoss without = new([CrossEntropy], new([0.5, 2]) { Label = 0 });

        row.Along(1).First.Value.ShouldBe(0);
        row.Along(1).Second.Value.ShouldBe(0);
        IsClose(row.Along(2), without.Along(1));

        // a share of 0 of an infinite term
        new ReferenceRowLoss([CrossEntropy with { HasLabels = false }], new(masked) { Targets = [1, 0, 0] }).Along(0).Value.Value
            .ShouldBe(without.Along(0).Value.Value, 1e-14);
    }

    [Fact]
    public void An_infinite_logit_gives_the_exact_limit()
    {
        double[] logits = [0.5, double.PositiveInfinity, 2];

        new ReferenceRowLoss([CrossEntropy], new(logits) { Label = 1 }).Along(1).Value.Value.ShouldBe(0);
        new ReferenceRowLoss([CrossEntropy], new(logits) { Label = 0 }).Along(0).Value.Value.ShouldBe(double.PositiveInfinity);
        new ReferenceRowLoss([CrossEntropy], new(logits) { Label = 0 }).Along(0).First.Value.ShouldBe(-1);
        new ReferenceRowLoss([CrossEntropy], new(logits) { Label = 0 }).Along(1).First.Value.ShouldBe(1);
    }

    [Theory]
    [InlineData(3e38)]
    [InlineData(-3e38)]
    [InlineData(1e300)]
    [InlineData(745)]
    public void Everything_is_finite_for_every_finite_logit(double logit)
    {
        foreach (LossConfiguration configuration in new[] { CrossEntropy, Asymmetric, Asymmetric with { HasLabels = false } })
        {
            for (int label = 0; label < 3; label++)
            {
                ReferenceRowLoss row = new([configuration], new([logit, 0, -logit]) { Label = label, Targets = [0.5, 0.25, 0.25] });
                foreach (HyperDual loss in Enumerable.Range(0, 3).Select(row.Along))
                {
                    double.IsFinite(loss.Value.Value).ShouldBeTrue();
                    double.IsFinite(loss.First.Value).ShouldBeTrue();
                    double.IsFinite(loss.Second.Value).ShouldBeTrue();
                }
            }
        }
    }

    [Fact]
    public void NaN_makes_a_row_NaN()
    {
        foreach (LossConfiguration configuration in new[] { CrossEntropy, Asymmetric })
        {
            ReferenceRowLoss row = new([configuration], new([0, double.NaN, 2]) { Label = 0 });
            foreach (HyperDual loss in Enumerable.Range(0, 3).Select(row.Along))
            {
                loss.Value.Value.ShouldBe(double.NaN);
                loss.First.Value.ShouldBe(double.NaN);
                loss.Second.Value.ShouldBe(double.NaN);
            }
        }
    }

    [Fact]
    public void The_loss_of_a_true_class_has_the_sensitivity_of_its_value()
    {
        // u is exact in single precision but for the sum of exponentials, and exp(0) = 1 is exact
        IReadOnlyList<double> logits = [0, 5, 5, -30];
        Conditioned loss = new ReferenceRowLoss([CrossEntropy], new(logits) { Label = 0 }, Single).Along(0).Value;

        loss.Magnitude.ShouldBe(loss.Value);
    }

    [Fact]
    public void The_gradient_of_another_class_is_as_sensitive_as_its_difference_to_the_largest_logit_is_large()
    {
        ReferenceRowLoss row = new([CrossEntropy], new([0, 20, -20]) { Label = 0 }, Single);
        Conditioned largest = row.Along(1).First;
        Conditioned smallest = row.Along(2).First;

        // an atom for 1 - p, one for the share, and a quarter of the difference 40
        (largest.Sensitivity / largest.Value).ShouldBe(2, 1e-6);
        (smallest.Sensitivity / smallest.Value).ShouldBe(2 + 10, 1e-6);
    }

    private static void IsClose(HyperDual actual, HyperDual expected)
    {
        IsClose(actual.Value, expected.Value.Value);
        IsClose(actual.First, expected.First.Value);
        IsClose(actual.Second, expected.Second.Value);
    }

    private static void IsClose(Conditioned actual, double expected) =>
        Math.Abs(actual.Value - expected).ShouldBeLessThanOrEqualTo(1e-13 * actual.Magnitude, $"{actual.Value:R} is not {expected:R}");
}
