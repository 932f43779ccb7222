using System;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Statistics;

public sealed class AsymmetryControllerTests
{
    // means 0.5 and 0.25: the gap is -0.25
    private static readonly ProbabilityStatistics Some = new(4, 100, 2, 25);

    [Fact]
    public void Gamma_is_4_before_the_first_batch() => new AsymmetryController(0.1, 1).NegativeGamma.ShouldBe(4);

    [Fact]
    public void Gamma_moves_by_the_rate_times_what_the_gap_lacks()
    {
        AsymmetryController controller = new(0.25, rate: 2, initialGamma: 1);

        controller.Update(Some).ShouldBe(2);
        controller.NegativeGamma.ShouldBe(2);
        controller.Update(new(1, 1, 0.75, 0.75)).ShouldBe(1.5);
    }

    [Fact]
    public void Gamma_stays_within_its_bounds()
    {
        AsymmetryController up = new(1, rate: 1000);
        AsymmetryController down = new(-1, rate: 1000);

        up.Update(Some).ShouldBe(16);
        down.Update(Some).ShouldBe(0);
        new AsymmetryController(1, rate: 1000) { Maximum = 7 }.Update(Some).ShouldBe(7);
        new AsymmetryController(-1, rate: 1000) { Minimum = 3 }.Update(Some).ShouldBe(3);
        new AsymmetryController(0.1, rate: 1, initialGamma: 40).NegativeGamma.ShouldBe(16);
    }

    [Fact]
    public void Gamma_leaves_a_bound_as_soon_as_the_error_changes_its_sign()
    {
        AsymmetryController controller = new(0.25, rate: 1000);
        controller.Update(Some);
        controller.Update(Some);

        // the gap is 0.25 + 0.001
        controller.Update(new(1, 1, 1, 0.251)).ShouldBe(15, 1e-9);
    }

    [Fact]
    public void The_first_batch_counts_whole_and_later_ones_by_what_smoothing_leaves()
    {
        AsymmetryController controller = new(0, rate: 1) { Smoothing = 0.75 };
        controller.Update(Some);
        controller.MeanPositive.ShouldBe(0.5);
        controller.MeanNegative.ShouldBe(0.25);
        controller.NegativeGamma.ShouldBe(4.25);

        controller.Update(new(1, 1, 0.9, 0.05));
        controller.MeanPositive.ShouldBe(0.6, 1e-15);
        controller.MeanNegative.ShouldBe(0.2, 1e-15);
        controller.NegativeGamma.ShouldBe(4.25 + 0.2, 1e-15);
    }

    [Theory]
    [InlineData(0, 10, 0, 1)]
    [InlineData(10, 0, 1, 0)]
    [InlineData(0, 0, 0, 0)]
    [InlineData(3, 10, double.NaN, 1)]
    public void A_batch_that_shows_no_gap_changes_nothing(double positives, double negatives, double positiveSum, double negativeSum)
    {
        AsymmetryController controller = new(0.1, rate: 1) { Smoothing = 0.5 };
        controller.Update(Some);
        AsymmetryState before = controller.State;

        controller.Update(new(positives, negatives, positiveSum, negativeSum)).ShouldBe(before.NegativeGamma);

        controller.State.ShouldBe(before);
    }

    [Fact]
    public void A_controller_that_is_loaded_goes_on_with_the_same_bits()
    {
        AsymmetryController original = new(0.1, rate: 0.37, initialGamma: 2.2) { Smoothing = 0.9, Minimum = 0.1, Maximum = 7.7 };
        Random random = new(1);
        for (int i = 0; i < 20; i++)
        {
            original.Update(Random(random));
        }

        string json = JsonSerializer.Serialize(original.State, StatisticsJson.Default.AsymmetryState);
        AsymmetryController loaded = new(JsonSerializer.Deserialize(json, StatisticsJson.Default.AsymmetryState)!);

        loaded.State.ShouldBe(original.State);
        for (int i = 0; i < 20; i++)
        {
            ProbabilityStatistics statistics = Random(random);
            loaded.Update(statistics).ShouldBe(original.Update(statistics));
        }

        loaded.State.ShouldBe(original.State);
    }

    [Fact]
    public void A_controller_is_saved_before_its_first_batch_too()
    {
        AsymmetryController original = new(0.1, rate: 1) { Smoothing = 0.5 };

        string json = JsonSerializer.Serialize(original.State, StatisticsJson.Default.AsymmetryState);
        AsymmetryController loaded = new(JsonSerializer.Deserialize(json, StatisticsJson.Default.AsymmetryState)!);

        loaded.Update(Some).ShouldBe(original.Update(Some));
        loaded.MeanPositive.ShouldBe(0.5);
    }

    [Fact]
    public void Values_out_of_range_are_refused()
    {
        Refuses("targetGap", () => new AsymmetryController(double.NaN, 1));
        Refuses("targetGap", () => new AsymmetryController(1.5, 1));
        Refuses("rate", () => new AsymmetryController(0.1, 0));
        Refuses("rate", () => new AsymmetryController(0.1, double.PositiveInfinity));
        Refuses("initialGamma", () => new AsymmetryController(0.1, 1, -1));
        Refuses("value", () => new AsymmetryController(0.1, 1) { Smoothing = 1 });
        Refuses("value", () => new AsymmetryController(0.1, 1) { Minimum = -1 });
        Refuses("value", () => new AsymmetryController(0.1, 1) { Maximum = double.PositiveInfinity });
        Should.Throw<ArgumentNullException>(() => new AsymmetryController(null!));
    }

    private static void Refuses(string parameter, Func<AsymmetryController> create) =>
        Should.Throw<ArgumentOutOfRangeException>(create).ParamName.ShouldBe(parameter);

    private static ProbabilityStatistics Random(Random random) => new(3, 97, 3 * random.NextDouble(), 97 * random.NextDouble());
}
