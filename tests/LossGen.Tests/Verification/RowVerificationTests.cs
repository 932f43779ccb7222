using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

/// <summary>Losses over rows of classes, verified with kernels that are right and wrong.</summary>
public sealed class RowVerificationTests
{
    private const LossRoles EveryOutput = LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses;

    private static readonly LossConfiguration CrossEntropy = new()
    {
        Activation = Activation.Softmax,
        HasLabels = true,
        Roles = EveryOutput,
    };

    private static readonly LossConfiguration Smoothed = CrossEntropy with { LabelSmoothing = 0.1 };

    private static readonly Dictionary<string, LossConfiguration> Right = new()
    {
        ["cross entropy"] = CrossEntropy,
        ["focal"] = CrossEntropy with { Positive = new() { Gamma = 2, Weight = 0.25 } },
        ["half-integer focal"] = CrossEntropy with { Positive = new() { Gamma = 1.5 }, Reduction = Reduction.Sum },
        ["poly focal"] = CrossEntropy with { Positive = new() { Gamma = 2, Poly = [1, -0.25, 0.125] } },
        ["detached"] = CrossEntropy with { Positive = new() { Gamma = 2, Poly = [1], DetachFocus = true } },
        ["weighted"] = CrossEntropy with { Roles = EveryOutput | LossRoles.Weights | LossRoles.ClassWeights, Reduction = Reduction.WeightedMean },
        ["smoothed"] = Smoothed,
        ["smoothed and weighted"] = Smoothed with { Roles = EveryOutput | LossRoles.Weights | LossRoles.ClassWeights },
        ["single-label asymmetric"] = Smoothed with { Negative = new() { Gamma = 4 } },
        ["smoothed poly"] = Smoothed with { Positive = new() { Gamma = 1, Poly = [0.5] }, Negative = new() { Gamma = 2, DetachFocus = true } },
        ["soft rows"] = CrossEntropy with { HasLabels = false },
        ["soft focal rows"] = CrossEntropy with
        {
            HasLabels = false,
            Positive = new() { Gamma = 2, Poly = [1] },
            LabelSmoothing = 0.1,
            Reduction = Reduction.WeightedMean,
            Roles = EveryOutput | LossRoles.Weights | LossRoles.ClassWeights | LossRoles.GradientScale,
        },
        ["another label is ignored"] = CrossEntropy with { IgnoreLabel = 255 },
        ["gamma at run time"] = CrossEntropy with { Hyperparameters = [new("positiveGamma", HyperparameterKind.Gamma, TermSide.Positive, IsPerClass: false)] },
        ["gammas per class"] = Smoothed with
        {
            Hyperparameters =
            [
                new("positiveGamma", HyperparameterKind.Gamma, TermSide.Positive, IsPerClass: true),
                new("negativeGamma", HyperparameterKind.Gamma, TermSide.Negative, IsPerClass: true),
            ],
        },
    };

    public static TheoryData<string> RightNames => new(Right.Keys);

    [Theory]
    [MemberData(nameof(RightNames))]
    public void An_exact_kernel_is_verified_in_both_precisions(string name)
    {
        VerificationReport single = new ExactRowKernel<float>(Right[name]).Variant.Verify();
        VerificationReport inDouble = new ExactRowKernel<double>(Right[name]).Variant.Verify();

        single.Passed.ShouldBeTrue(single.ToString());
        single.Points.ShouldBe(RowInputs.Count);
        foreach (LargestError? error in new[] { single.Loss, single.Gradient, single.Hessian })
        {
            // rounded once
            error!.Value.Ulp.ShouldBeInRange(0.05, 0.51, single.ToString());
        }

        inDouble.Passed.ShouldBeTrue(inDouble.ToString());
    }

    [Theory]
    [InlineData("cross entropy")]
    [InlineData("half-integer focal")]
    [InlineData("poly focal")]
    [InlineData("weighted")]
    public void A_kernel_with_exponentials_in_single_precision_and_the_true_class_in_double_is_verified(string name)
    {
        VerificationReport report = new ExactRowKernel<float>(Right[name]) { Probabilities = SinglePrecisionRows.OfTrueClass }.Variant.Verify();

        report.Passed.ShouldBeTrue(report.ToString());
    }

