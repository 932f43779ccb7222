using System;
using System.Linq;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Statistics;

public sealed class GradientDensityTests
{
    [Fact]
    public void Only_occupied_bins_move()
    {
        GradientDensity density = new(3, momentum: 0.75);
        density.Update([8, 4, 0]);
        density.Update([4, 0, 0]);
        density.Counts.ShouldBe([4, 0, 0]);
        density.Averages.ShouldBe([2.5, 1, 0]);
        density.Updates.ShouldBe([2, 1, 0]);
        density.PreviousAverages.ShouldBe([2, 1, 0]);
    }

    [Fact]
    public void A_saved_density_goes_on_with_the_same_bits()
    {
        GradientDensity density = new(3, momentum: 0.9);
        density.Update([7, 1, 0]);
        density.Update([3, 0, 5]);

        GradientDensity loaded = JsonSerializer.Deserialize<GradientDensity>(JsonSerializer.Serialize(density))!;
        ShouldBeSame(loaded, density);
        loaded.Update([1, 2, 3]);
        density.Update([1, 2, 3]);
        ShouldBeSame(loaded, density);
    }

    [Fact]
    public void A_density_is_saved_without_reflection()
    {
        GradientDensity density = new(2, momentum: 0.1);
        density.Update([1, 2]);
        string json = JsonSerializer.Serialize(density, GradientDensityContext.Default.GradientDensity);
        json.ShouldBe("""{"momentum":0.1,"previousAverages":[0,0],"previousUpdates":[0,0],"counts":[1,2]}""");
        ShouldBeSame(JsonSerializer.Deserialize(json, GradientDensityContext.Default.GradientDensity)!, density);
    }

    [Fact]
    public void The_sum_of_the_parts_of_a_batch_is_the_density_of_the_batch()
    {
        GradientDensity before = new(3, momentum: 0.9);
        before.Update([7, 1, 0]);
        GradientDensity whole = Copy(before);
        GradientDensity left = Copy(before);
        GradientDensity right = Copy(before);
        whole.Update([5, 6, 0]);
        left.Update([5, 2, 0]);
        right.Update([0, 4, 0]);

        GradientDensity sum = left + right;

        ShouldBeSame(sum, whole);
        left.Counts.ShouldBe([5, 2, 0]);
        left.Merge(right);
        ShouldBeSame(left, whole);
    }

    [Fact]
    public void Densities_that_began_differently_do_not_add()
    {
        GradientDensity density = new(3, momentum: 0.5);
        GradientDensity later = new(3, momentum: 0.5);
        later.Update([1, 2, 3]);
        later.Update([1, 2, 3]);
        foreach (GradientDensity other in new[] { later, new GradientDensity(3, momentum: 0.25), new GradientDensity(4, momentum: 0.5) })
        {
            Should.Throw<ArgumentException>(() => density.Merge(other)).ParamName.ShouldBe("other");
        }
    }

    [Theory]
    [InlineData(0, 0.0, "bins")]
    [InlineData(65, 0.0, "bins")]
    [InlineData(10, 1.0, "momentum")]
    [InlineData(10, -0.1, "momentum")]
    [InlineData(10, double.NaN, "momentum")]
    public void A_density_outside_its_range_is_refused(int bins, double momentum, string name) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new GradientDensity(bins, momentum)).ParamName.ShouldBe(name);

    [Fact]
    public void A_state_that_is_none_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new GradientDensity(0.5, [double.NaN], [0], [0])).ParamName.ShouldBe("previousAverages");
        Should.Throw<ArgumentOutOfRangeException>(() => new GradientDensity(0.5, [double.PositiveInfinity], [0], [0])).ParamName.ShouldBe("previousAverages");
        Should.Throw<ArgumentOutOfRangeException>(() => new GradientDensity(0.5, [0], [-1], [0])).ParamName.ShouldBe("previousUpdates");
        Should.Throw<ArgumentException>(() => new GradientDensity(0.5, [0], [0, 0], [0])).ParamName.ShouldBe("previousUpdates");
        Should.Throw<ArgumentException>(() => new GradientDensity(2).Update([1])).ParamName.ShouldBe("counts");
        Should.Throw<ArgumentOutOfRangeException>(() => new GradientDensity(2).Update([1, -1])).ParamName.ShouldBe("counts");
    }

    private static GradientDensity Copy(GradientDensity density) =>
        new(density.Momentum, density.PreviousAverages, density.PreviousUpdates, density.Counts);

    private static void ShouldBeSame(GradientDensity actual, GradientDensity expected)
    {
        actual.Momentum.ShouldBe(expected.Momentum);
        actual.Counts.ShouldBe(expected.Counts);
        actual.Updates.ShouldBe(expected.Updates);
        actual.PreviousUpdates.ShouldBe(expected.PreviousUpdates);
        actual.PreviousAverages.Select(BitConverter.DoubleToInt64Bits).ShouldBe(expected.PreviousAverages.Select(BitConverter.DoubleToInt64Bits));
        actual.Averages.Select(BitConverter.DoubleToInt64Bits).ShouldBe(expected.Averages.Select(BitConverter.DoubleToInt64Bits));
    }
}
