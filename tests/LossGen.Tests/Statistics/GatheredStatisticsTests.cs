using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Statistics;

/// <summary>What losses gather about the probabilities of a batch; <see cref="LossVariant.Verify"/> compares with a reference sum as well.</summary>
public sealed class GatheredStatisticsTests
{
    private const int Classes = RandomBatch.Classes;
    private const int Length = RandomBatch.Length;

    // a count and a sum of single-precision shares: each is off by a few roundings at most
    private const double Tolerance = 4e-7;

    private static readonly float[] Logits = RandomBatch.Logits;
    private static readonly float[] Soft = RandomBatch.SoftTargets;
    private static readonly float[] Hard = RandomBatch.HardTargets;
    private static readonly float[] Weights = RandomBatch.Uniform(5, Length, 0, 3);

    [Fact]
    public void Soft_targets_count_for_both_sides()
    {
        StatisticsLosses.Soft(Logits, Soft, out ProbabilityStatistics statistics);

        Compare(statistics, i => Soft[i], _ => 1);
    }

    [Fact]
    public void Hard_targets_count_whole_elements()
    {
        StatisticsLosses.Hard(Logits, Soft, new float[Length], out ProbabilityStatistics statistics);

        statistics.PositiveCount.ShouldBe(Soft.Count(y => y > 0.5f));
        statistics.NegativeCount.ShouldBe(Soft.Count(y => !(y > 0.5f)));
        Compare(statistics, i => Soft[i] > 0.5f ? 1 : 0, _ => 1);
    }

    [Fact]
    public void The_targets_count_before_label_smoothing()
    {
        byte[] bytes = Array.ConvertAll(Hard, y => (byte)y);
        float[] ones = [.. Enumerable.Repeat(1f, Classes)];
        StatisticsLosses.SmoothedBytes(out ProbabilityStatistics statistics, Logits, bytes, ones);

        statistics.PositiveCount.ShouldBe(Hard.Count(y => y == 1));
        Compare(statistics, i => Hard[i], _ => 1);
    }

    [Fact]
    public void The_probability_is_the_one_before_the_shift_whatever_the_term()
    {
        float[] gradient = new float[Length];
        StatisticsLosses.Asymmetric(Logits, Soft, gradient, out ProbabilityStatistics shifted);
        StatisticsLosses.OfTerm(Logits, Soft, gradient, out ProbabilityStatistics ofTerm);

        Compare(shifted, i => Soft[i], _ => 1);
        Compare(ofTerm, i => Soft[i], _ => 1);
    }

    [Fact]
    public void Statistics_alone_are_an_output()
    {
        StatisticsLosses.Alone(Logits, Array.ConvertAll(Hard, y => y == 1), out ProbabilityStatistics statistics);

        Compare(statistics, i => Hard[i], _ => 1);
    }

    [Fact]
    public void Elements_count_by_their_weight()
    {
        StatisticsLosses.Weighted(Logits, Soft, Weights, new float[Length], out ProbabilityStatistics statistics);

        Compare(statistics, i => Soft[i], i => Weights[i]);
    }

    [Fact]
    public void Elements_count_by_the_weight_of_their_class()
    {
        byte[] bytes = Array.ConvertAll(Hard, y => (byte)y);
        float[] classWeights = Weights[..Classes];
        StatisticsLosses.SmoothedBytes(out ProbabilityStatistics statistics, Logits, bytes, classWeights);

        Compare(statistics, i => Hard[i], i => classWeights[i % Classes]);
    }

    [Fact]
    public void Probabilities_are_taken_as_they_are()
    {
        StatisticsLosses.OfProbabilities([0.25f, 0.5f, 0.125f], [1, 0, 0.5f], new float[3], out ProbabilityStatistics statistics);

        statistics.ShouldBe(new ProbabilityStatistics(1.5, 1.5, 0.3125, 0.5625));
    }

    [Fact]
    public void An_element_of_weight_zero_does_not_count_whatever_its_logit()
    {
        float[] logits = [1, float.NaN, float.PositiveInfinity, -2, float.NegativeInfinity];
        float[] targets = [1, 1, 0.5f, 0, float.NaN];
        StatisticsLosses.Weighted(logits, targets, [2, 0, 0, 3, 0], new float[5], out ProbabilityStatistics masked);
        StatisticsLosses.Weighted([1, -2], [1, 0], [2, 3], new float[2], out ProbabilityStatistics rest);

        masked.ShouldBe(rest);
    }

