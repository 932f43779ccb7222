using System;
using System.Linq;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

public sealed class RowWeightsTests
{
    private static readonly int[] Labels = [2, -100, 0, 1];
    private static readonly float[] Weights = [0.5f, 3, 0, 0.1f];
    private static readonly float[] ClassWeights = [4, 0.3f, 8];

    [Fact]
    public void A_row_weighs_its_weight_times_that_of_its_class() =>
        OfRows<Weighted<WeightedMean>>().ShouldBe([4, 0, 0, (double)0.1f * 0.3f]);

    [Fact]
    public void Without_weights_a_row_weighs_one_unless_it_is_ignored() =>
        OfRows<Unweighted<WeightedMean>>().ShouldBe([1, 0, 1, 1]);

    [Fact]
    public void The_mean_divides_by_the_rows_that_count_whatever_they_weigh()
    {
        Denominator<Weighted<Mean>>().ShouldBe(3);
        Denominator<Unweighted<Mean>>().ShouldBe(3);
        Denominator<Unweighted<WeightedMean>>().ShouldBe(3);
    }

    [Fact]
    public void The_weighted_mean_divides_by_the_weights_of_the_rows_that_count() =>
        Denominator<Weighted<WeightedMean>>().ShouldBe(4 + ((double)0.1f * 0.3f));

    [Fact]
    public void The_sum_divides_by_nothing() => Denominator<Weighted<Sum>>().ShouldBe(1);

    [Fact]
    public void A_soft_row_weighs_its_weight_times_the_class_weights_of_its_targets()
    {
        float[] targets = [0.25f, 0.5f, 0.25f, 1, 0, 0, float.NaN, 0, 0];
        RowBatch<float, int> batch = new() { Targets = targets, Weights = new float[] { 2, 3, 0 }, ClassWeights = ClassWeights };
        double first = 2 * ((0.25 * 4) + (0.5 * 0.3f) + (0.25 * 8));

        double denominator = RowWeights.Denominator<TermlessRowKernel<WeightedSoftRows>, float, double, int>(in batch, new(3, 3));

        denominator.ShouldBe(first + (3 * 4), 1e-15);
    }

    [Fact]
    public void A_soft_row_of_many_classes_is_summed_to_its_end()
    {
        const int Classes = 1000;
        float[] targets = [.. Enumerable.Range(0, 2 * Classes).Select(i => i % 7 / 8f)];
        float[] classWeights = [.. Enumerable.Range(0, Classes).Select(j => j % 5 / 4f)];
        RowBatch<float, int> batch = new() { Targets = targets, Weights = new float[] { 1, 2 }, ClassWeights = classWeights };
        double expected = Enumerable.Range(0, 2 * Classes).Sum(i => (1 + (i / Classes)) * (double)targets[i] * classWeights[i % Classes]);

        double denominator = RowWeights.Denominator<TermlessRowKernel<WeightedSoftRows>, float, double, int>(in batch, new(2, Classes));

        denominator.ShouldBe(expected);
    }

    private static double[] OfRows<TShape>()
        where TShape : struct, IRowKernelShape
    {
        double[] weights = new double[Labels.Length];
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = RowWeights.Of<TermlessRowKernel<TShape>, float, double, int>(Batch(), row);
        }

        return weights;
    }

    private static double Denominator<TShape>()
        where TShape : struct, IRowKernelShape =>
        RowWeights.Denominator<TermlessRowKernel<TShape>, float, double, int>(Batch(), new(Labels.Length, ClassWeights.Length));

    private static RowBatch<float, int> Batch() => new() { Labels = Labels, Weights = Weights, ClassWeights = ClassWeights };

    private interface IReduction
    {
        static abstract Reduction Reduction { get; }
    }

    private readonly struct Mean : IReduction
    {
        public static Reduction Reduction => Reduction.Mean;
    }

    private readonly struct WeightedMean : IReduction
    {
        public static Reduction Reduction => Reduction.WeightedMean;
    }

    private readonly struct Sum : IReduction
    {
        public static Reduction Reduction => Reduction.Sum;
    }

    private readonly struct Weighted<TReduction> : IRowKernelShape
        where TReduction : struct, IReduction
    {
        public static LossRoles Roles => LossRoles.Value | LossRoles.Weights | LossRoles.ClassWeights;

        public static Reduction Reduction => TReduction.Reduction;
    }

    private readonly struct Unweighted<TReduction> : IRowKernelShape
        where TReduction : struct, IReduction
    {
        public static LossRoles Roles => LossRoles.Value;

        public static Reduction Reduction => TReduction.Reduction;
    }

    private readonly struct WeightedSoftRows : IRowKernelShape
    {
        public static LossRoles Roles => LossRoles.Value | LossRoles.Weights | LossRoles.ClassWeights;

        public static Reduction Reduction => Reduction.WeightedMean;

        public static bool HasLabels => false;
    }
}
