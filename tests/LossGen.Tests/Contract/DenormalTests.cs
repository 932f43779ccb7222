using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
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

    private static readonly float[] Targets = Fill(random => random.Next(2));
    private static readonly float[] SoftTargets = Fill(random => random.NextSingle());
    private static readonly float[] Small = Fill(random => (8 * random.NextSingle()) - 4);
    private static readonly float[] Large = Fill(random => (200 * random.NextSingle()) - 100);
    private static readonly float[] Gradient = new float[Length];
    private static readonly float[] Hessian = new float[Length];
    private static readonly float[] Losses = new float[Length];

    private static readonly Dictionary<string, Action<float[]>> Calls = new()
    {
        ["cross entropy"] = z => GoldenLosses.CrossEntropy(z, Targets, Gradient),
        ["focal"] = z => GoldenLosses.Focal(z, Targets, Gradient),
        ["asymmetric"] = z => GoldenLosses.Asymmetric(z, Targets, Gradient),
        ["cross entropy with all outputs"] = z => SingleLosses.CrossEntropy(z, Targets, Gradient, Hessian, Losses),
        ["balanced cross entropy with all outputs"] = z => SingleLosses.Balanced(z, Targets, Gradient, Hessian, Losses),
        ["focal with all outputs"] = z => SingleLosses.Focal(z, Targets, Gradient, Hessian, Losses),
        ["asymmetric with all outputs"] = z => SingleLosses.Asymmetric(z, Targets, Gradient, Hessian, Losses),
        ["statistics of soft targets"] = z => StatisticsLosses.Soft(z, SoftTargets, out _),
        ["statistics of weighted soft targets"] = z => StatisticsLosses.Weighted(z, SoftTargets, SoftTargets, Gradient, out _),
        ["statistics of hard targets"] = z => StatisticsLosses.Hard(z, Targets, Gradient, out _),
    };

    public static TheoryData<string> Names => new(Calls.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Large_logits_take_at_most_a_fifth_longer_than_small_ones(string name)
    {
        Action<float[]> call = Calls[name];
        long shortestSmall = long.MaxValue;
        long shortestLarge = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            shortestSmall = Math.Min(shortestSmall, Time(call, Small));
            shortestLarge = Math.Min(shortestLarge, Time(call, Large));
        }

        string message = string.Create(
            CultureInfo.InvariantCulture, $"{name}: {shortestSmall} ticks for U(-4, 4), {shortestLarge} for U(-100, 100)");
        ((double)shortestLarge / shortestSmall).ShouldBeLessThanOrEqualTo(1.2, message);
    }

    private static long Time(Action<float[]> call, float[] logits)
    {
        long start = Stopwatch.GetTimestamp();
        call(logits);
        return Stopwatch.GetTimestamp() - start;
    }

    private static float[] Fill(Func<Random, float> value)
    {
        Random random = new(8);
        return Enumerable.Range(0, Length).Select(_ => value(random)).ToArray();
    }
}
