using System.Numerics;
using LossGen.Elementary;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>Powers to a value where the result is known exactly.</summary>
public abstract class RunTimePowerLimitTests<T>(IElementaryFunctions<T> functions, double underflow, double overflow)
    where T : struct, IFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static readonly T inf = T.PositiveInfinity;
    private static readonly T[] exponents = [T.CreateChecked(0.01), T.CreateChecked(0.5), T.One, T.CreateChecked(2.5), T.CreateChecked(1e6), T.MaxValue];
    private static readonly T[] numbers = [T.Zero, T.NegativeZero, T.Epsilon, T.CreateChecked(1e-30), T.CreateChecked(0.5), T.One];
    private static readonly T[] logits = [-inf, -T.MaxValue, T.CreateChecked(-100), -T.One, -T.Epsilon, T.NegativeZero, T.Zero, T.One, T.CreateChecked(1000), T.MaxValue, inf];

    [Fact]
    public void To_the_power_of_zero_everything_is_one()
    {
        foreach (T x in logits)
        {
            RunTimePower.OfSigmoid(functions, x, T.Zero).ShouldBe(T.One, $"{x}");
            RunTimePower.OfSigmoidOfNegated(functions, x, T.Zero).ShouldBe(T.One, $"{x}");
            functions.PowerAnyOfSigmoid(x, T.Zero).ShouldBe(T.One, $"{x}");
        }

        foreach (T t in numbers)
        {
            RunTimePower.OfPair(functions, t, T.One - t, T.Zero).ShouldBe(T.One, $"{t}");
            functions.PowerAny(t, T.One - t, T.Zero).ShouldBe(T.One, $"{t}");
        }

        foreach (T t in new[] { T.CreateChecked(1.6), T.CreateChecked(1e30), T.MaxValue, inf })
        {
            functions.PowerAny(t, T.One - t, T.NegativeZero).ShouldBe(T.One, $"{t}");
        }
    }

    [Fact]
    public void A_power_of_one_is_one()
    {
        foreach (T a in exponents)
        {
            RunTimePower.OfSigmoid(functions, inf, a).ShouldBe(T.One, $"{a}");
            RunTimePower.OfSigmoid(functions, T.CreateChecked(1000), a).ShouldBe(T.One, $"{a}");
            RunTimePower.OfSigmoidOfNegated(functions, -inf, a).ShouldBe(T.One, $"{a}");
            RunTimePower.OfPair(functions, T.One, T.Zero, a).ShouldBe(T.One, $"{a}");
            functions.PowerAny(T.One, T.Zero, a).ShouldBe(T.One, $"{a}");
            functions.PowerAny(T.One, T.Zero, -a).ShouldBe(T.One, $"{a}");
        }
    }

    [Fact]
    public void A_power_of_zero_is_zero_or_infinite()
    {
        foreach (T a in exponents)
        {
            RunTimePower.OfSigmoid(functions, -inf, a).ShouldBe(T.Zero, $"{a}");
            RunTimePower.OfSigmoid(functions, -T.MaxValue, a).ShouldBe(T.Zero, $"{a}");
            RunTimePower.OfSigmoidOfNegated(functions, inf, a).ShouldBe(T.Zero, $"{a}");
            functions.PowerAnyOfSigmoid(-inf, a).ShouldBe(T.Zero, $"{a}");
            functions.PowerAnyOfSigmoid(-inf, -a).ShouldBe(inf, $"{a}");
            functions.PowerAnyOfSigmoid(-T.MaxValue, -a).ShouldBe(inf, $"{a}");
            functions.PowerAnyOfSigmoidOfNegated(inf, -a).ShouldBe(inf, $"{a}");
            foreach (T zero in new[] { T.Zero, T.NegativeZero })
            {
                RunTimePower.OfPair(functions, zero, T.One, a).ShouldBe(T.Zero, $"{a}");
                functions.PowerAny(zero, T.One, a).ShouldBe(T.Zero, $"{a}");
                functions.PowerAny(zero, T.One, -a).ShouldBe(inf, $"{a}");
            }
        }
    }

    [Fact]
    public void A_power_of_infinity_is_infinite_or_zero()
    {
        foreach (T a in exponents)
        {
            functions.PowerAny(inf, -inf, a).ShouldBe(inf, $"{a}");
            functions.PowerAny(inf, -inf, -a).ShouldBe(T.Zero, $"{a}");
        }
    }

    [Fact]
    public void A_power_beyond_the_normal_numbers_is_zero_or_infinite()
    {
        T e = T.CreateChecked(double.E);
        T tenth = T.CreateChecked(0.1);
        foreach (double more in new[] { 1, 1.1, 2, 100, 1e10 })
        {
            T down = T.CreateChecked(underflow * more);
            T up = T.CreateChecked(overflow * more);
            RunTimePower.OfSigmoid(functions, -down, T.One).ShouldBe(T.Zero, $"{down}");
            RunTimePower.OfPair(functions, T.One / e, T.One - (T.One / e), down).ShouldBe(T.Zero, $"{down}");
            functions.PowerAny(tenth, T.One - tenth, down).ShouldBe(T.Zero, $"{down}");
            functions.PowerAny(e, T.One - e, -down).ShouldBe(T.Zero, $"{down}");
            functions.PowerAny(e, T.One - e, up).ShouldBe(inf, $"{up}");
            functions.PowerAny(tenth, T.One - tenth, -up).ShouldBe(inf, $"{up}");
        }
    }

    [Fact]
    public void A_power_of_the_largest_number_is_not_infinite_before_its_time()
    {
        functions.PowerAny(T.MaxValue, -T.MaxValue, T.One).ShouldBe(T.MaxValue);
        T root = T.Sqrt(T.MaxValue);
        T.IsFinite(functions.PowerAny(T.BitDecrement(root), -root, T.CreateChecked(2))).ShouldBeTrue();
        functions.PowerAny(T.BitIncrement(T.BitIncrement(root)), -root, T.CreateChecked(2)).ShouldBe(inf);
    }

    [Fact]
    public void A_negative_number_or_NaN_has_no_power()
    {
        foreach (T a in (T[])[T.Zero, .. exponents])
        {
            foreach (T t in new[] { -T.Epsilon, -T.One, -inf, T.NaN })
            {
                T.IsNaN(RunTimePower.OfPair(functions, t, T.One - t, a)).ShouldBeTrue($"{t}^{a}");
                T.IsNaN(functions.PowerAny(t, T.One - t, a)).ShouldBeTrue($"{t}^{a}");
                T.IsNaN(functions.PowerAny(t, T.One - t, -a)).ShouldBeTrue($"{t}^-{a}");
            }
        }

        foreach (T x in logits)
        {
            T.IsNaN(RunTimePower.OfSigmoid(functions, x, T.NaN)).ShouldBeTrue($"{x}");
        }

        T.IsNaN(functions.PowerAny(T.CreateChecked(2), -T.One, T.NaN)).ShouldBeTrue();
        T.IsNaN(RunTimePower.OfSigmoid(functions, T.NaN, T.One)).ShouldBeTrue();
        T.IsNaN(RunTimePower.OfSigmoidOfNegated(functions, T.NaN, T.One)).ShouldBeTrue();
    }
}

/// <summary>In single precision.</summary>
public sealed class SingleRunTimePowerLimitTests()
    : RunTimePowerLimitTests<float>(SingleFunctions.Over<float, SingleScalar>(default), underflow: 87.34, overflow: 88.73);

/// <summary>In double precision.</summary>
public sealed class DoubleRunTimePowerLimitTests()
    : RunTimePowerLimitTests<double>(DoubleFunctions.Over<double, DoubleScalar>(default), underflow: 708.4, overflow: 709.8);
