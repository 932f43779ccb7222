using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

public sealed class LossVariantTests
{
    private const LossRoles EveryOutput = LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses;

    private static readonly LossConfiguration Focal = new()
    {
        Positive = new() { Gamma = 2, Weight = 0.25 },
        Negative = new() { Gamma = 2, Weight = 0.75 },
        Roles = EveryOutput,
    };

    private static readonly LossConfiguration Asymmetric = new()
    {
        HardTargets = true,
        Negative = new() { Gamma = 4, Shift = 0.05 },
        Roles = EveryOutput,
    };

    [Fact]
    public void A_correctly_rounded_kernel_is_verified_in_single_precision()
    {
        VerificationReport report = Verify<float>(Focal, ExactFocal);

        report.Passed.ShouldBeTrue(report.ToString());
        report.Points.ShouldBe(32_768);
        report.Loss!.Value.Ulp.ShouldBeInRange(0.2, 0.5);
        report.Gradient!.Value.Ulp.ShouldBeInRange(0.2, 0.5);
        report.Hessian!.Value.Ulp.ShouldBeInRange(0.1, 0.5);
    }

    [Fact]
    public void An_exact_kernel_is_verified_in_double_precision()
    {
        VerificationReport report = Verify<double>(Focal, ExactFocal);

        report.Passed.ShouldBeTrue(report.ToString());
    }

