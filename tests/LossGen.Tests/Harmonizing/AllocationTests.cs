using System;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Harmonizing;

/// <summary>A harmonized loss rents its bins from the shared pool: the first call of a size may allocate them, and those after it do not.</summary>
public sealed class AllocationTests
{
    private const int Classes = 4;
    private const int Large = 300_000;

    [Fact]
    public void Calls_after_the_first_of_each_size_allocate_nothing()
    {
        float[] logits = new float[Large];
        float[] targets = new float[Large];
        GradientDensity density = new(20, momentum: 0.75);
        AllocatesAfterTheFirst(() =>
        {
            HarmonizedLosses.Averaged(logits, targets, logits, density);
            HarmonizedLosses.Averaged(logits.AsSpan(0, 1000), targets.AsSpan(0, 1000), logits.AsSpan(0, 1000), density);
        }).ShouldBe(0);
    }

    [Fact]
    public void The_same_holds_of_rows()
    {
        float[] logits = new float[Large];
        int[] labels = new int[Large / Classes];
        GradientDensity density = new(20, momentum: 0.75);
        AllocatesAfterTheFirst(() => HarmonizedRowLosses.Averaged(logits, labels, logits, density)).ShouldBe(0);
    }

    // The pool gives unused arrays back after a while, and a garbage collection in between may shift the count: the least of some rounds.
    private static long AllocatesAfterTheFirst(Action call)
    {
        call();
        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
