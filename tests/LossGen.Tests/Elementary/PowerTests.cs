using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Elementary;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Elementary;

public sealed class PowerTests
{
    private static readonly ElementaryFunctions<double, DoubleScalar, DoublePolynomials<double, DoubleScalar>> doubles = DoubleFunctions.Over<double, DoubleScalar>(default);

    [Fact]
    public void Powers_of_small_integers_are_exact()
    {
        for (int n = 0; n <= 33; n++)
        {
            doubles.Power(3, n).ShouldBe((double)BigInteger.Pow(3, n), $"3^{n}");
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(5, 3)]
    [InlineData(15, 6)]
    [InlineData(16, 4)]
    public void A_power_takes_as_many_multiplications_as_its_binary_chain(int n, int multiplications)
    {
        List<string> operations = [];
        ObservedArithmetic<double> arithmetic = new(default(DoubleScalar), (operation, _) => operations.Add(operation));
        DoubleFunctions.Over<double, IArithmetic<double>>(arithmetic).Power(0.5, n).ShouldBe(Math.Pow(0.5, n));
        operations.ShouldBe(Enumerable.Repeat(nameof(arithmetic.Multiply), multiplications));
    }

    [Fact]
    public void A_negative_exponent_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => doubles.Power(2, -1)).ParamName.ShouldBe("n");
}
