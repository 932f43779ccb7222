using System;
using FsCheck;
using FsCheck.Fluent;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

public sealed class HyperDualTests
{
    public static TheoryData<string> Functions =>
        new(
            "sum", "product", "quotient", "exp", "expm1", "tanh", "log", "log1p", "log of pair", "power", "negative power", "power of negative",
            "general power", "square root", "sigmoid", "softplus", "max", "min", "max of two", "min of two", "abs", "select", "composition");

    [Theory]
    [MemberData(nameof(Functions))]
    public void Derivatives_agree_with_central_differences(string name)
    {
        Func<HyperDual, HyperDual> f = Function(name);
        foreach (double x in new[] { 0.2, 0.7, 1.3, 2.9 })
        {
            HyperDual actual = f(HyperDual.Variable(x));
            double step = 1e-5;
            double first = (At(f, x + step) - At(f, x - step)) / (2 * step);
            double wide = 1e-3;
            double second = (At(f, x + wide) - (2 * At(f, x)) + At(f, x - wide)) / (wide * wide);

            // the step's truncation and rounding errors: h^2 f''' / 6 and eps / h, h^2 f'''' / 12 and eps / h^2
            actual.Value.Value.ShouldBe(At(f, x));
            actual.First.Value.ShouldBe(first, 1e-7 * (1 + Math.Abs(first)));
            actual.Second.Value.ShouldBe(second, 2e-4 * (1 + Math.Abs(second)));
        }
    }

    [Fact]
    public void Infinities_of_one_sign_are_equal()
    {
        HyperDual.Compare(double.NegativeInfinity, double.NegativeInfinity).ShouldBe(0);
        HyperDual.Compare(double.NegativeInfinity, double.PositiveInfinity).ShouldBe(double.NegativeInfinity);
    }

    [Fact]
    public void The_product_rule_agrees_with_the_quotient_rule() =>
        Prop.ForAll(
            Gen.Choose(-2000, 2000).Select(i => i / 250.0).ToArbitrary(),
            x =>
            {
                HyperDual variable = HyperDual.Variable(x);
                HyperDual divisor = HyperDual.Exp(variable) + 1.5;
                HyperDual there = variable * variable / divisor * divisor;
                there.Value.Value.ShouldBe(x * x, 1e-12 * (1 + (x * x)));
                there.First.Value.ShouldBe(2 * x, 1e-11 * (1 + (x * x)));
                there.Second.Value.ShouldBe(2, 1e-10 * (1 + (x * x)));
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1, 0, 0)]
    [InlineData(0.5, 0, 0, 0)]
    [InlineData(1, 0, 3, 5)]
    [InlineData(1.5, 0, 0, 0)]
    [InlineData(2, 0, 0, 18)]
    [InlineData(3, 0, 0, 0)]
    public void Powers_of_zero_are_finite(double exponent, double value, double first, double second)
    {
        HyperDual power = HyperDual.Pow(new HyperDual(0, 3, 5), exponent);

        power.Value.Value.ShouldBe(value);
        power.First.Value.ShouldBe(first);
        power.Second.Value.ShouldBe(second);
    }

    [Fact]
    public void Bounds_have_derivative_zero_where_they_hold()
    {
        HyperDual.Max(HyperDual.Variable(1), 1).ShouldBe<HyperDual>(1);
        HyperDual.Max(HyperDual.Variable(2), 1).ShouldBe(HyperDual.Variable(2));
        HyperDual.Min(HyperDual.Variable(1), 1).ShouldBe<HyperDual>(1);
        HyperDual.Min(HyperDual.Variable(0.5), 1).ShouldBe(HyperDual.Variable(0.5));
    }

    [Fact]
    public void The_second_operand_has_the_derivative_where_bounds_meet()
    {
        HyperDual x = HyperDual.Variable(1);
        HyperDual.Max(x, 2 - x).First.Value.ShouldBe(-1);
        HyperDual.Max(2 - x, x).First.Value.ShouldBe(1);
        HyperDual.Min(x, 2 - x).First.Value.ShouldBe(-1);
        HyperDual.Min(2 - x, x).First.Value.ShouldBe(1);
    }

