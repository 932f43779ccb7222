using System;
using System.Linq;
using System.Text.Json;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract.Rows;

/// <summary>What holds of every harmonized loss over rows.</summary>
public sealed class HarmonizedRowTests
{
    private const int Rows = 401;
    private const int Classes = 5;
    private const int IgnoreLabel = -100;

    private static readonly float[] Logits = RandomLogits(Rows * Classes, seed: 21);
    private static readonly int[] Labels = RandomLabels(Rows, Classes, seed: 22);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(33)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    public void Rows_of_any_length_are_weighed_by_the_definition(int classes)
    {
        float[] logits = RandomLogits(Rows * classes, seed: classes);
        int[] labels = RandomLabels(Rows, classes, seed: classes + 1);
        int?[] counting = Array.ConvertAll(labels, label => label == IgnoreLabel ? (int?)null : label);
        double[] widened = Array.ConvertAll(logits, z => (double)z);
        (double value, double[] losses, double[] gradient) = new HarmonizedRowReference(classes, bins: 12, momentum: 0).Next(widened, counting);

        (float[] g, float[] h, float[] l) = (new float[logits.Length], new float[logits.Length], new float[Rows]);
        double single = HarmonizedRowLosses.CrossEntropy(logits, labels, g, h, l);
        (double[] gd, double[] hd, double[] ld) = (new double[logits.Length], new double[logits.Length], new double[Rows]);
        double inDouble = HarmonizedRowLosses.CrossEntropy(widened, labels, gd, hd, ld);

        single.ShouldBe(value, 1e-6 * value);
        ShouldAgree(Array.ConvertAll(l, x => (double)x), losses, 2e-6);
        ShouldAgree(Array.ConvertAll(g, x => (double)x), gradient, 2e-6);
        inDouble.ShouldBe(value, 1e-13 * value);
        ShouldAgree(ld, losses, 1e-12);
        ShouldAgree(gd, gradient, 1e-12);
    }

    [Fact]
    public void Three_batches_with_one_average_are_weighed_by_the_definition()
    {
        HarmonizedRowReference reference = new(Classes, bins: 20, momentum: 0.6);
        GradientDensity density = new(20, momentum: 0.6);
        foreach (int step in new[] { 1, 2, 3 })
        {
            float[] logits = Array.ConvertAll(Logits, z => z / step);
            (double value, _, double[] expected) = reference.Next(
                Array.ConvertAll(logits, z => (double)z), Array.ConvertAll(Labels, label => label == IgnoreLabel ? (int?)null : label));
            float[] gradient = new float[logits.Length];
            HarmonizedRowLosses.Averaged(logits, Labels, gradient, density).ShouldBe(value, 1e-6 * value);
            ShouldAgree(Array.ConvertAll(gradient, x => (double)x), expected, 2e-6);
        }
    }

    [Fact]
    public void One_bin_is_the_plain_mean_bit_for_bit() =>
        Evaluate(HarmonizedRowLosses.OneBin, Logits, Labels).IsSame(Evaluate(HarmonizedRowLosses.Mean, Logits, Labels)).ShouldBeTrue();

    [Fact]
    public void Two_classes_are_the_elements_of_their_difference()
    {
        double[] differences = [.. RandomLogits(Rows, seed: 31).Select(z => (double)z)];
        byte[] targets = [.. RandomLogits(Rows, seed: 32).Select(z => z > 2 ? (byte)1 : (byte)0)];
        double[] logits = [.. differences.SelectMany(z => new[] { 0, z })];
        (double[] gradient, double[] hessian, double[] losses) = (new double[2 * Rows], new double[2 * Rows], new double[Rows]);
        double value = HarmonizedRowLosses.CrossEntropy(logits, [.. targets.Select(y => (int)y)], gradient, hessian, losses);

        Results<double> elements = Results<double>.Of<double>(HarmonizedLosses.CrossEntropy, differences, [.. targets.Select(y => (double)y)]);

        value.ShouldBe(elements.Value, 1e-13);
        ShouldAgree(losses, elements.Losses, 1e-13);
        ShouldAgree([.. gradient.Where((_, i) => i % 2 == 1)], elements.Gradient, 1e-13);
        ShouldAgree([.. gradient.Where((_, i) => i % 2 == 0).Select(g => -g)], elements.Gradient, 1e-13);
        ShouldAgree([.. hessian.Where((_, i) => i % 2 == 1)], elements.Hessian, 1e-13);
    }

    [Fact]
    public void Over_all_bins_the_weights_are_smaller_by_the_share_of_those_occupied()
    {
        // p is 0.5 everywhere: one bin of 64 is occupied
        float[] gradient = new float[8];
        HarmonizedRowLosses.OverAllBins(new float[8], [0, 1, 1, 0], gradient).ShouldBe((float)Math.Log(2) / 64, 1e-9);
        gradient.ShouldBe([.. new[] { -1, 1, 1, -1, 1, -1, -1, 1 }.Select(sign => sign * 0.5f / 4 / 64)]);
    }

