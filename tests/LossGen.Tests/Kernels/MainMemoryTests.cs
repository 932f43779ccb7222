using System;
using System.Linq;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels;

/// <summary>What is copied past the caches arrives, and nothing else is written, wherever it begins and however long it is.</summary>
public sealed class MainMemoryTests
{
    private const int Margin = 64;

    [Fact]
    public void Bytes_arrive_at_any_place() => CheckCopies(i => (byte)(i + 1));

    [Fact]
    public void Doubles_arrive_at_any_place() => CheckCopies(i => i + 0.5);

    [Fact]
    public void Batches_from_8_MiB_on_come_from_main_memory()
    {
        float[] batch = new float[(1 << 21) + 1];
        float[] results = new float[1];
        MainMemory.Holds<float>(batch.AsSpan(2)).ShouldBeFalse();
        MainMemory.Holds<float>(batch.AsSpan(1)).ShouldBeTrue();
        MainMemory.Receives<float>(batch, results).ShouldBeTrue();
        MainMemory.Receives<float>(batch, []).ShouldBeFalse();
        MainMemory.Receives<float>(batch, batch).ShouldBeFalse();
    }

    private static void CheckCopies<T>(Func<int, T> number)
        where T : unmanaged
    {
        for (int length = 0; length <= 3 * Margin; length++)
        {
            T[] from = [.. Enumerable.Range(0, length).Select(number)];
            for (int start = 0; start < Margin; start++)
            {
                T[] to = new T[start + length + Margin];
                MainMemory.Write<T>(from, to.AsSpan(start));
                to.AsSpan(start, length).SequenceEqual(from).ShouldBeTrue();
                to.Take(start).Concat(to.Skip(start + length)).ShouldAllBe(x => x.Equals(default(T)));
            }
        }
    }
}
