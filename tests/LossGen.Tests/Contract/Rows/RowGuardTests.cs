using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract.Rows;

/// <summary>Bad input of a declared loss is refused by name, and nothing is written.</summary>
public sealed class RowGuardTests
{
    private static readonly int[] Labels = [0, 1, 2, 0];

    private readonly float[] logits = new float[12];
    private readonly float[] gradient = [.. Enumerable.Repeat(7f, 12)];
    private readonly float[] hessian = [.. Enumerable.Repeat(7f, 12)];
    private readonly float[] losses = [7, 7, 7, 7];

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_label_that_is_no_class_is_named_with_its_row_and_nothing_is_written(int label)
    {
        ArgumentOutOfRangeException error = Should.Throw<ArgumentOutOfRangeException>(
            () => RowLosses.CrossEntropy(logits, [0, 1, 2, label], gradient, hessian, losses));

        error.ParamName.ShouldBe("labels");
        error.Message.ShouldContain(FormattableString.Invariant($"labels[3] is {label}"));
        NothingIsWritten();
    }

    [Fact]
    public void The_label_of_another_loss_that_does_not_count_is_no_class() =>
        Should.Throw<ArgumentOutOfRangeException>(() => RowSignatureLosses.AnotherIgnoreLabel(logits, [0, 1, -100, 2], gradient, hessian, losses));

    [Fact]
    public void Logits_that_are_no_whole_rows_are_refused_with_both_lengths()
    {
        ArgumentException error = Should.Throw<ArgumentException>(() => RowLosses.CrossEntropy(new float[7], [0, 1], gradient, hessian, losses));

        error.ParamName.ShouldBe("logits");
        error.Message.ShouldStartWith("logits has length 7, which is not a multiple of the length 2 of labels");
        NothingIsWritten();
    }

    [Fact]
    public void A_row_has_two_classes_at_least()
    {
        float[] four = new float[4];

        IsRefused("logits", () => RowLosses.CrossEntropy(four, [0, 0, 0, 0], gradient.AsSpan(0, 4), hessian.AsSpan(0, 4), losses));
        IsRefused("classCount", () => RowSoftLosses.CrossEntropy(four, four, 1, gradient.AsSpan(0, 4), hessian.AsSpan(0, 4), losses));
        NothingIsWritten();
    }

    [Fact]
    public void Soft_rows_are_of_whole_classes()
    {
        IsRefused("logits", () => RowSoftLosses.CrossEntropy(logits, new float[12], 5, gradient, hessian, losses));
        NothingIsWritten();
    }

    [Fact]
    public void Arguments_of_another_length_are_refused_by_name()
    {
        IsRefused("gradient", () => RowLosses.CrossEntropy(logits, Labels, gradient.AsSpan(1), hessian, losses));
        IsRefused("hessian", () => RowLosses.CrossEntropy(logits, Labels, gradient, hessian.AsSpan(1), losses));
        IsRefused("losses", () => RowLosses.CrossEntropy(logits, Labels, gradient, hessian, losses.AsSpan(1)));
        IsRefused("weights", () => RowSignatureLosses.WeightedMean(logits, Labels, new float[3], new float[3], gradient));
        IsRefused("classWeights", () => RowSignatureLosses.WeightedMean(logits, Labels, new float[4], new float[4], gradient));
        IsRefused("targets", () => RowSoftLosses.CrossEntropy(logits, new float[9], 3, gradient, hessian, losses));
        IsRefused("positiveGamma", () => RowHyperparameterLosses.FocalPerClass(logits, [0, 1, 2, 0], gradient, hessian, losses, new float[4]));
        NothingIsWritten();
    }

    [Fact]
    public void Memory_that_overlaps_in_part_is_refused()
    {
        float[] memory = [.. Enumerable.Repeat(7f, 13)];

        IsRefused("gradient", () => RowLosses.CrossEntropy(memory.AsSpan(0, 12), Labels, memory.AsSpan(1), hessian, losses));
        Should.Throw<ArgumentException>(() => RowLosses.CrossEntropy(logits, Labels, gradient, hessian, gradient.AsSpan(0, 4)));
        memory.ShouldAllBe(value => value == 7);
        NothingIsWritten();
    }

    [Fact]
    public void Hyperparameters_outside_their_range_are_refused()
    {
        IsRefused("positiveGamma", () => RowHyperparameterLosses.Focal(logits, Labels, gradient, hessian, losses, -1, 1));
        IsRefused("positiveGamma", () => RowHyperparameterLosses.FocalPerClass(logits, [0, 1, 2, 0], gradient, hessian, losses, [1, float.NaN, 1]));
        NothingIsWritten();
    }

    private static void IsRefused(string parameter, Action call) => Should.Throw<ArgumentException>(call).ParamName.ShouldBe(parameter);

    private void NothingIsWritten()
    {
        gradient.ShouldAllBe(value => value == 7);
        hessian.ShouldAllBe(value => value == 7);
        losses.ShouldAllBe(value => value == 7);
    }
}
