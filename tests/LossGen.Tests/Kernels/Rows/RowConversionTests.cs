using System;
using System.Linq;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Numbers of rows change their type in vectors as they do alone.</summary>
public sealed class RowConversionTests
{
    private static readonly double[] Values =
    [
        1, -0.1, 1e-45, -1e-39, 1.17549435082228751e-38, 1.1754943e-38, 3e38, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        0, Math.PI, -1e-300, 1e-310, 7, -8, 9e-9, 1.0 / 3, -2e-38,
    ];

    [Fact]
    public void Rounding_to_singles_gives_0_for_what_would_be_denormal()
    {
        for (int count = 0; count <= Values.Length; count++)
        {
            float[] rounded = new float[count];
            RowConversion.Round<float>(Values.AsSpan(0, count), rounded);
            rounded.ShouldBe(Values.Take(count).Select(x => Math.Abs(x) < 1.17549435082228751e-38 ? 0 : (float)x));
        }
    }

    [Fact]
    public void Rounding_to_doubles_gives_0_for_what_is_denormal()
    {
        double[] rounded = new double[Values.Length];
        RowConversion.Round<double>(Values, rounded);
        rounded.ShouldBe(Values.Select(x => Math.Abs(x) == 1e-310 ? 0 : x));
    }

    [Fact]
    public void Widening_is_exact()
    {
        float[] singles = [.. Values.Select(x => (float)x)];
        for (int count = 0; count <= singles.Length; count++)
        {
            double[] widened = new double[count];
            RowConversion.Widen<float>(singles.AsSpan(0, count), widened);
            widened.ShouldBe(singles.Take(count).Select(x => (double)x));
        }
    }
}
