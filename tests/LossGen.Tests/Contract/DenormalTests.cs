using System;
using System.Diagnostics;
using System.Globalization;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>
/// A processor takes some 150 cycles for an operation on a denormal number: a kernel that met any on large logits would
/// take a multiple of its time.
/// </summary>
[Collection(nameof(Undisturbed))]
public sealed class DenormalTests
{
    private const int Length = 40_960;
    private const int Rounds = 300;

    public static TheoryData<string> Names => new("CrossEntropy", "Balanced", "Focal", "Asymmetric");

    [Theory]
    [MemberData(nameof(Names))]
    public void Large_logits_take_at_most_a_fifth_longer_than_small_ones(string name)
    {
        LossMethod<float, float> method = LossesUnderTest.Published.Named($"{nameof(SingleLosses)}.{name}").Method;
        float[] targets = new float[Length];
        float[] small = new float[Length];
        float[] large = new float[Length];
        Random random = new(8);
        for (int i = 0; i < Length; i++)
        {
            targets[i] = random.Next(2);
            small[i] = (8 * random.NextSingle()) - 4;
            large[i] = (200 * random.NextSingle()) - 100;
        }

        float[] gradient = new float[Length];
        float[] hessian = new float[Length];
        float[] losses = new float[Length];
        long shortestSmall = long.MaxValue;
        long shortestLarge = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            shortestSmall = Math.Min(shortestSmall, Time(small));
            shortestLarge = Math.Min(shortestLarge, Time(large));
        }

        string message = string.Create(
            CultureInfo.InvariantCulture, $"{name}: {shortestSmall} ticks for U(-4, 4), {shortestLarge} for U(-100, 100)");
        ((double)shortestLarge / shortestSmall).ShouldBeLessThanOrEqualTo(1.2, message);

        long Time(float[] logits)
        {
            long start = Stopwatch.GetTimestamp();
            method(logits, targets, gradient, hessian, losses);
            return Stopwatch.GetTimestamp() - start;
        }
    }
}
