using System;
using System.Collections.Generic;
using System.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>Rows of logits at the ends of the range and beyond.</summary>
public sealed class TrueClassLimitsTests
{
    /// <summary>Rows that go through tiles, through one chunk and through several.</summary>
    public static IEnumerable<object[]> ClassCounts => ((int[])[2, 3, 10, 33, 200, 9500]).Select(k => new object[] { k });

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Finite_logits_have_finite_results(int classes)
    {
        Random random = new(classes);
        float[] singles = [3e38f, -3e38f, float.MaxValue, float.MinValue, 0, 88, -88, float.Epsilon];
        RowRun<float> single = new RowRun<float>(
            [.. Enumerable.Range(0, 50 * classes).Select(_ => singles[random.Next(singles.Length)])], RowInputs.Labels(random, 50, classes))
            .Call<FocalTerm, AllOutputs>();
        ((float[])[.. single.Losses, .. single.Gradient, .. single.Hessian]).ShouldAllBe(x => float.IsFinite(x));
        double[] doubles = [1.7e308, -1.7e308, double.MaxValue, double.MinValue, 0, 709, -709, double.Epsilon];
        RowRun<double> twice = new RowRun<double>(
            [.. Enumerable.Range(0, 50 * classes).Select(_ => doubles[random.Next(doubles.Length)])], RowInputs.Labels(random, 50, classes))
            .Call<FocalTerm, AllOutputs>();
        ((double[])[.. twice.Losses, .. twice.Gradient, .. twice.Hessian]).ShouldAllBe(x => double.IsFinite(x));
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Equal_logits_share_equally(int classes)
    {
        foreach (float logit in (float[])[0, 3e38f, -3e38f, 17])
        {
            RowRun<float> run = new RowRun<float>([.. Enumerable.Repeat(logit, classes)], [1]).Call<CrossEntropyTerm, AllOutputs>();
            ((double)run.Losses[0]).ShouldBe(Math.Log(classes), 1e-6 * Math.Log(classes));
            double p = 1.0 / classes;
            for (int j = 0; j < classes; j++)
            {
                ((double)run.Gradient[j]).ShouldBe(j == 1 ? p - 1 : p, j == 1 ? 1e-6 : 1e-6 * p);
                ((double)run.Hessian[j]).ShouldBe(p * (1 - p), 1e-6 * p);
            }
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void The_complement_of_a_class_that_dominates_by_200_is_exact(int classes)
    {
        double[] logits = new double[classes];
        logits[classes - 1] = 200;
        double rest = (classes - 1) * Math.Exp(-200);
        RowRun<double> right = new RowRun<double>(logits, [classes - 1]).Call<CrossEntropyTerm, AllOutputs>();
        right.Losses[0].ShouldBe(rest, 1e-13 * rest);
        right.Gradient[classes - 1].ShouldBe(-rest, 1e-13 * rest);
        right.Gradient[0].ShouldBe(Math.Exp(-200), 1e-13 * Math.Exp(-200));
        right.Hessian[classes - 1].ShouldBe(rest, 1e-13 * rest);
        RowRun<double> wrong = new RowRun<double>(logits, [0]).Call<CrossEntropyTerm, AllOutputs>();
        wrong.Losses[0].ShouldBe(200);
        wrong.Gradient[classes - 1].ShouldBe(1);
        wrong.Hessian[classes - 1].ShouldBe(rest, 1e-13 * rest);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Masked_classes_have_no_derivatives_and_change_nothing(int classes)
    {
        Random random = new(classes);
        float[] logits = RowInputs.Logits<float>(random, classes, 3);
        float[] masked = [.. logits.SelectMany(z => (float[])[z, float.NegativeInfinity])];
        RowRun<float> expected = new RowRun<float>(logits, [1]).Call<FocalTerm, AllOutputs>();
        RowRun<float> actual = new RowRun<float>(masked, [2]).Call<FocalTerm, AllOutputs>();
        ((double)actual.Losses[0]).ShouldBe(expected.Losses[0], 1e-6 * expected.Losses[0]);
        for (int j = 0; j < classes; j++)
        {
            ((double)actual.Gradient[2 * j]).ShouldBe(expected.Gradient[j], 3e-6 * Math.Abs(expected.Gradient[j]));
            actual.Gradient[(2 * j) + 1].ShouldBe(0);
            actual.Hessian[(2 * j) + 1].ShouldBe(0);
        }
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void Where_all_others_are_masked_there_is_nothing_to_pay(int classes)
    {
        float[] logits = [.. Enumerable.Repeat(float.NegativeInfinity, classes)];
        logits[1] = -5;
        RowRun<float> run = new RowRun<float>(logits, [1]).Call<FocalTerm, AllOutputs>();
        run.Losses[0].ShouldBe(0);
        ((float[])[.. run.Gradient, .. run.Hessian]).ShouldAllBe(x => x == 0);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void An_infinite_logit_has_all_of_the_probability(int classes)
    {
        float[] logits = RowInputs.Logits<float>(new(classes), classes, 3);
        logits[1] = float.PositiveInfinity;
        RowRun<float> right = new RowRun<float>(logits, [1]).Call<CrossEntropyTerm, AllOutputs>();
        right.Losses[0].ShouldBe(0);
        ((float[])[.. right.Gradient, .. right.Hessian]).ShouldAllBe(x => x == 0);
        RowRun<float> wrong = new RowRun<float>(logits, [0]).Call<CrossEntropyTerm, AllOutputs>();
        wrong.Losses[0].ShouldBe(float.PositiveInfinity);
        wrong.Gradient[..2].ShouldBe([-1, 1]);
        wrong.Gradient[2..].ShouldAllBe(g => g == 0);
        wrong.Hessian.ShouldAllBe(h => h == 0);
    }

    [Theory]
    [MemberData(nameof(ClassCounts))]
    public void NaN_stays_in_its_row(int classes)
    {
        Random random = new(classes);
        float[] logits = RowInputs.Logits<float>(random, 40 * classes, 3);
        int[] labels = RowInputs.Labels(random, 40, classes);
        RowRun<float> clean = new RowRun<float>([.. logits], labels).Call<FocalTerm, AllOutputs>();
        for (int place = 0; place < classes; place += Math.Max(1, classes / 5))
        {
            float[] spoiled = [.. logits];
            spoiled[(17 * classes) + place] = float.NaN;
            RowRun<float> run = new RowRun<float>(spoiled, labels).Call<FocalTerm, AllOutputs>();
            run.Value.ShouldBe(double.NaN);
            run.Losses[17].ShouldBe(float.NaN);
            Range row = (17 * classes)..(18 * classes);
            ((float[])[.. run.Gradient[row], .. run.Hessian[row]]).ShouldAllBe(x => float.IsNaN(x));
            run.Losses[..17].ShouldBe(clean.Losses[..17]);
            run.Losses[18..].ShouldBe(clean.Losses[18..]);
            run.Gradient[..(17 * classes)].ShouldBe(clean.Gradient[..(17 * classes)]);
            run.Hessian[(18 * classes)..].ShouldBe(clean.Hessian[(18 * classes)..]);
        }
    }
}
