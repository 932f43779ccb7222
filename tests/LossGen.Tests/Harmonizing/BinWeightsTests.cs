using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Harmonizing;

public sealed class BinWeightsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(63)]
    [InlineData(64)]
    public void Each_byte_gives_the_weight_of_its_bin_and_a_masked_one_0(int count)
    {
        CheckLookUp<float>(count);
        CheckLookUp<double>(count);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(64)]
    public void An_element_that_is_NaN_has_a_weight_where_no_bin_is_occupied(int count)
    {
        float[] values = new float[40];
        BinWeights.LookUp<float>(Enumerable.Repeat(GradientBins.NotCounted, 40).ToArray(), Table<float>(new long[count]), values);
        values.ShouldAllBe(value => value == 1);
    }

    private static void CheckLookUp<T>(int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long[] counts = [.. Enumerable.Range(1, count).Select(number => (long)number)];
        T[] weights = [.. counts.Select(number => T.CreateTruncating((double)counts.Sum() / number / count))];
        byte[] bins = [.. Enumerable.Range(0, count).Select(bin => (byte)bin), GradientBins.NotCounted, GradientBins.Masked];
        T[] expected = [.. weights, weights[0], T.Zero];
        for (int length = 0; length <= bins.Length; length++)
        {
            T[] values = new T[length];
            BinWeights.LookUp<T>(bins.AsSpan()[^length..], Table<T>(counts), values);
            values.ShouldBe(expected[^length..]);
        }
    }

    private static T[] Table<T>(long[] counts)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] table = new T[BinWeights.Length(counts.Length)];
        BinWeights.Fill(new LossGen.Kernels.Harmonizing(counts.Length), counts, density: null, table.AsSpan());
        return table;
    }
}
