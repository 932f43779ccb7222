using System;
using System.Linq;
using System.Runtime.Intrinsics;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Harmonizing;

public sealed class BinCountsTests
{
    private delegate void Counting(ReadOnlySpan<byte> bins, Span<long> counts);

    /// <summary>The ways that this machine has the instructions for.</summary>
    public static TheoryData<string> Ways()
    {
        TheoryData<string> ways = ["comparison", "dispatch"];
        if (BinWords256.IsSupported)
        {
            ways.Add("256");
        }

        if (BinWords512.IsSupported)
        {
            ways.Add("512");
        }

        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_way_counts_each_bin_and_nothing_else(string way)
    {
        // around a vector, a group of vectors, a carry of groups, and two of those
        int[] lengths = [.. Enumerable.Range(0, 70), 127, 128, 129, 255, 256, 257, 384, 2047, 2048, 2049, 4095, 4096, 4097, 9000];
        Random random = new(3);
        byte[] all = [.. Enumerable.Range(0, lengths.Max()).Select(_ => (byte)random.Next(256))];
        foreach (int length in lengths)
        {
            byte[] bins = all[..length];
            foreach (int count in (int[])[1, 30, 31, 32, 33, 63, 64])
            {
                long[] counts = [.. Enumerable.Repeat(1000L, count)];
                Of(way)(bins, counts);
                counts.ShouldBe(Enumerable.Range(0, count).Select(bin => 1000L + bins.Count(value => value == bin)), $"{length} bytes, {count} bins");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void All_in_one_bin_fill_the_counters_to_the_last_digit_and_beyond(string way)
    {
        int most = Math.Max(BitCounters<Vector256<uint>, BinWords256>.MaxLength, BitCounters<Vector512<uint>, BinWords512>.MaxLength);
        int[] lengths =
        [
            BitCounters<Vector256<uint>, BinWords256>.MaxLength - 1,
            BitCounters<Vector256<uint>, BinWords256>.MaxLength,
            most,
            most + 1,
            (2 * most) + 300,
        ];
        byte[] bins = new byte[lengths.Max()];
        foreach (int bin in (int[])[0, 29, 31, 32, 63])
        {
            bins.AsSpan().Fill((byte)bin);
            foreach (int length in lengths)
            {
                long[] counts = new long[64];
                Of(way)(bins.AsSpan(0, length), counts);
                counts[bin].ShouldBe(length);
                counts.Sum().ShouldBe(length);
            }
        }
    }

    private static Counting Of(string way) => way switch
    {
        "512" => BinCounts.Add<Vector512<uint>, BinWords512>,
        "256" => BinCounts.Add<Vector256<uint>, BinWords256>,
        "comparison" => BinCounts.AddByComparison,
        _ => BinCounts.Add,
    };
}