    [Fact]
    public void The_corrected_average_of_a_first_batch_is_its_counts()
    {
        float[] corrected = new float[Logits.Length];
        float[] alone = new float[Logits.Length];
        double loss = HarmonizedRowLosses.Corrected(Logits, Labels, corrected, new GradientDensity(20, momentum: 0.75));
        loss.ShouldBe(HarmonizedRowLosses.Averaged(Logits, Labels, alone, new GradientDensity(20)));
        corrected.ShouldBe(alone);
    }

    [Fact]
    public void Masked_and_ignored_rows_count_nowhere()
    {
        float[] weights = [.. Enumerable.Range(0, Rows).Select(row => (row % 7) switch { 0 => 0, 1 => -1, 2 => float.NaN, 3 => 0.1f, _ => 7 })];
        int[] kept = [.. Enumerable.Range(0, Rows).Where(row => weights[row] > 0 && Labels[row] != IgnoreLabel)];
        float[] logits = [.. Logits.Select((z, i) => kept.Contains(i / Classes) ? z : float.NaN)];
        (float[] gradient, float[] losses) = (new float[Logits.Length], new float[Rows]);
        (float[] keptGradient, float[] keptLosses) = (new float[kept.Length * Classes], new float[kept.Length]);

        double loss = HarmonizedRowLosses.Masked(logits, Labels, weights, gradient, losses);
        double keptLoss = HarmonizedRowLosses.Masked(
            [.. kept.SelectMany(row => Row(Logits, row))], [.. kept.Select(row => Labels[row])], [.. kept.Select(_ => 1f)], keptGradient, keptLosses);

        loss.ShouldBe(keptLoss, 1e-13);
        kept.SelectMany(row => Row(gradient, row)).ShouldBe(keptGradient);
        kept.Select(row => losses[row]).ShouldBe(keptLosses);
        Enumerable.Range(0, Rows).Except(kept).ShouldAllBe(row => Row(gradient, row).All(g => g == 0) && losses[row] == 0);
    }

    [Fact]
    public void Nothing_and_all_ignored_or_masked_give_0()
    {
        HarmonizedRowLosses.Masked([], [], [], [], []).ShouldBe(0);
        float[] gradient = [1, 1, 1, 1, 1, 1];
        float[] losses = [1, 1, 1];
        HarmonizedRowLosses.Masked([float.NaN, 3, 1, 2, 1, float.NaN], [0, 1, IgnoreLabel], [0, -1, 1], gradient, losses).ShouldBe(0);
        gradient.ShouldAllBe(g => g == 0);
        losses.ShouldAllBe(l => l == 0);
        GradientDensity density = new(20, momentum: 0.5);
        HarmonizedRowLosses.Averaged([], [], [], density).ShouldBe(0);
        HarmonizedRowLosses.Averaged([1, 2], [IgnoreLabel], new float[2], density).ShouldBe(0);
        density.Updates.Sum().ShouldBe(0);
    }

    [Fact]
    public void NaN_stays_in_its_row_and_is_not_counted()
    {
        const int broken = 7;
        Labels[broken].ShouldNotBe(IgnoreLabel);
        float[] withNaN = [.. Logits];
        withNaN[(broken * Classes) + 2] = float.NaN;
        Results<float> results = Evaluate(HarmonizedRowLosses.CrossEntropy, withNaN, Labels);
        Results<float> without = Evaluate(
            HarmonizedRowLosses.CrossEntropy,
            [.. Logits.Where((_, i) => i / Classes != broken)],
            [.. Labels.Where((_, row) => row != broken)]);

        results.Value.ShouldBe(double.NaN);
        results.Losses[broken].ShouldBe(float.NaN);
        Row(results.Gradient, broken).ShouldAllBe(g => float.IsNaN(g));
        results.Gradient.Where((_, i) => i / Classes != broken).ShouldBe(without.Gradient);
        results.Hessian.Where((_, i) => i / Classes != broken).ShouldBe(without.Hessian);
        results.Losses.Where((_, row) => row != broken).ShouldBe(without.Losses);
    }

    [Fact]
    public void Rows_beyond_doubt_are_in_the_first_and_the_last_bin()
    {
        float[] logits = [float.PositiveInfinity, 0, float.NegativeInfinity, 0, float.MaxValue, -float.MaxValue, -float.MaxValue, float.MaxValue, 0, float.NegativeInfinity];
        GradientDensity density = new(20);
        HarmonizedRowLosses.Averaged(logits, [0, 0, 0, 0, 0], new float[10], density);
        density.Counts[0].ShouldBe(3);
        density.Counts[19].ShouldBe(2);
    }