    [Fact]
    public void A_batch_that_is_empty_or_masked_has_no_statistics()
    {
        StatisticsLosses.Soft([], [], out ProbabilityStatistics empty);
        double loss = StatisticsLosses.Weighted([1, float.NaN], [1, 0], [0, 0], new float[2], out ProbabilityStatistics masked);

        empty.ShouldBe(default);
        masked.ShouldBe(default);
        loss.ShouldBe(0);
    }

    [Fact]
    public void NaN_is_in_the_sum_of_its_side()
    {
        StatisticsLosses.Hard([0, float.NaN, 0], [0, 1, 1], new float[3], out ProbabilityStatistics positive);
        StatisticsLosses.Hard([0, float.NaN, 0], [0, 0, 1], new float[3], out ProbabilityStatistics negative);

        positive.ShouldBe(new ProbabilityStatistics(2, 1, double.NaN, 0.5));
        negative.ShouldBe(new ProbabilityStatistics(1, 2, 0.5, double.NaN));
    }

    [Fact]
    public void NaN_is_in_both_sums_where_targets_are_soft()
    {
        StatisticsLosses.Soft([0, float.NaN, 0], [0, 0.25f, 1], out ProbabilityStatistics statistics);

        statistics.ShouldBe(new ProbabilityStatistics(1.25, 1.75, double.NaN, double.NaN));
    }

    [Fact]
    public void Infinite_logits_count_as_0_and_1()
    {
        StatisticsLosses.Soft([float.PositiveInfinity, float.NegativeInfinity, float.PositiveInfinity], [1, 0.5f, 0], out ProbabilityStatistics statistics);

        statistics.ShouldBe(new ProbabilityStatistics(1.5, 1.5, 1, 1));
    }

    [Fact]
    public void Statistics_of_parts_add_up_to_those_of_the_whole_batch()
    {
        StatisticsLosses.Soft(Logits, Soft, out ProbabilityStatistics whole);
        ProbabilityStatistics sum = default;
        for (int start = 0; start < Length; start += 977)
        {
            int count = Math.Min(977, Length - start);
            StatisticsLosses.Soft(Logits.AsSpan(start, count), Soft.AsSpan(start, count), out ProbabilityStatistics part);
            sum += part;
        }

        // the same double-precision numbers in another order
        sum.PositiveCount.ShouldBe(whole.PositiveCount, 1e-12 * Length);
        sum.NegativeCount.ShouldBe(whole.NegativeCount, 1e-12 * Length);
        sum.PositiveSum.ShouldBe(whole.PositiveSum, 1e-12 * Length);
        sum.NegativeSum.ShouldBe(whole.NegativeSum, 1e-12 * Length);
    }

    [Fact]
    public void Every_length_counts_every_element_once()
    {
        // p = 1/2 and 1/4, 3/4 of the target: sums are exact
        for (int n = 0; n < 1000; n++)
        {
            float[] targets = [.. Enumerable.Repeat(0.25f, n)];
            StatisticsLosses.Soft(new float[n], targets, out ProbabilityStatistics statistics);

            statistics.ShouldBe(new ProbabilityStatistics(n * 0.25, n * 0.75, n * 0.125, n * 0.375), n.ToString());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_gradient_in_place_of_an_input_does_not_disturb_them(int place)
    {
        StatisticsLosses.Weighted(Logits, Soft, Weights, new float[Length], out ProbabilityStatistics apart);
        float[][] inputs = [[.. Logits], [.. Soft], [.. Weights]];
        StatisticsLosses.Weighted(inputs[0], inputs[1], inputs[2], inputs[place], out ProbabilityStatistics inPlace);

        inPlace.ShouldBe(apart);
    }

    [Fact]
    public void The_gradient_is_the_one_without_statistics()
    {
        float[] with = new float[Length];
        float[] without = new float[Length];
        StatisticsLosses.Asymmetric(Logits, Soft, with, out _);
        StatisticsLosses.Plain(Logits, Soft, without);

        Results<float>.Same(with, without).ShouldBeTrue();
    }

    // each number by its definition in double precision
    private static void Compare(ProbabilityStatistics actual, Func<int, double> target, Func<int, double> weight)
    {
        int[] all = [.. Enumerable.Range(0, Length)];
        double P(int i) => 1 / (1 + Math.Exp(-Logits[i]));
        Near(actual.PositiveCount, all.Sum(i => weight(i) * target(i)));
        Near(actual.NegativeCount, all.Sum(i => weight(i) * (1 - target(i))));
        Near(actual.PositiveSum, all.Sum(i => weight(i) * target(i) * P(i)));
        Near(actual.NegativeSum, all.Sum(i => weight(i) * (1 - target(i)) * P(i)));
    }

    private static void Near(double actual, double expected) => actual.ShouldBe(expected, expected * Tolerance);
}
