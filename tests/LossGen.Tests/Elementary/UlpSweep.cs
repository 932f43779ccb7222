using System;
using System.Globalization;
using System.Linq;
using Shouldly;
using LossGen.Tests.Reference;

namespace LossGen.Tests.Elementary;

/// <summary>The largest error of a function over many arguments, in ulp of the reference, and where it is.</summary>
internal readonly record struct UlpSweep(double Largest, double Worst, long Count)
{
    /// <summary>Compares over every <paramref name="stride"/>-th float from <paramref name="first"/> away from zero to <paramref name="last"/>.</summary>
    public static UlpSweep OverFloats(float first, float last, int stride, Func<float, float> function, Func<double, double> reference)
    {
        uint from = BitConverter.SingleToUInt32Bits(first);
        uint to = BitConverter.SingleToUInt32Bits(last);
        double largest = 0;
        double worst = first;
        long count = 0;
        for (uint bits = from; bits <= to; bits += (uint)stride, count++)
        {
            float x = BitConverter.UInt32BitsToSingle(bits);
            double exact = reference(x);
            double error = Math.Abs(function(x) - exact) / SingleUlp(exact);
            if (!(error <= largest))
            {
                largest = error;
                worst = x;
            }
        }

        return new UlpSweep(largest, worst, count);
    }

    /// <summary>Compares over the given doubles.</summary>
    public static UlpSweep OverDoubles(double[] arguments, Func<double, double> function, Func<double, ExactReal> reference)
    {
        (double error, double worst) = arguments.Select(x => (reference(x).UlpsFrom(function(x)), x)).Max();
        return new UlpSweep(error, worst, arguments.Length);
    }

    /// <summary>The larger of two sweeps.</summary>
    public static UlpSweep Max(UlpSweep a, UlpSweep b) =>
        new(Math.Max(a.Largest, b.Largest), a.Largest >= b.Largest ? a.Worst : b.Worst, a.Count + b.Count);

    public void ShouldBeWithin(double ulps, long atLeast)
    {
        Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        Largest.ShouldBeLessThanOrEqualTo(ulps, string.Create(CultureInfo.InvariantCulture, $"{Largest:F3} ulp at {Worst:R}, {Count} arguments"));
    }

    /// <summary>2^-23 of the power of two at or below the value, 2^-149 below the normal numbers.</summary>
    private static double SingleUlp(double value) => Math.ScaleB(1, Math.Max(value == 0 ? -126 : Math.ILogB(value), -126) - 23);
}