    [Theory]
    [InlineData(Reduction.Sum)]
    [InlineData(Reduction.WeightedMean)]
    public void Weights_and_reductions_are_verified(Reduction reduction)
    {
        LossConfiguration configuration = Focal with { Reduction = reduction, Roles = EveryOutput | LossRoles.Weights | LossRoles.ClassWeights };

        VerificationReport report = Verify<float>(configuration, ExactFocal);

        report.Passed.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public void Asymmetric_loss_in_plain_single_precision_is_verified_across_its_kink()
    {
        VerificationReport report = Verify<float>(Asymmetric, SinglePrecisionAsymmetric);

        report.Passed.ShouldBeTrue(report.ToString());
    }

    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(0.5, 0.05)]
    [InlineData(1, 0.2)]
    [InlineData(1.5, 0.5)]
    [InlineData(4, 0.9)]
    public void Shifted_terms_of_both_sides_are_verified_in_both_precisions(double gamma, double shift)
    {
        TermConfiguration term = new() { Gamma = gamma, Shift = shift };
        LossConfiguration configuration = new() { Positive = term, Negative = term, Roles = EveryOutput };

        VerificationReport inSingle = Verify<float>(configuration, Exact);
        VerificationReport inDouble = Verify<double>(configuration, Exact);

        inSingle.Passed.ShouldBeTrue(inSingle.ToString());
        inDouble.Passed.ShouldBeTrue(inDouble.ToString());

        Derivatives Exact(double z, double y) =>
            (y * ClosedForms.Shifted(gamma, shift, z)) + ((1 - y) * ClosedForms.Shifted(gamma, shift, -z).Mirror());
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void Polynomials_are_verified_in_both_precisions(double gamma)
    {
        TermConfiguration term = new() { Gamma = gamma, Poly = [1, -0.5] };
        LossConfiguration configuration = new() { Positive = term, Negative = term, Roles = EveryOutput };

        VerificationReport inSingle = Verify<float>(configuration, Exact);
        VerificationReport inDouble = Verify<double>(configuration, Exact);

        inSingle.Passed.ShouldBeTrue(inSingle.ToString());
        inDouble.Passed.ShouldBeTrue(inDouble.ToString());

        Derivatives Exact(double z, double y) =>
            (y * ClosedForms.PolyFocal(gamma, [1, -0.5], z)) + ((1 - y) * ClosedForms.PolyFocal(gamma, [1, -0.5], -z).Mirror());
    }

    [Fact]
    public void The_loss_of_a_kernel_that_only_returns_its_value_is_compared_element_by_element()
    {
        LossConfiguration configuration = Focal with { Roles = LossRoles.Value };

        VerificationReport report = Verify<float>(configuration, ExactFocal);
        VerificationReport spoiled = Verify<float>(configuration, (z, y) => (1 + 1e-6) * ExactFocal(z, y));

        report.Passed.ShouldBeTrue(report.ToString());
        report.Gradient.ShouldBeNull();
        spoiled.Passed.ShouldBeFalse();
        spoiled.Loss!.Value.Ulp.ShouldBeInRange(5, 18);
    }

    [Fact]
    public void Other_bits_on_some_number_of_threads_fail()
    {
        LossConfiguration configuration = Focal with { Roles = EveryOutput | LossRoles.MaxDegreeOfParallelism };

        VerificationReport right = OnThreads(_ => { }).Verify();
        VerificationReport wrong = OnThreads(arguments => arguments.Gradient[^1] = float.BitIncrement(arguments.Gradient[^1])).Verify();

        right.Passed.ShouldBeTrue(right.ToString());
        right.DifferingThreads.ShouldBeNull();
        wrong.Passed.ShouldBeFalse();
        wrong.DifferingThreads.ShouldBe(3);
        wrong.ToString().ShouldContain("other bits on 3 threads");

        LossVariant<float> OnThreads(Action<LossArguments<float>> ifThree)
        {
            LossVariant<float> exact = ExactKernel.Variant(configuration, (arguments, i) => ExactFocal(arguments.Input[i], arguments.Targets[i]));
            return new("Losses.Test", "", "", configuration with { Reduction = Reduction.Sum }, arguments =>
            {
                double sum = exact.Invoke(arguments);
                if (arguments.MaxDegreeOfParallelism == 3)
                {
                    ifThree(arguments);
                }

                return sum;
            });
        }
    }

    [Fact]
    public void A_loss_off_by_one_part_in_a_million_fails() =>
        Fails(element => element with { Value = element.Value * (1 + 1e-6) }, report => report.Loss);

    [Fact]
    public void A_gradient_off_by_one_part_in_a_hundred_thousand_fails() =>
        Fails(element => element with { First = element.First * (1 + 1e-5) }, report => report.Gradient);

    [Fact]
    public void A_hessian_off_by_one_part_in_a_hundred_thousand_fails() =>
        Fails(element => element with { Second = element.Second * (1 - 1e-5) }, report => report.Hessian);

    [Fact]
    public void NaN_in_a_single_element_fails() =>
        Fails(element => element.Value > 60 ? element with { First = double.NaN } : element, report => report.Gradient);

    [Fact]
    public void A_gradient_without_the_factor_of_the_reduction_fails()
    {
        VerificationReport report = Verify<float>(Focal, ExactFocal, Reduction.Sum);

        report.Gradient!.Value.Ulp.ShouldBeGreaterThan(1e6);
        report.Passed.ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_reduced_loss_fails()
    {
        LossConfiguration configuration = new() { Roles = EveryOutput };
        LossVariant<float> variant = new("Losses.CrossEntropy", "", "", configuration, arguments => 1.00001 * Run(configuration, arguments, ExactCrossEntropy, Reduction.Mean));

        VerificationReport report = variant.Verify();

        report.Loss!.Value.Ulp.ShouldBeLessThan(1);
        report.Passed.ShouldBeFalse();
        report.ToString().ShouldContain("reduced loss 1.0E-5 relative");
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1e-5, false)]
    [InlineData(double.NaN, false)]
    public void Statistics_are_verified(double error, bool passes)
    {
        LossConfiguration configuration = new() { Roles = LossRoles.Statistics };
        LossVariant<float> variant = new("Losses.Statistics", "", "", configuration, arguments =>
        {
            ProbabilityStatistics exact = StatisticsOf(arguments);
            arguments.Statistics = exact with { NegativeSum = exact.NegativeSum * (1 + error) };
            return 0;
        });

        VerificationReport report = variant.Verify();

        report.Passed.ShouldBe(passes, report.ToString());
        report.ToString().Contains("statistics").ShouldBe(!passes);
        (report.Loss, report.Gradient, report.ReducedLoss).ShouldBe((null, null, null));
    }

    [Fact]
    public void A_probability_computed_by_subtraction_fails()
    {
        VerificationReport report = Verify<float>(Focal with { Positive = new(), Negative = new(), HardTargets = true }, (z, y) =>
        {
            float p = 1 / (1 + MathF.Exp(-(float)z));
            return new(LossMath.Softplus(y > 0.5 ? -z : z), p - (float)y, p * (1 - p));
        });

        report.Gradient!.Value.Ulp.ShouldBeGreaterThan(4);
        report.Hessian!.Value.Ulp.ShouldBeGreaterThan(4);
    }

    [Fact]
    public void A_kink_in_the_wrong_place_fails()
    {
        VerificationReport report = Verify<float>(Asymmetric, (z, y) => y > 0.5
            ? ClosedForms.PolyFocal(0, [], z)
            : ClosedForms.Shifted(4, 0.05 * (1 + 1e-5), -z).Mirror());

        report.Passed.ShouldBeFalse();
    }

    [Fact]
    public void Probabilities_are_verified()
    {
        LossConfiguration configuration = new() { Activation = Activation.None, Roles = EveryOutput };

        VerificationReport report = Verify<float>(configuration, (p, y) =>
            (y * new Derivatives(-Math.Log(p), -1 / p, 1 / (p * p)))
            + ((1 - y) * new Derivatives(-LossMath.Log1P(-p), 1 / (1 - p), 1 / ((1 - p) * (1 - p)))));

        report.Passed.ShouldBeTrue(report.ToString());
    }

    [Fact]
    public void The_report_is_one_line_in_any_culture()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            VerificationReport report = new()
            {
                Name = "Losses.Asymmetric",
                Points = 40_000,
                Limit = 4,
                Loss = new LargestError(1.94, 3.25, 0),
                Gradient = new LargestError(2.71, -1.5, 1),
            };
            report.ToString().ShouldBe("Losses.Asymmetric: loss 1.9 ulp (z = 3.25, y = 0), gradient 2.7 ulp (z = -1.5, y = 1), 40,000 points: verified");
            (report with { Limit = 2.5 }).ToString().ShouldEndWith("40,000 points: FAILED (limit 2.5 ulp)");
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void A_variant_carries_its_declaration()
    {
        LossVariant variant = new LossVariant<float>("Losses.Focal", "-(1 - p)^2 log p", @"-(1-p)^2 \log p", Focal, _ => 0);

        variant.Name.ShouldBe("Losses.Focal");
        variant.LatexFormula.ShouldBe(@"-(1-p)^2 \log p");
        variant.Configuration.ShouldBe(Focal);
        variant.ToString().ShouldBe("Losses.Focal: -(1 - p)^2 log p");
    }

    private static void Fails(Func<Derivatives, Derivatives> spoil, Func<VerificationReport, LargestError?> quantity)
    {
        VerificationReport report = Verify<float>(Focal, (z, y) => spoil(ExactFocal(z, y)));

        report.Passed.ShouldBeFalse();
        quantity(report)!.Value.Ulp.ShouldBeGreaterThan(4);
        report.ToString().ShouldContain("FAILED (limit 4 ulp)");
    }

    private static ProbabilityStatistics StatisticsOf(LossArguments<float> arguments)
    {
        ProbabilityStatistics sum = default;
        foreach ((float z, float y) in arguments.Input.Zip(arguments.Targets))
        {
            double p = LossMath.Sigmoid(z);
            sum += new ProbabilityStatistics(y, 1.0 - y, y * p, (1.0 - y) * p);
        }

        return sum;
    }

    private static Derivatives ExactFocal(double z, double y) =>
        (y * 0.25 * ClosedForms.PolyFocal(2, [], z)) + ((1 - y) * 0.75 * ClosedForms.PolyFocal(2, [], -z).Mirror());

    private static Derivatives ExactCrossEntropy(double z, double y) =>
        (y * ClosedForms.PolyFocal(0, [], z)) + ((1 - y) * ClosedForms.PolyFocal(0, [], -z).Mirror());

    // asymmetric loss with gamma+ = 0, as one would write it with MathF; the logarithm of 1 - p_m by Log1P
    private static Derivatives SinglePrecisionAsymmetric(double logit, double y)
    {
        float z = (float)logit;
        float e = MathF.Exp(-MathF.Abs(z));
        float p = (z < 0 ? e : 1) / (1 + e);
        float q = (z < 0 ? 1 : e) / (1 + e);
        if (y > 0.5)
        {
            return new((float)LossMath.Softplus(-z), -q, p * q);
        }

        float u = MathF.Max(p - 0.05f, 0);
        float rest = MathF.Min(q + 0.05f, 1);
        float log = u > 0.5f ? -MathF.Log(rest) : -(float)LossMath.Log1P(-u);
        float slope = p * q;
        float square = u * u;
        float a = square * u * ((u / rest) + (4 * log));
        float derivative = (square * ((12 * log) + (8 * u / rest))) + (square * (u / rest) * (u / rest));
        return new(square * square * log, a * slope, (derivative * slope * slope) + (a * slope * (q - p)));
    }

    private static VerificationReport Verify<T>(LossConfiguration configuration, Func<double, double, Derivatives> element, Reduction? applied = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new LossVariant<T>("Losses.Test", "", "", configuration, arguments => Run(configuration, arguments, element, applied ?? configuration.Reduction)).Verify();

    /// <summary>A kernel that evaluates each element on its own and rounds the results once.</summary>
    private static double Run<T>(LossConfiguration configuration, LossArguments<T> arguments, Func<double, double, Derivatives> element, Reduction reduction)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int n = arguments.Input.Length;
        double[] weights = new double[n];
        double sumOfWeights = 0;
        for (int i = 0; i < n; i++)
        {
            double weight = configuration.Roles.HasFlag(LossRoles.Weights) ? double.CreateTruncating(arguments.Weights[i]) : 1;
            double column = configuration.Roles.HasFlag(LossRoles.ClassWeights)
                ? double.CreateTruncating(arguments.ClassWeights[i % arguments.ClassWeights.Length])
                : 1;
            weights[i] = weight * column;
            sumOfWeights += weights[i];
        }

        double denominator = reduction switch { Reduction.Sum => 1, Reduction.WeightedMean => sumOfWeights, _ => n };
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            Derivatives loss = weights[i] * element(double.CreateTruncating(arguments.Input[i]), double.CreateTruncating(arguments.Targets[i]));
            arguments.Losses[i] = T.CreateTruncating(loss.Value);
            arguments.Gradient[i] = T.CreateTruncating(loss.First / denominator);
            arguments.Hessian[i] = T.CreateTruncating(loss.Second / denominator);
            sum += double.CreateTruncating(arguments.Losses[i]);
        }

        return denominator == 0 ? 0 : sum / denominator;
    }
}
