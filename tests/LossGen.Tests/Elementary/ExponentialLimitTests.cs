using System.Numerics;
using LossGen.Elementary;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>Exponentials of any argument, and the logarithm of any, where the result is known exactly.</summary>
public abstract class ExponentialLimitTests<T>(IElementaryFunctions<T> functions, T lastFinite, T firstZero)
    where T : struct, IFloatingPointIeee754<T>, IMinMaxValue<T>
{
    private static readonly T inf = T.PositiveInfinity;

    // 0, the denormal and the smallest normal numbers, and what has a square that is neither
    private static readonly T[] small =
        [T.Zero, T.NegativeZero, T.Epsilon, -T.Epsilon, T.CreateChecked(1e-40), T.CreateChecked(-1.2e-38), T.CreateChecked(1e-310), T.CreateChecked(1e-30), T.CreateChecked(-1e-20)];

    [Fact]
    public void Exp_overflows_to_infinity_where_the_largest_number_is_exceeded()
    {
        T.IsFinite(functions.Exp(lastFinite)).ShouldBeTrue();
        T.IsFinite(functions.Expm1(lastFinite)).ShouldBeTrue();
        foreach (T x in new[] { T.BitIncrement(lastFinite), lastFinite + T.One, T.CreateChecked(1e4), T.MaxValue, inf })
        {
            functions.Exp(x).ShouldBe(inf, $"{x}");
            functions.Expm1(x).ShouldBe(inf, $"{x}");
        }
    }

    [Fact]
    public void Exp_is_positive_zero_below_the_normal_numbers()
    {
        T.IsNormal(functions.Exp(firstZero + T.One)).ShouldBeTrue();
        foreach (T x in new[] { firstZero, firstZero - T.One, T.CreateChecked(-1e4), T.MinValue, -inf })
        {
            T zero = functions.Exp(x);
            (zero == T.Zero && T.IsPositive(zero)).ShouldBeTrue($"{x}");
            functions.Expm1(x).ShouldBe(-T.One, $"{x}");
        }
    }

    [Fact]
    public void Exp_of_next_to_nothing_is_one()
    {
        foreach (T x in small)
        {
            functions.Exp(x).ShouldBe(T.One, $"{x}");
        }
    }

    [Fact]
    public void Expm1_and_tanh_of_next_to_nothing_are_their_argument()
    {
        foreach (T x in small)
        {
            SameNumber(functions.Expm1(x), x).ShouldBeTrue($"{x}");
            SameNumber(functions.Tanh(x), x).ShouldBeTrue($"{x}");
        }
    }

    [Fact]
    public void Tanh_is_odd_and_at_most_one()
    {
        for (T x = T.Zero; x < T.CreateChecked(40); x += T.CreateChecked(1.0 / 256))
        {
            SameNumber(functions.Tanh(-x), -functions.Tanh(x)).ShouldBeTrue($"{x}");
            functions.Tanh(x).ShouldBeLessThanOrEqualTo(T.One, $"{x}");
        }

        functions.Tanh(inf).ShouldBe(T.One);
        functions.Tanh(-inf).ShouldBe(-T.One);
        functions.Tanh(T.MaxValue).ShouldBe(T.One);
        functions.Tanh(T.MinValue).ShouldBe(-T.One);
    }

    [Fact]
    public void The_log_of_any_number_has_the_limits_of_the_logarithm()
    {
        T one = functions.LogAny(T.One, T.Zero);
        (one == T.Zero && T.IsPositive(one)).ShouldBeTrue();
        functions.LogAny(inf, -inf).ShouldBe(inf);
        functions.LogAny(T.Zero, T.One).ShouldBe(-inf);
        functions.LogAny(T.NegativeZero, T.One).ShouldBe(-inf);
        foreach (T t in new[] { -T.Epsilon, -T.One, T.MinValue, -inf, T.NaN })
        {
            T.IsNaN(functions.LogAny(t, T.One - t)).ShouldBeTrue($"{t}");
        }
    }

    private static bool SameNumber(T a, T b) => a == b && T.IsNegative(a) == T.IsNegative(b);
}

/// <summary>In single precision.</summary>
public sealed class SingleExponentialLimitTests()
    : ExponentialLimitTests<float>(SingleFunctions.Over<float, SingleScalar>(default), lastFinite: 88.72283f, firstZero: -87.00001f);

/// <summary>In double precision.</summary>
public sealed class DoubleExponentialLimitTests()
    : ExponentialLimitTests<double>(DoubleFunctions.Over<double, DoubleScalar>(default), lastFinite: 709.78271289338397, firstZero: -708.06);
