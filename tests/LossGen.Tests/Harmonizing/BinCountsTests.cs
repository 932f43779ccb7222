using System;
using System.Linq;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Harmonizing;

public sealed class BinCountsTests
{
    private delegate void Counting(ref readonly byte block, Span<long> counts);

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void Every_width_counts_each_bin_and_nothing_else(int width)
    {
        Counting add = width switch { 512 => BinCounts.Add512, 256 => BinCounts.Add256, _ => BinCounts.Add128 };
        Random random = new(3);
        byte[] block = [.. Enumerable.Range(0, ElementwiseBlock.Length).Select(_ => (byte)random.Next(256))];
        long[] counts = [.. Enumerable.Repeat(1000L, GradientDensity.MaxBins)];

        add(in block[0], counts);

        counts.ShouldBe(Enumerable.Range(0, GradientDensity.MaxBins).Select(bin => 1000L + block.Count(value => value == bin)));
    }
}
