using System;
using System.Linq;
using System.Text.Json;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>What holds of every harmonized loss.</summary>
public sealed class HarmonizedTests
{
    private const int Length = 1003;

    private static readonly float[] Logits = [.. RandomNumbers(11).Select(u => (float)((u - 0.5) * 14))];
    private static readonly float[] Targets = [.. RandomNumbers(12).Select((u, i) => i % 5 == 0 ? (float)u : u < 0.2 ? 1 : 0)];

    [Fact]
    public void One_bin_is_the_plain_mean_bit_for_bit() =>
        Results<float>.Of<float>(HarmonizedLosses.OneBin, Logits, Targets).IsSame(Results<float>.Of<float>(HarmonizedLosses.Mean, Logits, Targets)).ShouldBeTrue();

    [Fact]
    public void Each_occupied_bin_has_the_same_share_of_the_weights()
    {
        Results<float> plain = Results<float>.Of<float>(HarmonizedLosses.Mean, Logits, Targets);
        Results<float> harmonized = Results<float>.Of<float>(HarmonizedLosses.CrossEntropy, Logits, Targets);
        double[] weights = [.. harmonized.Losses.Zip(plain.Losses, (weighed, loss) => (double)weighed / loss)];
        int[] bins = [.. Logits.Zip(Targets, (z, y) => Math.Min((int)(12 * Math.Abs(LossMath.Sigmoid(z) - y)), 11))];
        double[] shares = [.. bins.Zip(weights).GroupBy(pair => pair.First, pair => pair.Second).Select(bin => bin.Sum())];
        foreach (double share in shares)
        {
            share.ShouldBe((double)Length / shares.Length, 1e-5 * Length);
        }
    }

    [Fact]
    public void Over_all_bins_the_weights_are_smaller_by_the_share_of_those_occupied()
    {
        // g is 0.5 everywhere: one bin of 64 is occupied
        float[] gradient = new float[8];
        HarmonizedLosses.OverAllBins(new float[8], new float[8], gradient).ShouldBe((float)Math.Log(2) / 64, 1e-9);
        gradient.ShouldAllBe(g => g == 0.5f / 8 / 64);
    }

    [Fact]
    public void The_corrected_average_of_a_first_batch_is_its_counts()
    {
        float[] corrected = new float[Length];
        float[] alone = new float[Length];
        double loss = HarmonizedLosses.Corrected(Logits, Targets, corrected, new GradientDensity(20, momentum: 0.75));
        loss.ShouldBe(HarmonizedLosses.Averaged(Logits, Targets, alone, new GradientDensity(20)));
        corrected.ShouldBe(alone);
    }

    [Fact]
    public void The_correction_of_a_bin_counts_the_batches_that_occupied_it()
    {
        // bin 10 (g = 0.5) in all three batches, bin 0 (g = 0) in the last: averages 1.75 and 0.5 of 2 and 1 elements
        GradientDensity density = new(20, momentum: 0.5);
        HarmonizedLosses.Corrected([0, 0], [0, 0], new float[2], density);
        HarmonizedLosses.Corrected([0, 0], [0, 0], new float[2], density);
        float[] gradient = new float[3];
        HarmonizedLosses.Corrected([0, 0, -100], [0, 0, 0], gradient, density);
        density.Averages[10].ShouldBe(1.75);
        density.Averages[0].ShouldBe(0.5);

        // 3 / (1.75 / (1 - 1/8)) / 2, times (p - y) / n
        gradient[0].ShouldBe(0.75f * 0.5f / 3, 1e-8f);
    }

    [Fact]
    public void Masked_elements_count_nowhere()
    {
        float[] weights = [.. Enumerable.Range(0, Length).Select(i => i % 3 == 0 ? 0 : i % 3 == 1 ? 0.1f : 7)];
        float[] logits = [.. Logits.Select((z, i) => i % 3 == 0 ? float.NaN : z)];
        int[] kept = [.. Enumerable.Range(0, Length).Where(i => i % 3 != 0)];
        float[] gradient = new float[Length];
        float[] losses = new float[Length];
        float[] keptGradient = new float[kept.Length];
        float[] keptLosses = new float[kept.Length];

        double loss = HarmonizedLosses.Masked(logits, Targets, weights, gradient, losses);
        double keptLoss = HarmonizedLosses.Masked(
            [.. kept.Select(i => Logits[i])], [.. kept.Select(i => Targets[i])], [.. kept.Select(_ => 1f)], keptGradient, keptLosses);

        loss.ShouldBe(keptLoss, 1e-12);
        kept.Select(i => gradient[i]).ShouldBe(keptGradient);
        kept.Select(i => losses[i]).ShouldBe(keptLosses);
        Enumerable.Range(0, Length).Except(kept).ShouldAllBe(i => gradient[i] == 0 && losses[i] == 0);
    }

    [Fact]
    public void Statistics_count_each_element_once_that_is_not_masked()
    {
        float[] weights = [.. Enumerable.Range(0, Length).Select(i => i % 3 == 0 ? 0 : i % 3 == 1 ? 0.1f : 7)];
        float[] logits = [.. Logits.Select((z, i) => i % 3 == 0 ? float.NaN : z)];
        float[] ones = Array.ConvertAll(weights, w => w > 0 ? 1f : 0f);

        HarmonizedLosses.WithStatistics(logits, Targets, weights, new float[Length], new GradientDensity(30, momentum: 0.5), out ProbabilityStatistics actual);
        StatisticsLosses.Weighted(logits, Targets, ones, new float[Length], out ProbabilityStatistics expected);

        actual.PositiveCount.ShouldBe(expected.PositiveCount);
        actual.NegativeCount.ShouldBe(expected.NegativeCount);
        actual.MeanPositive.ShouldBe(expected.MeanPositive, 1e-12);
        actual.MeanNegative.ShouldBe(expected.MeanNegative, 1e-12);
    }

