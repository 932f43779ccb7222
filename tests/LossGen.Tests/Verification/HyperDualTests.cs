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
        new("sum", "product", "quotient", "exp", "log", "log1p", "power", "square root", "sigmoid", "softplus", "max", "min", "composition");

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
