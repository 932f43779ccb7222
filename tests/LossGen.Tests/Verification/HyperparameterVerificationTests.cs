using System;
using System.Linq;
using LossGen.Kernels;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

/// <summary>Losses whose hyperparameters are given at run time, verified with kernels that are right and wrong.</summary>
public sealed class HyperparameterVerificationTests
{
    private static readonly LossConfiguration Focal = new()
    {
        Reduction = Reduction.Sum,
        HardTargets = true,
        Hyperparameters =
        [
            new("positiveGamma", HyperparameterKind.Gamma, TermSide.Positive, IsPerClass: false),
            new("negativeGamma", HyperparameterKind.Gamma, TermSide.Negative, IsPerClass: true),
        ],
        Roles = LossRoles.Value | LossRoles.Losses | LossRoles.Gradient | LossRoles.Hessian,
    };

    [Fact]
    public void A_kernel_that_uses_the_values_of_the_elements_class_is_verified()
    {
        VerificationReport report = ExactKernel.Variant(Focal, (arguments, i) => FocalOf(arguments, i, i)).Verify();

        report.Passed.ShouldBeTrue(report.ToString());
        report.Points.ShouldBe(32_768);
        report.ToString().ShouldContain("positiveGamma = ");
    }

    [Fact]
    public void A_kernel_that_uses_the_values_of_another_class_fails_and_the_report_says_for_which()
    {
        VerificationReport report = ExactKernel.Variant(Focal, (arguments, i) => FocalOf(arguments, i, i + 1)).Verify();

        report.Passed.ShouldBeFalse();
        report.Loss!.Value.Setting.ShouldNotBeNull().ShouldContain("negativeGamma = ");
    }

    [Fact]
    public void Gradient_and_hessian_are_scaled_and_the_loss_is_not()
    {
        LossConfiguration scaled = new() { Reduction = Reduction.Sum, HardTargets = true, Roles = Focal.Roles | LossRoles.GradientScale };

        VerificationReport report = ExactKernel.Variant(scaled, (arguments, i) => Scaled(arguments, i, arguments.GradientScale)).Verify();
        VerificationReport unscaled = ExactKernel.Variant(scaled, (arguments, i) => Scaled(arguments, i, 1)).Verify();

        report.Passed.ShouldBeTrue(report.ToString());
        unscaled.Passed.ShouldBeFalse();
        unscaled.Loss!.Value.Ulp.ShouldBeLessThan(1);
        unscaled.Gradient!.Value.Setting.ShouldBe("gradientScale = 0.25");

        static Derivatives Scaled(LossArguments<float> arguments, int index, double scale)
        {
            Derivatives loss = arguments.Targets[index] == 1
                ? ClosedForms.PolyFocal(0, [], arguments.Input[index])
                : ClosedForms.PolyFocal(0, [], -arguments.Input[index]).Mirror();
            return loss with { First = scale * loss.First, Second = scale * loss.Second };
        }
    }

    [Fact]
    public void The_values_differ_by_class_and_by_setting()
    {
        double[][] first = HyperparameterSettings.Values(Focal, 0, classes: 4);
        double[][] second = HyperparameterSettings.Values(Focal, 1, classes: 4);

        first[0].ShouldHaveSingleItem();
        first[1].Distinct().Count().ShouldBe(4);
        second[0].ShouldNotBe(first[0]);
        second[1].ShouldNotBe(first[1]);
    }

    [Fact]
    public void Given_values_become_those_of_the_terms()
    {
        LossConfiguration loss = new()
        {
            Hyperparameters =
            [
                new("negativeShift", HyperparameterKind.Shift, TermSide.Negative, false),
                new("positivePoly", HyperparameterKind.Poly, TermSide.Positive, false),
                new("positiveWeight", HyperparameterKind.Weight, TermSide.Positive, false),
                new("beta", HyperparameterKind.Custom, TermSide.Both, false),
            ],
        };

        LossConfiguration given = loss.With([0.2, -0.5, 3, 7]);

        given.Negative.Shift.ShouldBe(0.2);
        given.Positive.Poly.ShouldBe([-0.5]);
        given.Positive.Weight.ShouldBe(3);
        given.HyperparameterValues.ShouldBe([0.2, -0.5, 3, 7]);
        Should.Throw<ArgumentException>(() => loss.With([1]));
    }

    private static Derivatives FocalOf(LossArguments<float> arguments, int index, int column)
    {
        double z = arguments.Input[index];
        float[] ofClass = arguments.Hyperparameters[1];
        return arguments.Targets[index] == 1
            ? ClosedForms.PolyFocal(arguments.Hyperparameters[0][0], [], z)
            : ClosedForms.PolyFocal(ofClass[column % ofClass.Length], [], -z).Mirror();
    }
}
