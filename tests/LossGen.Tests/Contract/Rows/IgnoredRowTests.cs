using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract.Rows;

/// <summary>Rows that do not count, and what they do to the denominator.</summary>
public sealed class IgnoredRowTests
{
    private const int Classes = 11;

    public static TheoryData<string> LabelledNames =>
        new(DeclaredLosses.Rows.OfType<LossVariant<float>>().Where(loss => loss.Configuration.HasLabels).Select(loss => loss.Name));

    [Theory]
    [MemberData(nameof(LabelledNames))]
    public void Where_all_rows_are_ignored_everything_is_zero(string name)
    {
        foreach (LossVariant<float> loss in DeclaredLosses.Rows.OfType<LossVariant<float>>().Where(loss => loss.Name == name && loss.Configuration.HasLabels))
        {
            float[] logits = [.. Enumerable.Repeat(float.NaN, 6 * Classes)];
            LossArguments<float> batch = RowBatches.Of(loss.Configuration, logits, [.. Enumerable.Repeat(loss.Configuration.IgnoreLabel, 6)], Classes);
            Array.Fill(batch.Gradient, 0);

            loss.Invoke(batch).ShouldBe(0);

            batch.Gradient.ShouldAllBe(value => value == 0);
            batch.Hessian.ShouldAllBe(value => value == 0);
            batch.Losses.ShouldAllBe(value => value == 0);
        }
    }

    [Fact]
    public void An_ignored_row_has_no_part_in_the_mean_whatever_its_logits()
    {
        float[] logits = [1, 2, 3, float.NaN, float.NaN, float.NaN, -1, 0.5f, 2];
        float[] gradient = [.. Enumerable.Repeat(7f, 9)];
        float[] hessian = [.. Enumerable.Repeat(7f, 9)];
        float[] losses = [7, 7, 7];
        float[] expected = new float[6];

        double value = RowSignatureLosses.AnotherIgnoreLabel(logits, [2, 255, 0], gradient, hessian, losses);
        double mean = RowSignatureLosses.AnotherIgnoreLabel([1, 2, 3, -1, 0.5f, 2], [2, 0], expected, new float[6], new float[2]);

        value.ShouldBe(mean);
        losses[1].ShouldBe(0);
        gradient.ShouldBe([.. expected[..3], 0, 0, 0, .. expected[3..]]);
        hessian[3..6].ShouldBe([0, 0, 0]);
    }

    [Fact]
    public void A_row_of_weight_zero_counts_in_the_mean_and_not_in_the_weighted_mean()
    {
        float[] logits = [0, 0, 0, 0];
        float[] gradient = new float[4];

        double mean = RowSignatureLosses.SmoothedWithoutBackground(logits, [1, 1], [2, 0], gradient, new float[4], new float[2]);
        float weighted = RowSignatureLosses.WeightedMean(logits, [1, 1], [2, 0], [1, 1], gradient);

        mean.ShouldBe(Math.Log(2), 1e-6);
        ((double)weighted).ShouldBe(Math.Log(2), 1e-6);
        gradient.ShouldBe([0.5f, -0.5f, 0, 0]);
    }

    [Fact]
    public void The_weighted_mean_divides_by_the_weights_of_the_true_classes()
    {
        float[] logits = [MathF.Log(3), 0, 0, MathF.Log(3)];
        float[] gradient = new float[4];

        float value = RowSignatureLosses.WeightedMean(logits, [0, 0], [1, 2], [0.5f, 100], gradient);

        // (1 * 0.5 * log(4/3) + 2 * 0.5 * log 4) / 1.5
        ((double)value).ShouldBe(((0.5 * Math.Log(4.0 / 3)) + Math.Log(4)) / 1.5, 1e-6);
    }

    [Fact]
    public void Weights_that_are_all_zero_give_zero()
    {
        float[] gradient = [5, 5, 5, 5];

        RowSignatureLosses.WeightedMean([1, 2, 3, 4], [0, 1], [0, 0], [1, 1], gradient).ShouldBe(0);
        gradient.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void No_rows_give_zero() => RowSignatureLosses.Value([], []).ShouldBe(0);
}
