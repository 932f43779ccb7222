using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Kernels;
using LossGen.Tests.Widths;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Harmonizing;

public sealed class GradientBinPassTests
{
    private const int Bins = 30;

    [Fact]
    public void Places_of_singles_have_the_same_bits_at_every_width() => CheckWidths<float>();

    [Fact]
    public void Places_of_doubles_have_the_same_bits_at_every_width() => CheckWidths<double>();

    [Fact]
    public void Places_of_singles_are_off_by_less_than_two_ulp_of_1_times_the_number_of_bins() => CheckErrors<float>(Math.ScaleB(1, -23));

    [Fact]
    public void Places_of_doubles_are_off_by_less_than_two_ulp_of_1_times_the_number_of_bins() => CheckErrors<double>(Math.ScaleB(1, -52));

    [Fact]
    public void The_edge_of_singles_at_a_half_is_exact() => CheckHalf<float>();

    [Fact]
    public void The_edge_of_doubles_at_a_half_is_exact() => CheckHalf<double>();

    [Fact]
    public void Limits_of_singles_are_in_the_first_and_in_the_last_bin_and_NaN_is_in_none() => CheckLimits<float>();

    [Fact]
    public void Limits_of_doubles_are_in_the_first_and_in_the_last_bin_and_NaN_is_in_none() => CheckLimits<double>();

    private static void CheckWidths<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
    {
        T[] logits = [.. Logits<T>(), T.NaN, T.PositiveInfinity, T.NegativeInfinity, T.Zero, T.NegativeZero, T.MaxValue, T.MinValue, T.Epsilon];
        T[] targets = [.. logits.Select((_, i) => T.CreateTruncating(i % 3 == 0 ? 0 : i % 3 == 1 ? 1 : i % 101 / 100.0))];
        byte[][] places = [.. MachineWidths.All.Select(width => MemoryMarshal.AsBytes<T>(Places(width, logits, targets)).ToArray())];
        places.ShouldAllBe(bits => bits.SequenceEqual(places[0]));
    }

    // the reference in double precision is off by about an ulp of p itself: that is why it is taken of the smaller side
    private static void CheckErrors<T>(double ulp)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] logits = Logits<T>();
        foreach (double target in (double[])[0, 1, 0.25])
        {
            double[] places = Array.ConvertAll(Places(MachineWidths.All[^1], logits, [.. logits.Select(_ => T.CreateTruncating(target))]), double.CreateTruncating);
            double largest = logits.Zip(places).Max(pair => Math.Abs(pair.Second - Math.Min(Bins * Norm(double.CreateTruncating(pair.First), target), Bins - 1)));
            (largest / Bins).ShouldBeLessThan(2 * ulp);
        }
    }

    private static double Norm(double logit, double target) =>
        target == 1 ? LossMath.Sigmoid(-logit) : Math.Abs(LossMath.Sigmoid(logit) - target);

    private static void CheckHalf<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T half = T.CreateTruncating(Bins / 2);
        foreach (int width in MachineWidths.All)
        {
            Places(width, [T.Zero, T.Zero, T.NegativeZero], [T.Zero, T.One, T.Zero]).ShouldBe([half, half, half]);
        }
    }

    private static void CheckLimits<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] logits = [T.PositiveInfinity, T.PositiveInfinity, T.NegativeInfinity, T.NegativeInfinity, T.NaN, T.Zero];
        T[] targets = [T.Zero, T.One, T.Zero, T.One, T.Zero, T.NaN];
        foreach (int width in MachineWidths.All)
        {
            Places(width, logits, targets).Select(byte.CreateTruncating).ShouldBe([29, 0, 0, 29, GradientBins.NotCounted, GradientBins.NotCounted]);
        }
    }

    // all exponents of a single, and closely where the sigmoid is steep
    private static T[] Logits<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        .. Enumerable.Range(-100_000, 200_001).Select(i => T.CreateTruncating(i * 2e-4)),
        .. Enumerable.Range(0, 1 << 14).Select(i => BitConverter.Int32BitsToSingle(i << 17)).Where(float.IsFinite)
            .SelectMany(z => (T[])[T.CreateTruncating(z), T.CreateTruncating(-z)]),
    ];

    private static T[] Places<T>(int width, T[] logits, T[] targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] places = new T[logits.Length];
        PassAtWidth.Run<T, GradientBinPass<T>>(width, new(in logits[0], in targets[0], ref places[0], Bins), logits.Length);
        return places;
    }
}
