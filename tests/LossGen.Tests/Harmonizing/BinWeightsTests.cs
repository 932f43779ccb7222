using System;
using System.Linq;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Harmonizing;

public sealed class BinWeightsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    public void Each_byte_gives_the_weight_of_its_bin_and_a_masked_one_0(int count)
    {
        byte[] bins = [.. Enumerable.Range(0, count).Select(bin => (byte)bin), GradientBins.NotCounted, GradientBins.Masked];
        for (int length = 0; length <= bins.Length; length++)
        {
            byte[] last = bins[^length..];
            last.Select((_, i) => Weights<float>(last, count)[i]).ShouldBe(last.Select(bin => (float)Expected(bin)));
            last.Select((_, i) => Weights<double>(last, count)[i]).ShouldBe(last.Select(Expected));
        }
    }

    private static double Expected(byte bin) => bin == GradientBins.Masked ? 0 : bin == GradientBins.NotCounted ? 100 : 100 + bin;

    private static T[] Weights<T>(byte[] bins, int count)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T[] values = new T[bins.Length];
        BinWeights.LookUp<T>(bins, [.. Enumerable.Range(0, BinWeights.Length(count)).Select(bin => T.CreateTruncating(100 + bin))], values);
        return values;
    }
}