    [Fact]
    public void Nothing_and_all_masked_give_0()
    {
        HarmonizedLosses.Masked([], [], [], [], []).ShouldBe(0);
        float[] gradient = [1, 1];
        float[] losses = [1, 1];
        HarmonizedLosses.Masked([float.NaN, 3], [0, 1], [0, 0], gradient, losses).ShouldBe(0);
        gradient.ShouldBe([0, 0]);
        losses.ShouldBe([0, 0]);
        GradientDensity density = new(20, momentum: 0.5);
        HarmonizedLosses.Averaged(Array.Empty<float>(), Array.Empty<float>(), [], density).ShouldBe(0);
        density.Counts.Sum().ShouldBe(0);
    }

    [Fact]
    public void NaN_stays_at_its_element_and_is_not_counted()
    {
        float[] withNaN = [.. Logits];
        withNaN[500] = float.NaN;
        Results<float> results = Results<float>.Of<float>(HarmonizedLosses.CrossEntropy, withNaN, Targets);
        Results<float> without = Results<float>.Of<float>(
            HarmonizedLosses.CrossEntropy, [.. Logits.Where((_, i) => i != 500)], [.. Targets.Where((_, i) => i != 500)]);

        results.Value.ShouldBe(double.NaN);
        results.Gradient[500].ShouldBe(float.NaN);
        results.Losses[500].ShouldBe(float.NaN);
        results.Gradient.Where((_, i) => i != 500).ShouldBe(without.Gradient);
        results.Losses.Where((_, i) => i != 500).ShouldBe(without.Losses);
    }

    [Fact]
    public void The_gradient_may_replace_the_logits()
    {
        float[] expected = new float[Length];
        double loss = HarmonizedLosses.Averaged(Logits, Targets, expected, new GradientDensity(20));
        float[] memory = [.. Logits];
        HarmonizedLosses.Averaged(memory, Targets, memory, new GradientDensity(20)).ShouldBe(loss);
        memory.ShouldBe(expected);
    }

    [Fact]
    public void The_gradient_is_scaled_and_the_loss_is_not()
    {
        bool[] targets = Array.ConvertAll(Targets, y => y > 0.5f);
        float[] plain = new float[Length];
        float[] scaled = new float[Length];
        float loss = HarmonizedLosses.FocalOfTruthValues(Logits, targets, plain, 1);
        HarmonizedLosses.FocalOfTruthValues(Logits, targets, scaled, 4).ShouldBe(loss);
        scaled.ShouldBe(plain.Select(g => 4 * g));
    }

    [Fact]
    public void A_training_goes_on_from_a_saved_density_with_the_same_bits()
    {
        GradientDensity density = new(20, momentum: 0.9);
        HarmonizedLosses.Averaged(Logits, Targets, new float[Length], density);
        GradientDensity loaded = JsonSerializer.Deserialize<GradientDensity>(JsonSerializer.Serialize(density))!;
        float[] logits = Array.ConvertAll(Logits, z => z / 2);
        float[] expected = new float[Length];
        float[] actual = new float[Length];
        double loss = HarmonizedLosses.Averaged(logits, Targets, expected, density);
        HarmonizedLosses.Averaged(logits, Targets, actual, loaded).ShouldBe(loss);
        actual.ShouldBe(expected);
    }

    [Fact]
    public void The_densities_of_two_halves_are_that_of_the_batch()
    {
        GradientDensity whole = new(20, momentum: 0.9);
        GradientDensity left = new(20, momentum: 0.9);
        GradientDensity right = new(20, momentum: 0.9);
        HarmonizedLosses.Averaged(Logits, Targets, new float[Length], whole);
        HarmonizedLosses.Averaged(Logits.AsSpan(0, 400), Targets.AsSpan(0, 400), new float[400], left);
        HarmonizedLosses.Averaged(Logits.AsSpan(400), Targets.AsSpan(400), new float[Length - 400], right);
        GradientDensity sum = left + right;
        sum.Counts.ShouldBe(whole.Counts);
        sum.Averages.ShouldBe(whole.Averages);
        sum.Counts.Sum().ShouldBe(Length);
    }

    [Fact]
    public void A_density_of_another_number_of_bins_is_refused_and_nothing_is_written()
    {
        float[] gradient = [7];
        Should.Throw<ArgumentException>(() => HarmonizedLosses.Averaged([1f], [0f], gradient, new GradientDensity(10))).ParamName.ShouldBe("density");
        Should.Throw<ArgumentNullException>(() => HarmonizedLosses.Averaged([1f], [0f], gradient, null!)).ParamName.ShouldBe("density");
        GradientDensity density = new(20);
        Should.Throw<ArgumentException>(() => HarmonizedLosses.Averaged([1f], [0f, 1f], gradient, density)).ParamName.ShouldBe("targets");
        Should.Throw<ArgumentException>(() => HarmonizedLosses.Masked([1f], [0f], [], gradient, gradient)).ParamName.ShouldBe("weights");
        gradient.ShouldBe([7]);
        density.Updates.Sum().ShouldBe(0);
    }

    private static double[] RandomNumbers(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, Length).Select(_ => random.NextDouble())];
    }
}