    [Fact]
    public void The_gradient_may_replace_the_logits()
    {
        float[] expected = new float[Logits.Length];
        double loss = HarmonizedRowLosses.Averaged(Logits, Labels, expected, new GradientDensity(20));
        float[] memory = [.. Logits];
        HarmonizedRowLosses.Averaged(memory, Labels, memory, new GradientDensity(20)).ShouldBe(loss);
        memory.ShouldBe(expected);
    }

    [Fact]
    public void The_gradient_is_scaled_and_the_loss_is_not()
    {
        long[] labels = [.. Labels.Select(label => label == IgnoreLabel ? 255L : label)];
        float[] plain = new float[Logits.Length];
        float[] scaled = new float[Logits.Length];
        float loss = HarmonizedRowLosses.FocalOfLongLabels(Logits, labels, plain, 1);
        HarmonizedRowLosses.FocalOfLongLabels(Logits, labels, scaled, 4).ShouldBe(loss);
        scaled.ShouldBe(plain.Select(g => 4 * g));
    }

    [Fact]
    public void A_training_goes_on_from_a_saved_density_with_the_same_bits()
    {
        GradientDensity density = new(20, momentum: 0.9);
        HarmonizedRowLosses.Averaged(Logits, Labels, new float[Logits.Length], density);
        GradientDensity loaded = JsonSerializer.Deserialize<GradientDensity>(JsonSerializer.Serialize(density))!;
        float[] logits = Array.ConvertAll(Logits, z => z / 2);
        float[] expected = new float[Logits.Length];
        float[] actual = new float[Logits.Length];
        double loss = HarmonizedRowLosses.Averaged(logits, Labels, expected, density);
        HarmonizedRowLosses.Averaged(logits, Labels, actual, loaded).ShouldBe(loss);
        actual.ShouldBe(expected);
    }

    [Fact]
    public void The_densities_of_two_parts_are_that_of_the_batch()
    {
        const int first = 150;
        GradientDensity whole = new(20, momentum: 0.9);
        GradientDensity left = new(20, momentum: 0.9);
        GradientDensity right = new(20, momentum: 0.9);
        HarmonizedRowLosses.Averaged(Logits, Labels, new float[Logits.Length], whole);
        HarmonizedRowLosses.Averaged(Logits.AsSpan(0, first * Classes), Labels.AsSpan(0, first), new float[first * Classes], left);
        HarmonizedRowLosses.Averaged(Logits.AsSpan(first * Classes), Labels.AsSpan(first), new float[(Rows - first) * Classes], right);
        GradientDensity sum = left + right;
        sum.Counts.ShouldBe(whole.Counts);
        sum.Averages.ShouldBe(whole.Averages);
        sum.Counts.Sum().ShouldBe(Labels.Count(label => label != IgnoreLabel));
    }

    [Fact]
    public void Bad_input_is_refused_and_nothing_is_written()
    {
        float[] gradient = [7, 7];
        GradientDensity density = new(20);
        Should.Throw<ArgumentException>(() => HarmonizedRowLosses.Averaged([1, 2], [0], gradient, new GradientDensity(10))).ParamName.ShouldBe("density");
        Should.Throw<ArgumentNullException>(() => HarmonizedRowLosses.Averaged([1, 2], [0], gradient, null!)).ParamName.ShouldBe("density");
        Should.Throw<ArgumentOutOfRangeException>(() => HarmonizedRowLosses.Averaged([1, 2], [2], gradient, density)).ParamName.ShouldBe("labels");
        Should.Throw<ArgumentException>(() => HarmonizedRowLosses.Masked([1, 2], [0], [], gradient, new float[1])).ParamName.ShouldBe("weights");
        gradient.ShouldBe([7, 7]);
        density.Updates.Sum().ShouldBe(0);
    }

    private static void ShouldAgree(double[] actual, double[] expected, double relative)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            // 1 - p and the logarithm of p have an error of an ulp of 1 in the reference
            actual[i].ShouldBe(expected[i], (relative * Math.Abs(expected[i])) + 1e-14, FormattableString.Invariant($"[{i}]"));
        }
    }

    private static float[] Row(float[] values, int row) => values[(row * Classes)..((row + 1) * Classes)];

    private static Results<float> Evaluate(RowMethod<float> method, float[] logits, int[] labels)
    {
        (float[] gradient, float[] hessian, float[] losses) = (new float[logits.Length], new float[logits.Length], new float[labels.Length]);
        return new(method(logits, labels, gradient, hessian, losses), gradient, hessian, losses);
    }

    private static float[] RandomLogits(int length, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (float)((random.NextDouble() - 0.5) * 12))];
    }

    private static int[] RandomLabels(int rows, int classes, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, rows).Select(row => row % 9 == 4 ? IgnoreLabel : random.Next(classes))];
    }
}
