using System;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Statistics;

public sealed class ProbabilityStatisticsTests
{
    private static readonly ProbabilityStatistics Some = new(3, 17, 2.25, 1.7);

    [Fact]
    public void Means_and_gap_are_those_of_the_definition()
    {
        Some.MeanPositive.ShouldBe(0.75);
        Some.MeanNegative.ShouldBe(0.1, 1e-15);
        Some.Gap.ShouldBe(0.75 - 0.9, 1e-15);
    }

    [Fact]
    public void A_mean_of_nothing_is_NaN_and_so_is_the_gap()
    {
        new ProbabilityStatistics(0, 5, 0, 1).MeanPositive.ShouldBe(double.NaN);
        new ProbabilityStatistics(5, 0, 1, 0).MeanNegative.ShouldBe(double.NaN);
        new ProbabilityStatistics(0, 5, 0, 1).Gap.ShouldBe(double.NaN);
        default(ProbabilityStatistics).Gap.ShouldBe(double.NaN);
    }

    [Fact]
    public void A_sum_has_the_counts_and_the_sums_of_both()
    {
        ProbabilityStatistics other = new(1, 2, 0.5, 0.25);

        (Some + other).ShouldBe(new ProbabilityStatistics(4, 19, 2.75, 1.95));
        (Some + default(ProbabilityStatistics)).ShouldBe(Some);
        Some.Add(other).ShouldBe(Some + other);
    }

    [Fact]
    public void Copied_values_are_read_back()
    {
        double[] values = new double[ProbabilityStatistics.Length];
        Some.CopyTo(values);

        values.ShouldBe([3, 17, 2.25, 1.7]);
        new ProbabilityStatistics(values).ShouldBe(Some);
    }

    [Fact]
    public void Another_number_of_values_is_refused()
    {
        Should.Throw<ArgumentException>(() => new ProbabilityStatistics(new double[3])).Message.ShouldStartWith("There are 3 values, not 4.");
        Should.Throw<ArgumentException>(() => new ProbabilityStatistics([]));
        Should.Throw<ArgumentException>(() => new ProbabilityStatistics(new double[5]));
        Should.Throw<ArgumentException>(() => Some.CopyTo(new double[3]));
    }

    [Theory]
    [InlineData(1 / 3.0, 1e-310, 0.1 + 0.2, 123456789.123456789)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 2, double.NaN, 0.5)]
    public void Json_gives_back_the_bits(double positives, double negatives, double positiveSum, double negativeSum)
    {
        ProbabilityStatistics statistics = new(positives, negatives, positiveSum, negativeSum);

        string json = JsonSerializer.Serialize(statistics, StatisticsJson.Default.ProbabilityStatistics);

        Bits(JsonSerializer.Deserialize(json, StatisticsJson.Default.ProbabilityStatistics)).ShouldBe(Bits(statistics));
    }

    [Fact]
    public void Json_has_the_counts_and_the_sums_only() =>
        JsonSerializer.Serialize(Some, StatisticsJson.Default.ProbabilityStatistics)
            .ShouldBe("""{"PositiveCount":3,"NegativeCount":17,"PositiveSum":2.25,"NegativeSum":1.7}""");

    private static long[] Bits(ProbabilityStatistics statistics)
    {
        double[] values = new double[ProbabilityStatistics.Length];
        statistics.CopyTo(values);
        return Array.ConvertAll(values, BitConverter.DoubleToInt64Bits);
    }
}
