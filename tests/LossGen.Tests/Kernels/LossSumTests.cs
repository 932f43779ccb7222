using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels;

public sealed class LossSumTests
{
    private const int SixteenMillion = 1 << 24;

    [Fact]
    public void All_widths_give_the_same_bits_for_single_precision() =>
        AllWidthsAgree(Enumerable.Range(0, 640).Select(i => (float)Math.Pow(-1.3, i % 60)).ToArray());

    [Fact]
    public void All_widths_give_the_same_bits_for_double_precision() =>
        AllWidthsAgree(Enumerable.Range(0, 640).Select(i => Math.Pow(-1.3, i % 60) / 3).ToArray());

    [Fact]
    public void The_lanes_have_the_same_total_with_and_without_vectors()
    {
        float[] values = Enumerable.Range(0, 640).Select(i => (float)Math.Pow(-1.3, i % 60)).ToArray();
        LossSum sum = default;
        sum.Add(in values[0], values.Length);

        BitConverter.DoubleToInt64Bits(sum.Total()).ShouldBe(BitConverter.DoubleToInt64Bits(sum.TotalScalar()));
    }

    [Fact]
    public void A_remainder_is_padded_with_zeros()
    {
        float[] values = Enumerable.Range(0, 200).Select(i => 1 / (1f + i)).ToArray();
        float[] padded = new float[256];
        values.CopyTo(padded, 0);

        SumOf(values).ShouldBe(SumOf(padded));
        SumOf(values).ShouldBe(values.Sum(value => (double)value), 1e-14);
    }

    [Fact]
    public void Terms_near_the_largest_number_do_not_overflow() =>
        SumOf(Enumerable.Repeat(float.MaxValue, 64).ToArray()).ShouldBe(64 * (double)float.MaxValue);

    [Fact]
    public void Sixteen_million_equal_terms_are_within_1e_7() => IsAccurate(_ => 0.1f);

    [Fact]
    public void Sixteen_million_random_terms_are_within_1e_7()
    {
        Random random = new(1);
        IsAccurate(_ => random.NextSingle());
    }

    [Fact]
    public void Sixteen_million_terms_of_very_different_size_are_within_1e_7() =>
        // each small term would be lost if it were added to its neighbour in single precision
        IsAccurate(i => i % 32 < 16 ? 1 : 5.9e-8f);

    private static void IsAccurate(Func<int, float> term)
    {
        float[] values = new float[SixteenMillion];
        decimal exact = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = term(i);
            exact += (decimal)(double)values[i];
        }

        double relativeError = Math.Abs((SumOf(values) / (double)exact) - 1);
        relativeError.ShouldBeLessThan(1e-7);
    }

    private static double SumOf<T>(T[] values)
        where T : unmanaged
    {
        LossSum sum = default;
        sum.Add(in values[0], values.Length);
        return sum.Total();
    }

    private static void AllWidthsAgree<T>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] scalar = new double[16];
        double[] by128 = new double[16];
        double[] by256 = new double[16];
        double[] by512 = new double[16];
        nuint count = (nuint)values.Length;

        LossSum.AddGroupsScalar(ref scalar[0], in values[0], count);
        LossSum.AddGroups128(ref by128[0], in values[0], count);
        LossSum.AddGroups256(ref by256[0], in values[0], count);
        LossSum.AddGroups512(ref by512[0], in values[0], count);

        scalar.ShouldAllBe(value => value != 0);
        Bits(by128).ShouldBe(Bits(scalar));
        Bits(by256).ShouldBe(Bits(scalar));
        Bits(by512).ShouldBe(Bits(scalar));
    }

    private static long[] Bits(double[] values) => values.Select(BitConverter.DoubleToInt64Bits).ToArray();
}
