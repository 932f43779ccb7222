using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>What rows, weights and outputs have to do with each other.</summary>
public sealed class TrueClassRowsTests
{
    /// <summary>Rows that go through tiles, through passes over rows, through one chunk and through several.</summary>
    public static IEnumerable<object[]> ClassCounts => ((int[])[2, 3, 10, 16, 28, 29, 33, 128, 129, 500, 768, 769, 4609, 20000]).Select(k => new object[] { k });

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Each_row_of_many_has_the_bits_it_has_alone(int classes)
    {
        RowRun<float> all = Some<float>(classes).Call<FocalTerm, AllOutputs>();
        for (int row = 0; row < all.Labels.Length; row++)
        {
            Range range = (row * classes)..((row + 1) * classes);
            RowRun<float> alone = new RowRun<float>(all.Logits[range], [all.Labels[row]]).Call<FocalTerm, AllOutputs>();
            alone.Losses[0].ShouldBe(all.Losses[row]);
            alone.Gradient.ShouldBe(all.Gradient[range]);
            alone.Hessian.ShouldBe(all.Hessian[range]);
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Outputs_do_not_depend_on_which_others_are_asked_for(int classes)
    {
        RowRun<float> all = Some<float>(classes).Call<FocalTerm, AllOutputs>();
        Some<float>(classes).Call<FocalTerm, ValueOnly>().Value.ShouldBe(all.Value);
        Some<float>(classes).Call<FocalTerm, GradientOnly>().Gradient.ShouldBe(all.Gradient);
        Some<float>(classes).Call<FocalTerm, HessianOnly>().Hessian.ShouldBe(all.Hessian);
        RowRun<float> both = Some<float>(classes).Call<FocalTerm, ValueAndGradient>();
        both.Value.ShouldBe(all.Value);
        both.Gradient.ShouldBe(all.Gradient);
        both.Hessian.ShouldAllBe(h => h == 7);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void The_gradient_may_replace_the_logits(int classes)
    {
        RowRun<float> apart = Some<float>(classes).Call<FocalTerm, AllOutputs>();
        RowRun<float> inPlace = Some<float>(classes).InPlace().Call<FocalTerm, AllOutputs>();
        inPlace.Value.ShouldBe(apart.Value);
        inPlace.Gradient.ShouldBe(apart.Gradient);
        inPlace.Hessian.ShouldBe(apart.Hessian);
        inPlace.Losses.ShouldBe(apart.Losses);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Labels_may_be_long(int classes)
    {
        RowRun<double> ints = Some<double>(classes).Call<FocalTerm, AllOutputs>();
        RowRun<double> longs = Some<double>(classes);
        longs.Call<TermKernel<FocalTerm, AllOutputs>, long>([.. longs.Labels.Select(label => (long)label)]);
        longs.Value.ShouldBe(ints.Value);
        longs.Gradient.ShouldBe(ints.Gradient);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void A_gradient_row_sums_to_nothing(int classes)
    {
        RowRun<float> run = Some<float>(classes).Call<CrossEntropyTerm, ValueAndGradient>();
        for (int row = 0; row < run.Labels.Length; row++)
        {
            double[] gradient = [.. run.Gradient.Skip(row * classes).Take(classes).Select(g => (double)g)];
            gradient.Sum().ShouldBe(0, 2e-6 * Math.Abs(gradient[run.Labels[row]]), $"row {row}");
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Mean_divides_by_the_rows_that_count_and_weighted_mean_by_their_weights(int classes)
    {
        CheckWeighted<Everything>(classes, (rows, _) => rows);
        CheckWeighted<EverythingWeightedMean>(classes, (_, weights) => weights);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Ignored_rows_and_rows_of_weight_0_have_no_loss_and_no_derivatives_whatever_their_logits(int classes)
    {
        foreach (float value in (float[])[1, float.NaN, float.PositiveInfinity, float.NegativeInfinity])
        {
            RowRun<float> run = Some<float>(classes, rows: 20);
            run.Logits.AsSpan(2 * classes, 2 * classes).Fill(value);
            run.Labels[2] = -100;
            run = new RowRun<float>(run.Logits, run.Labels)
            {
                Weights = [.. Enumerable.Range(0, 20).Select(row => row == 3 ? 0f : 1f)],
                ClassWeights = [.. Enumerable.Repeat(1f, classes)],
            }.Call<FocalTerm, Everything>();
            run.Losses[2..4].ShouldAllBe(loss => loss == 0);
            run.Gradient[(2 * classes)..(4 * classes)].ShouldAllBe(g => g == 0);
            run.Hessian[(2 * classes)..(4 * classes)].ShouldAllBe(h => h == 0);
            run.Losses.Count(loss => loss > 0).ShouldBe(18);
            double.IsFinite(run.Value).ShouldBeTrue();
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Without_rows_that_count_all_is_0(int classes)
    {
        RowRun<float> run = Some<float>(classes);
        run.Labels.AsSpan().Fill(-100);
        run = new RowRun<float>(run.Logits, run.Labels)
        {
            Weights = [.. Enumerable.Repeat(2f, run.Labels.Length)],
            ClassWeights = [.. Enumerable.Repeat(1f, classes)],
        };
        run.Call<FocalTerm, Everything>().Value.ShouldBe(0);
        run.Call<FocalTerm, EverythingWeightedMean>().Value.ShouldBe(0);
        run.Gradient.ShouldAllBe(g => g == 0);
        run.Hessian.ShouldAllBe(h => h == 0);
        run.Losses.ShouldAllBe(loss => loss == 0);
    }

    [Fact]
    public void Without_rows_the_loss_is_0() => new RowRun<float>([], []).Call<FocalTerm, AllOutputs>().Value.ShouldBe(0);

    [Fact]
    public void Two_classes_are_the_sigmoid_loss()
    {
        double[] differences = [.. Enumerable.Range(-300, 601).Select(i => i / 7.0)];
        RowRun<double> run = new RowRun<double>(
            [.. differences.SelectMany(z => (double[])[0, z])], [.. Enumerable.Repeat(1, differences.Length)]).Call<FocalTerm, AllOutputs>();
        for (int row = 0; row < differences.Length; row++)
        {
            (double loss, double first, double second) = FocalTerm.At(differences[row]);
            run.Losses[row].ShouldBe(loss);
            run.Gradient[(2 * row)..(2 * (row + 1))].ShouldBe([-first, first]);
            run.Hessian[(2 * row)..(2 * (row + 1))].ShouldBe([second, second]);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(300)]
    public void Hyperparameters_per_class_are_those_of_the_true_class(int classes)
    {
        RowRun<float> plain = Some<float>(classes).Call<CrossEntropyTerm, AllOutputs>();
        RowRun<float> scaled = Some<float>(classes);
        float[] perClass = [.. Enumerable.Range(0, classes).Select(j => (j % 4) + 1f)];
        scaled.Call<PerClassKernel, int>(scaled.Labels, [4], perClass);
        for (int row = 0; row < plain.Labels.Length; row++)
        {
            double factor = 4 + perClass[plain.Labels[row]];
            ((double)scaled.Losses[row]).ShouldBe(factor * plain.Losses[row], 1e-6 * factor * plain.Losses[row]);
            int place = (row * classes) + plain.Labels[row];
            ((double)scaled.Gradient[place]).ShouldBe(factor * plain.Gradient[place], 1e-6 * factor * Math.Abs(plain.Gradient[place]));
        }
    }

    private static RowRun<T> Some<T>(int classes, int rows = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(classes);
        int count = rows == 0 ? Math.Clamp(20000 / classes, 2, 203) : rows;
        return new(RowInputs.Logits<T>(random, count * classes, 3), RowInputs.Labels(random, count, classes));
    }

    private static void CheckWeighted<TConfiguration>(int classes, Func<double, double, double> denominator)
        where TConfiguration : IRowConfiguration
    {
        RowRun<double> some = Some<double>(classes);
        int rows = some.Labels.Length;
        some.Labels[rows / 2] = -100;
        RowRun<double> run = new RowRun<double>(some.Logits, some.Labels)
        {
            Weights = [.. Enumerable.Range(0, rows).Select(row => (row + 1) % 3 / 2.0)],
            ClassWeights = [.. Enumerable.Range(0, classes).Select(j => 1 + (j % 5 / 4.0))],
            GradientScale = 8,
        }.Call<FocalTerm, TConfiguration>();
        double[] weights = [.. run.Labels.Select((label, row) => label < 0 ? 0 : run.Weights[row] * run.ClassWeights[label])];
        double divisor = denominator(rows - 1, weights.Sum());
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<double> logits = run.Logits.AsSpan(row * classes, classes);
            RowReference reference = RowReference.Of<FocalTerm>(logits, Math.Max(run.Labels[row], 0), weights[row]);
            sum += reference.Loss;
            run.Losses[row].ShouldBe(reference.Loss, 1e-12);
            for (int j = 0; j < classes; j++)
            {
                run.Gradient[(row * classes) + j].ShouldBe(8 * reference.Gradient[j] / divisor, 1e-12);
                run.Hessian[(row * classes) + j].ShouldBe(8 * reference.Hessian[j] / divisor, 1e-12);
            }
        }

        run.Value.ShouldBe(sum / divisor, 1e-12 * sum);
    }
}