    [Theory]
    [InlineData("smoothed")]
    [InlineData("single-label asymmetric")]
    [InlineData("smoothed poly")]
    [InlineData("soft rows")]
    [InlineData("soft focal rows")]
    public void A_kernel_with_logarithms_of_all_probabilities_in_single_precision_is_verified(string name)
    {
        VerificationReport report = new ExactRowKernel<float>(Right[name]) { Probabilities = SinglePrecisionRows.OfEachClass }.Variant.Verify();

        report.Passed.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public void A_true_class_in_single_precision_fails()
    {
        // p = exp v of a class that is certain and wrong is off by the rounding of v
        Fails<float>(new(Right["focal"]) { Probabilities = SinglePrecisionRows.OfEachClass }, report => report.Hessian);
    }

    [Fact]
    public void A_gradient_off_by_one_part_in_a_hundred_thousand_fails() =>
        Fails<float>(new(CrossEntropy) { Spoil = row => row with { First = row.First * (1 + 1e-5) } }, report => report.Gradient);

    [Fact]
    public void A_hessian_without_the_factor_one_minus_p_fails() =>
        Fails<float>(new(CrossEntropy) { Spoil = row => row with { Second = 2 * row.Second } }, report => report.Hessian);

    [Fact]
    public void A_loss_off_by_one_part_in_a_million_fails() =>
        Fails<float>(new(CrossEntropy) { Spoil = row => row with { Value = row.Value * (1 + 1e-6) } }, report => report.Loss);

    [Fact]
    public void A_loss_in_double_off_by_one_part_in_ten_to_the_fourteenth_fails() =>
        Fails<double>(new(CrossEntropy) { Spoil = row => row with { Value = row.Value * (1 + 1e-14) } }, report => report.Loss);

    [Theory]
    [InlineData(LossRoles.Weights)]
    [InlineData(LossRoles.ClassWeights)]
    public void Weights_that_are_forgotten_fail(LossRoles role)
    {
        LossConfiguration weighted = CrossEntropy with { Roles = EveryOutput | role };

        Fails<float>(new(weighted) { Computed = CrossEntropy }, report => report.Loss);
    }

    [Fact]
    public void Ignored_rows_that_count_in_the_denominator_fail() =>
        Fails<float>(new(CrossEntropy) { DividesByAllRows = true }, report => report.Gradient);

    [Fact]
    public void Smoothing_over_the_wrong_classes_fails() =>
        Fails<float>(new(Smoothed) { SmoothingShare = (s, classes) => s / (classes - 1) }, report => report.Loss);

    [Fact]
    public void A_kernel_without_the_focus_of_the_other_classes_fails() =>
        Fails<float>(new(Smoothed with { Negative = new() { Gamma = 4 } }) { Computed = Smoothed }, report => report.Loss);

    [Fact]
    public void A_detached_focus_that_is_differentiated_fails()
    {
        LossConfiguration focal = CrossEntropy with { Positive = new() { Gamma = 2 } };
        LossConfiguration detached = focal with { Positive = focal.Positive with { DetachFocus = true } };

        Fails<float>(new(detached) { Computed = focal }, report => report.Gradient);
    }

    [Fact]
    public void A_kernel_that_uses_the_values_of_another_class_fails_and_the_report_says_where()
    {
        LossConfiguration focal = CrossEntropy with
        {
            Hyperparameters = [new("positiveGamma", HyperparameterKind.Gamma, TermSide.Positive, IsPerClass: true)],
        };
        VerificationReport report = new ExactRowKernel<float>(focal) { Column = j => j + 1 }.Variant.Verify();

        report.Passed.ShouldBeFalse();
        report.Loss!.Value.Setting.ShouldNotBeNull().ShouldContain("positiveGamma = ");
        report.ToString().ShouldMatch(@"loss \d+.\d ulp \(row \d+, z_\d+ = -?\d+(.\d+)?, \d+ classes, label \d+, positiveGamma = ");
    }

    [Fact]
    public void The_loss_of_a_kernel_that_only_returns_its_value_is_compared_row_by_row()
    {
        LossConfiguration configuration = CrossEntropy with { Roles = LossRoles.Value | LossRoles.Weights, Reduction = Reduction.WeightedMean };

        VerificationReport report = new ExactRowKernel<float>(configuration).Variant.Verify();
        VerificationReport spoiled = new ExactRowKernel<float>(configuration) { Spoil = row => row with { Value = row.Value * (1 + 1e-6) } }.Variant.Verify();

        report.Passed.ShouldBeTrue(report.ToString());
        report.Gradient.ShouldBeNull();
        spoiled.Passed.ShouldBeFalse();
        spoiled.Loss!.Value.Ulp.ShouldBeInRange(5, 18);
    }

    [Fact]
    public void A_wrong_reduced_loss_fails()
    {
        LossVariant<float> exact = new ExactRowKernel<float>(CrossEntropy).Variant;
        LossVariant<float> wrong = new("Losses.Test", "", "", CrossEntropy, arguments => 1.00001 * exact.Invoke(arguments));

        VerificationReport report = wrong.Verify();

        report.Loss!.Value.Ulp.ShouldBeLessThan(1);
        report.Passed.ShouldBeFalse();
        report.ToString().ShouldContain("reduced loss 1.0E-5 relative");
    }

    [Fact]
    public void A_probability_computed_by_subtraction_fails()
    {
        LossVariant<float> exact = new ExactRowKernel<float>(CrossEntropy).Variant;
        LossVariant<float> cancelling = new("Losses.Test", "", "", CrossEntropy, arguments =>
        {
            double value = exact.Invoke(arguments);
            int counted = arguments.LongLabels.Count(label => label != CrossEntropy.IgnoreLabel);
            for (int row = 0; row < arguments.LongLabels.Length; row++)
            {
                int index = (row * arguments.ClassCount) + (int)Math.Max(arguments.LongLabels[row], 0);
                arguments.Gradient[index] = (1 + (arguments.Gradient[index] * counted) - 1) / counted;
            }

            return value;
        });

        Fails(cancelling.Verify(), report => report.Gradient);
    }

    [Fact]
    public void A_term_of_a_user_is_verified_and_compared_with_its_method()
    {
        TermMethod term = new("MeanAbsoluteError", a => 1 - a.Probability, at => 1 - at.Probability);
        LossConfiguration declared = CrossEntropy with { Positive = new() { Custom = term } };
        LossConfiguration ofOtherMethod = CrossEntropy with { Positive = new() { Custom = term with { Method = a => 1 - (0.999 * a.Probability) } } };

        VerificationReport right = Verify(declared, (p, q, v) => new(q, -p, -p));
        VerificationReport softRows = Verify(declared with { HasLabels = false, LabelSmoothing = 0.1 }, (p, q, v) => new(q, -p, -p));
        VerificationReport wrong = Verify(declared, (p, q, v) => new(q, -p, -p * (1 + 1e-5)));
        VerificationReport other = Verify(ofOtherMethod, (p, q, v) => new(q, -p, -p));

        right.Passed.ShouldBeTrue(right.ToString());
        softRows.Passed.ShouldBeTrue(softRows.ToString());
        wrong.Passed.ShouldBeFalse();
        other.Passed.ShouldBeFalse();
        other.Disagreement!.Method.ShouldBe("MeanAbsoluteError");

        static VerificationReport Verify(LossConfiguration declared, Func<double, double, double, Derivatives> kernel) =>
            new ExactRowKernel<float>(declared) { Term = kernel }.Variant.Verify();
    }

    [Fact]
    public void A_jump_of_a_term_may_be_taken_where_the_kernel_rounds_its_place_but_not_elsewhere()
    {
        TermMethod step = new(
            "Step",
            a => a.Probability < 0.5 ? 1 : 2,
            at => HyperDual.Select(at.Less(at.Probability, 0.5), 1, 2));
        LossConfiguration declared = CrossEntropy with { Positive = new() { Custom = step } };

        // two classes that are equal have a probability of 1/2
        Verify(0.5 + 1e-8).Passed.ShouldBeTrue();
        Verify(0.5 - 1e-8).Passed.ShouldBeTrue();
        Verify(0.501).Passed.ShouldBeFalse();

        VerificationReport Verify(double jump) =>
            new ExactRowKernel<float>(declared) { Term = (p, q, v) => new(p < jump ? 1 : 2, 0, 0) }.Variant.Verify();
    }

    private static void Fails<T>(ExactRowKernel<T> kernel, Func<VerificationReport, LargestError?> quantity)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Fails(kernel.Variant.Verify(), quantity);

    private static void Fails(VerificationReport report, Func<VerificationReport, LargestError?> quantity)
    {
        report.Passed.ShouldBeFalse();
        quantity(report)!.Value.Ulp.ShouldBeGreaterThan(report.Limit);
        report.ToString().ShouldContain("FAILED");
    }
}
