using System;
using System.Linq;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Harmonizing;

public sealed class GradientBinPassTests
{
    private const int Bins = 30;

    [Fact]
    public void Places_have_the_same_bits_at_every_width()
    {
        float[] logits = [.. Logits(), float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0, -0f, float.MaxValue, float.MinValue, float.Epsilon];
        float[] targets = [.. logits.Select((_, i) => i % 3 == 0 ? 0 : i % 3 == 1 ? 1 : i % 101 / 100f)];
        int[][] places = [.. Enumerable.Range(0, 4).Select(width => Array.ConvertAll(Places(width, logits, targets), BitConverter.SingleToInt32Bits))];
        places.ShouldAllBe(bits => bits.SequenceEqual(places[0]));
    }

    [Fact]
    public void Places_are_off_by_less_than_two_ulp_of_1_times_the_number_of_bins()
    {
        float[] logits = Logits();
        foreach (float target in (float[])[0, 1, 0.3f])
        {
            float[] places = Places(3, logits, [.. logits.Select(_ => target)]);
            double largest = logits.Zip(places).Max(pair => Math.Abs(pair.Second - Math.Min(Bins * Math.Abs(LossMath.Sigmoid(pair.First) - target), Bins - 1)));
            (largest / Bins * (1 << 23)).ShouldBeLessThan(2);
        }
    }

    [Fact]
    public void The_edge_at_a_half_is_exact()
    {
        foreach (int width in Enumerable.Range(0, 4))
        {
            Places(width, [0, 0, -0f], [0, 1, 0]).ShouldBe([15, 15, 15]);
        }
    }

    [Fact]
    public void Limits_are_in_the_first_and_in_the_last_bin_and_NaN_is_in_none()
    {
        float[] logits = [float.PositiveInfinity, float.PositiveInfinity, float.NegativeInfinity, float.NegativeInfinity, float.NaN, 0];
        float[] targets = [0, 1, 0, 1, 0, float.NaN];
        foreach (int width in Enumerable.Range(0, 4))
        {
            Places(width, logits, targets).Select(place => (byte)place).ShouldBe([29, 0, 0, 29, GradientBins.NotCounted, GradientBins.NotCounted]);
        }
    }

    // all exponents, and closely where the sigmoid is steep
    private static float[] Logits() =>
    [
        .. Enumerable.Range(-100_000, 200_001).Select(i => i * 2e-4f),
        .. Enumerable.Range(0, 1 << 14).SelectMany(i => (float[])[BitConverter.Int32BitsToSingle(i << 17), -BitConverter.Int32BitsToSingle(i << 17)]).Where(float.IsFinite),
    ];

    private static float[] Places(int width, float[] logits, float[] targets)
    {
        float[] places = new float[logits.Length];
        GradientBinPass<float> pass = new(in logits[0], in targets[0], ref places[0], Bins);
        nuint count = (nuint)logits.Length;
        switch (width)
        {
            case 0: VectorPass.RunScalar<float, GradientBinPass<float>>(pass, count); break;
            case 1: VectorPass.Run128<float, GradientBinPass<float>>(pass, count); break;
            case 2: VectorPass.Run256<float, GradientBinPass<float>>(pass, count); break;
            default: VectorPass.Run512<float, GradientBinPass<float>>(pass, count); break;
        }

        return places;
    }
}
