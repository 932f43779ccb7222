using System;
using System.Numerics;
using System.Runtime.InteropServices;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

public sealed class RowGuardTests
{
    private const LossRoles All =
        LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian | LossRoles.Losses | LossRoles.Weights | LossRoles.ClassWeights;

    private readonly float[] memory = new float[64];

    [Theory]
    [InlineData(7, 2, 0, "logits", "logits has length 7, which is not a multiple of the length 2 of labels")]
    [InlineData(7, 0, 0, "logits", "logits has length 7, which is not a multiple of the length 0 of labels")]
    [InlineData(2, 2, 0, "logits", "logits has length 2, which for the length 2 of labels is not the 2 classes a row has at least")]
    [InlineData(0, 2, 0, "logits", "logits has length 0, which for the length 2 of labels is not the 2 classes a row has at least")]
    [InlineData(8, 2, 3, "logits", "logits has length 8, which is not the length 2 of labels times the classCount 3")]
    [InlineData(8, 2, 1, "classCount", "classCount must be at least 2")]
    [InlineData(8, 2, -4, "classCount", "classCount must be at least 2")]
    public void Logits_that_are_no_rows_of_the_labels_are_refused(int logits, int labels, int classCount, string parameter, string message)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() =>
            Check<GradientOfLabels, int>(new() { Input = new float[logits], Labels = new int[labels], ClassCount = classCount }));

        exception.ParamName.ShouldBe(parameter);
        exception.Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData(8, 8, 3, "logits", "logits has length 8, which is not a multiple of the classCount 3")]
    [InlineData(8, 7, 4, "targets", "targets has length 7 but logits has length 8")]
    [InlineData(8, 8, 0, "classCount", "classCount must be at least 2")]
    [InlineData(8, 8, 1, "classCount", "classCount must be at least 2")]
    public void Logits_that_are_no_rows_of_the_class_count_are_refused(int logits, int targets, int classCount, string parameter, string message)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() =>
            Check<GradientOfSoftRows, int>(new() { Input = new float[logits], Targets = new float[targets], ClassCount = classCount }));

        exception.ParamName.ShouldBe(parameter);
        exception.Message.ShouldStartWith(message);
    }

    [Fact]
    public void The_shape_comes_from_the_labels_or_from_the_class_count()
    {
        Check<GradientOfLabels, int>(new() { Input = new float[12], Labels = new int[3], Gradient = new float[12] }).ShouldBe(new(3, 4));
        Check<GradientOfLabels, int>(new() { Input = new float[12], Labels = new int[3], ClassCount = 4, Gradient = new float[12] }).ShouldBe(new(3, 4));
        Check<GradientOfSoftRows, int>(new() { Input = new float[12], Targets = new float[12], ClassCount = 6, Gradient = new float[12] }).ShouldBe(new(2, 6));
    }

    [Theory]
    [InlineData("weights", 3, 4, 4, 12, 12, 2, "weights has length 3 but logits has 2 rows")]
    [InlineData("classWeights", 2, 6, 4, 8, 8, 2, "classWeights has length 6 but a row of logits has 4 classes")]
    [InlineData("positiveGamma", 2, 4, 2, 8, 8, 2, "positiveGamma has length 2 but a row of logits has 4 classes")]
    [InlineData("gradient", 2, 4, 4, 2, 8, 2, "gradient has length 2 but logits has length 8")]
    [InlineData("hessian", 2, 4, 4, 8, 9, 2, "hessian has length 9 but logits has length 8")]
    [InlineData("losses", 2, 4, 4, 8, 8, 8, "losses has length 8 but logits has 2 rows")]
    public void A_wrong_length_is_named_with_both_lengths(
        string parameter, int weights, int classWeights, int gamma, int gradient, int hessian, int losses, string message)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => Check<EveryRoleOfLabels, int>(new()
        {
            Input = new float[8],
            Labels = new int[2],
            Weights = new float[weights],
            ClassWeights = new float[classWeights],
            PerClass = new(new(new float[gamma], "positiveGamma")),
            Gradient = new float[gradient],
            Hessian = new float[hessian],
            Losses = new float[losses],
        }));

        exception.ParamName.ShouldBe(parameter);
        exception.Message.ShouldStartWith(message);
    }

    [Fact]
    public void Nothing_is_wrong_with_nothing() =>
        Check<EveryRoleOfLabels, int>(new() { ClassWeights = new float[5], PerClass = new(new(new float[5], "positiveGamma")) }).Rows.ShouldBe(0);

    [Theory]
    [InlineData(1, 4)]
    [InlineData(0, -1)]
    [InlineData(2, int.MaxValue)]
    [InlineData(2, int.MinValue)]
    [InlineData(1, -101)]
    public void A_label_that_is_no_class_is_refused_with_its_row(int row, int label)
    {
        int[] labels = [0, 3, -100];
        labels[row] = label;

        ArgumentOutOfRangeException exception = Should.Throw<ArgumentOutOfRangeException>(() =>
            Check<GradientOfLabels, int>(new() { Input = new float[12], Labels = labels, Gradient = new float[12] }));

        exception.ParamName.ShouldBe("labels");
        exception.ActualValue.ShouldBe((long)label);
        exception.Message.ShouldStartWith($"labels[{row}] is {label}, which is none of the 4 classes and not -100,");
    }

    [Theory]
    [InlineData(4L)]
    [InlineData(-1L)]
    [InlineData(1L << 32)]
    [InlineData((1L << 32) - 100)]
    public void A_long_label_is_refused_whatever_its_low_bits(long label)
    {
        ArgumentOutOfRangeException exception = Should.Throw<ArgumentOutOfRangeException>(() =>
            Check<GradientOfLabels, long>(new() { Input = new float[8], Labels = [1, label], Gradient = new float[8] }));

        exception.ActualValue.ShouldBe(label);
    }

    [Fact]
    public void Classes_and_the_label_of_rows_that_do_not_count_are_let_through()
    {
        Check<GradientOfLabels, int>(new() { Input = new float[20], Labels = [0, 1, 2, 3, -100], Gradient = new float[20] }).Rows.ShouldBe(5);
        Check<GradientOfLabels, long>(new() { Input = new float[20], Labels = [0, 1, 2, 3, -100], Gradient = new float[20] }).Rows.ShouldBe(5);
        Check<IgnoringLarge, int>(new() { Input = new float[4], Labels = [255, 1] }).Rows.ShouldBe(2);
    }

    [Fact]
    public void A_label_to_ignore_that_no_int_is_matches_no_int() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Check<IgnoringWide, int>(new() { Input = new float[4], Labels = [-1, 1] }));

    [Theory]
    [InlineData("gradient", 1, 30, 40, "partly overlaps logits: it must be the same memory or memory apart")]
    [InlineData("hessian", 30, 7, 40, "partly overlaps logits: it must be the same memory or memory apart")]
    [InlineData("losses", 30, 38, 0, "overlaps logits: it must be memory apart")]
    [InlineData("gradient", 8, 30, 40, "overlaps weights: it must be memory apart")]
    [InlineData("hessian", 30, 9, 40, "overlaps weights: it must be memory apart")]
    [InlineData("losses", 30, 38, 9, "partly overlaps weights: it must be the same memory or memory apart")]
    [InlineData("gradient", 13, 30, 50, "overlaps classWeights: it must be memory apart")]
    [InlineData("losses", 30, 38, 10, "overlaps classWeights: it must be memory apart")]
    [InlineData("hessian", 30, 17, 50, "overlaps positiveGamma: it must be memory apart")]
    [InlineData("gradient", 24, 38, 50, "overlaps labels: it must be memory apart")]
    [InlineData("losses", 30, 38, 25, "overlaps labels: it must be memory apart")]
    [InlineData("hessian", 30, 30, 50, "overlaps gradient: it must be memory apart")]
    [InlineData("losses", 30, 38, 37, "overlaps gradient: it must be memory apart")]
    [InlineData("losses", 30, 38, 38, "overlaps hessian: it must be memory apart")]
    public void An_output_that_disturbs_another_argument_is_refused(string parameter, int gradient, int hessian, int losses, string message)
    {
        ArgumentException exception = Should.Throw<ArgumentException>(() => CheckPlaces(gradient, hessian, losses));

        exception.ParamName.ShouldBe(parameter);
        exception.Message.ShouldStartWith($"{parameter} {message}");
    }

    [Theory]
    [InlineData(0, 30, 40)]
    [InlineData(30, 0, 40)]
    [InlineData(30, 40, 8)]
    [InlineData(28, 36, 44)]
    public void Derivatives_may_replace_the_logits_and_losses_the_weights(int gradient, int hessian, int losses) =>
        CheckPlaces(gradient, hessian, losses).ShouldBe(new(2, 4));

    [Theory]
    [InlineData(9)]
    [InlineData(7)]
    public void A_gradient_may_replace_soft_rows_but_not_overlap_them_in_part(int place)
    {
        Should.NotThrow(() => CheckSoft(8));
        Should.Throw<ArgumentException>(() => CheckSoft(place)).Message
            .ShouldStartWith("gradient partly overlaps targets: it must be the same memory or memory apart");
    }

    private RowShape CheckSoft(int place) => Check<GradientOfSoftRows, int>(new()
    {
        Input = new float[8],
        Targets = memory.AsSpan(8, 8),
        ClassCount = 4,
        Gradient = memory.AsSpan(place, 8),
    });

    // logits at 0, weights at 8, classWeights at 10, positiveGamma at 14, labels at 26
    private RowShape CheckPlaces(int gradient, int hessian, int losses)
    {
        Span<int> labels = MemoryMarshal.Cast<float, int>(memory.AsSpan(26, 2));
        return Check<EveryRoleOfLabels, int>(new()
        {
            Input = memory.AsSpan(0, 8),
            Labels = labels,
            Weights = memory.AsSpan(8, 2),
            ClassWeights = memory.AsSpan(10, 4),
            PerClass = new(new(memory.AsSpan(14, 4), "positiveGamma")),
            Gradient = memory.AsSpan(gradient, 8),
            Hessian = memory.AsSpan(hessian, 8),
            Losses = memory.AsSpan(losses, 2),
        });
    }

    private static RowShape Check<TShape, TLabel>(RowBatch<float, TLabel> batch)
        where TShape : struct, IRowKernelShape
        where TLabel : unmanaged, IBinaryInteger<TLabel> =>
        RowGuard.Check<TermlessRowKernel<TShape>, float, double, TLabel>(in batch);

    private readonly struct GradientOfLabels : IRowKernelShape
    {
        public static LossRoles Roles => LossRoles.Gradient;
    }

    private readonly struct GradientOfSoftRows : IRowKernelShape
    {
        public static LossRoles Roles => LossRoles.Gradient;

        public static bool HasLabels => false;
    }

    private readonly struct EveryRoleOfLabels : IRowKernelShape
    {
        public static LossRoles Roles => All;

        public static int PerClassCount => 1;
    }

    private readonly struct IgnoringLarge : IRowKernelShape
    {
        public static LossRoles Roles => LossRoles.Value;

        public static long IgnoreLabel => 255;
    }

    private readonly struct IgnoringWide : IRowKernelShape
    {
        public static LossRoles Roles => LossRoles.Value;

        public static long IgnoreLabel => (1L << 32) - 1;
    }
}