    [Fact]
    public void The_derivative_of_an_absolute_value_at_zero_is_zero() =>
        HyperDual.Abs(HyperDual.Variable(0)).ShouldBe<HyperDual>(0);

    [Fact]
    public void Bounds_pass_NaN_on_from_either_operand()
    {
        HyperDual.Max(double.NaN, 1).Value.Value.ShouldBe(double.NaN);
        HyperDual.Max(1, double.NaN).Value.Value.ShouldBe(double.NaN);
        HyperDual.Min(double.NaN, 1).Value.Value.ShouldBe(double.NaN);
        HyperDual.Min(1, double.NaN).Value.Value.ShouldBe(double.NaN);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 0)]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    public void Zero_to_the_power_of_a_number_is_that_of_a_constant(double exponent, double value)
    {
        HyperDual zero = new(0, 3, 5);

        HyperDual power = HyperDual.Pow(zero, new HyperDual(exponent, 0.25, 0.5));

        power.ShouldBe(HyperDual.Pow(zero, exponent));
        power.Value.Value.ShouldBe(value);
    }

    [Fact]
    public void A_rounded_exponent_conditions_its_power()
    {
        // d(x^a) = x^a log x da
        HyperDual power = HyperDual.Pow(0.25, (HyperDual)Conditioned.Atom(1.5));

        power.Value.Value.ShouldBe(0.125);
        power.Value.Sensitivity.ShouldBe(0.125 + (0.125 * Math.Log(4) * 1.5), 1e-15);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-9)]
    [InlineData(0.3)]
    [InlineData(19.5)]
    public void Tanh_agrees_with_its_closed_form(double x)
    {
        HyperDual tanh = HyperDual.Tanh(HyperDual.Variable(x));
        double slope = Math.Pow(Math.Cosh(x), -2);

        tanh.Value.Value.ShouldBe(Math.Tanh(x));
        tanh.First.Value.ShouldBe(slope, 1e-14 * slope);
        tanh.Second.Value.ShouldBe(-2 * Math.Tanh(x) * slope, 2e-14 * Math.Tanh(x) * slope);
    }

    [Fact]
    public void Expm1_is_accurate_near_zero()
    {
        HyperDual number = HyperDual.Expm1(HyperDual.Variable(1e-20));

        number.Value.Value.ShouldBe(1e-20);
        number.First.Value.ShouldBe(1);
        number.Second.Value.ShouldBe(1);
    }

    [Fact]
    public void Literals_are_atoms_where_the_kernel_rounds_them()
    {
        HyperDual.Literal(0.5).Value.ShouldBe(new Conditioned(0.5, 0));
        HyperDual.Literal(0.1).Value.ShouldBe(new Conditioned(0.1, 0.1));
        HyperDual.Literal(-0.1).Value.ShouldBe(new Conditioned(-0.1, 0.1));
    }

    [Fact]
    public void Each_operation_of_a_users_term_adds_its_rounding()
    {
        HyperDual x = HyperDual.Variable(3).Rounding();

        // one operation: an eighth of the result, against a limit of 4 ulp, is half an ulp
        (x * x).Value.Sensitivity.ShouldBe(9 / 8.0);
        (x + 1).Value.Sensitivity.ShouldBe(4 / 8.0);
        (x / 2).Value.Sensitivity.ShouldBe(1.5 / 8);

        // two operations, of which the difference cancels
        ((x * x) - 8).Value.ShouldBe(new Conditioned(1, (9 / 8.0) + (1 / 8.0)) { Rounding = 0.125 });

        // nothing to round
        (x + 0).Value.Sensitivity.ShouldBe(0);
        (x * 1).Value.Sensitivity.ShouldBe(0);
        (-x).Value.Sensitivity.ShouldBe(0);
    }

    [Fact]
    public void Operations_of_built_in_terms_are_not_counted()
    {
        HyperDual x = HyperDual.Variable(3);
        ((x * x) - 8).Value.ShouldBe(new Conditioned(1, 0));
    }

    [Fact]
    public void Detach_keeps_the_value_only() => HyperDual.Detach(new HyperDual(2, 3, 5)).ShouldBe<HyperDual>(2);

    [Fact]
    public void A_cancellation_raises_the_magnitude()
    {
        Conditioned difference = Conditioned.Atom(1.25) - Conditioned.Atom(1);

        difference.ShouldBe(new Conditioned(0.25, 2.25));
        (difference * 3).ShouldBe(new Conditioned(0.75, 6.75));
        (1 / difference).ShouldBe(new Conditioned(4, 36));
        HyperDual.Pow(difference, 2).Value.ShouldBe(new Conditioned(0.0625, 1.125));
    }

    [Fact]
    public void Logarithms_near_one_are_conditioned_by_their_argument()
    {
        HyperDual.Log(Conditioned.Atom(1.0078125)).Value.Magnitude.ShouldBe(1);
        HyperDual.Log1P(Conditioned.Atom(0.0078125)).Value.Magnitude.ShouldBe(0.0078125, 1e-4);
        HyperDual.Exp(Conditioned.Atom(-20)).Value.Magnitude.ShouldBe(20 * Math.Exp(-20));
    }

    [Fact]
    public void Functions_of_exact_numbers_are_atoms()
    {
        HyperDual.Log(1.0078125).Value.Magnitude.ShouldBe(Math.Log(1.0078125));
        HyperDual.Exp(-20).Value.Magnitude.ShouldBe(Math.Exp(-20));
    }

    [Fact]
    public void Condition_numbers_of_factors_add()
    {
        Conditioned p = Conditioned.Atom(0.25);
        (p * p).Magnitude.ShouldBe(2 * 0.0625);
        (p * 3).Magnitude.ShouldBe(0.75);
        HyperDual.Pow(p, 2).Value.Magnitude.ShouldBe(2 * 0.0625);
    }

    private static double At(Func<HyperDual, HyperDual> f, double x) => f(x).Value.Value;

    private static Func<HyperDual, HyperDual> Function(string name) => name switch
    {
        "sum" => x => x + 3 - (x * x) + (-x),
        "product" => x => x * x * (x + 1),
        "quotient" => x => (x - 2) / ((x * x) + 1),
        "exp" => HyperDual.Exp,
        "expm1" => x => HyperDual.Expm1(x * 0.3),
        "tanh" => x => HyperDual.Tanh((x * x) - 1),
        "log of pair" => x => HyperDual.LogOfPair(x * x, 1 - (x * x)),
        "negative power" => x => HyperDual.Pow(x, -1.5),
        "power of negative" => x => HyperDual.Pow(x - 4, 3),
        "general power" => x => HyperDual.Pow((x * x) + 0.5, 2 - (0.5 * x)),
        "max of two" => x => HyperDual.Max(x * x, 2 - x),
        "min of two" => x => HyperDual.Min(x * x, 2 - x),
        "abs" => x => HyperDual.Abs((x * x) - 1),
        "select" => x => HyperDual.Select(x.Value.Value < 1, x * x, HyperDual.Exp(x)),
        "log" => x => HyperDual.Log(x * x),
        "log1p" => x => HyperDual.Log1P(x * x),
        "power" => x => HyperDual.Pow((x * x) + 1, 2.3),
        "square root" => x => HyperDual.Sqrt((x * x) + x),
        "sigmoid" => x => HyperDual.Sigmoid(-x),
        "softplus" => x => HyperDual.Softplus(x),
        "max" => x => HyperDual.Max(x * x, 1),
        "min" => x => HyperDual.Min(x * x, 1),
        "composition" => x => HyperDual.Pow(HyperDual.Sigmoid(x), 1.7) * HyperDual.Softplus(-x) / HyperDual.Exp(x),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };
}
