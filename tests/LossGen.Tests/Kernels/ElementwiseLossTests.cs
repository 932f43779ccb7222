using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels;

public sealed class ElementwiseLossTests
{
    private const float Canary = -12345;
    private const int Margin = 64;

    public static TheoryData<int> Lengths
    {
        get
        {
            IEnumerable<int> boundaries = new[] { 192, 384, 768, 64 * 384, 128 * 384 }.SelectMany(n => new[] { n - 1, n, n + 1, n + 63 });
            return new TheoryData<int>(Enumerable.Range(0, 68).Concat(boundaries));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_element_gets_its_results_and_no_other_memory_is_touched(int n)
    {
        float[] logits = Values(n, 1);
        float[] targets = Values(n, 2);
        float[] gradient = Fenced(n);
        float[] hessian = Fenced(n);
        float[] losses = Fenced(n);

        double loss = Evaluate<EveryOutput>(new()
        {
            Input = logits,
            Targets = targets,
            Gradient = Inside(gradient, n),
            Hessian = Inside(hessian, n),
            Losses = Inside(losses, n),
        });

        float scale = (float)(1.0 / n);
        double sum = 0;
        for (int i = 0; i < n; i++)
        {
            float difference = logits[i] - targets[i];
            gradient[Margin + i].ShouldBe(2 * difference * scale);
            hessian[Margin + i].ShouldBe(2 * scale);
            losses[Margin + i].ShouldBe(difference * difference);
            sum += losses[Margin + i];
        }

        loss.ShouldBe(n == 0 ? 0 : sum / n, 1e-13);
        foreach (float[] output in new[] { gradient, hessian, losses })
        {
            output.Take(Margin).Concat(output.Skip(Margin + n)).ShouldAllBe(value => value == Canary);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Outputs_in_place_of_inputs_are_the_same_as_apart(int n)
    {
        float[] logits = Values(n, 3);
        float[] targets = Values(n, 4);
        float[] gradient = new float[n];
        float[] hessian = new float[n];
        float[] losses = new float[n];
        double apart = Evaluate<EveryOutput>(new() { Input = logits, Targets = targets, Gradient = gradient, Hessian = hessian, Losses = losses });

        double inPlace = Evaluate<EveryOutput>(new() { Input = logits, Targets = targets, Gradient = logits, Hessian = new float[n], Losses = targets });

        inPlace.ShouldBe(apart);
        logits.ShouldBe(gradient);
        targets.ShouldBe(losses);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Double_precision_with_byte_targets_goes_the_same_way(int n)
    {
        double[] probabilities = Values(n, 10).Select(value => (double)value).ToArray();
        byte[] targets = Values(n, 11).Select(value => value > 0.5f ? (byte)1 : (byte)0).ToArray();
        double[] gradient = new double[n];

        double loss = ElementwiseLoss.Evaluate<ByteSquaredErrorKernel, double, byte>(new()
        {
            Input = probabilities,
            Targets = targets,
            Gradient = gradient,
        });

        double[] differences = probabilities.Select((p, i) => p - targets[i]).ToArray();
        gradient.ShouldBe(differences.Select(difference => 2 * difference));
        double sum = differences.Sum(difference => difference * difference);
        loss.ShouldBe(sum, 1e-13 * Math.Max(1, sum));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(80)]
    [InlineData(383)]
    [InlineData(385)]
    [InlineData(1000)]
    public void Weights_are_the_product_of_element_and_column(int classes)
    {
        int n = classes * (1 + (1500 / classes));
        float[] logits = Values(n, 5);
        float[] targets = Values(n, 6);
        float[] weights = Values(n, 7);
        float[] classWeights = Values(classes, 8);
        float[] gradient = new float[n];
        float[] losses = new float[n];

        double loss = Evaluate<EveryRole>(new()
        {
            Input = logits,
            Targets = targets,
            Weights = weights,
            ClassWeights = classWeights,
            Gradient = gradient,
            Hessian = new float[n],
            Losses = losses,
        });

        float scale = (float)(1.0 / n);
        for (int i = 0; i < n; i++)
        {
            float weight = classWeights[i % classes] * weights[i];
            float difference = logits[i] - targets[i];
            gradient[i].ShouldBe(2 * weight * difference * scale);
            losses[i].ShouldBe(weight * difference * difference);
        }

        loss.ShouldBe(losses.Sum(value => (double)value) / n, 1e-13);
    }

    [Fact]
    public void Weighted_mean_divides_by_the_sum_of_element_weights()
    {
        float[] gradient = new float[3];

        double loss = Evaluate<WeightedMeanOfElements>(new()
        {
            Input = [1, 2, 3],
            Targets = [0, 0, 0],
            Weights = [1, 0.5f, 2.5f],
            Gradient = gradient,
        });

        loss.ShouldBe((1 + (0.5 * 4) + (2.5 * 9)) / 4);
        gradient.ShouldBe([0.5f, 0.5f, 3.75f]);
    }

    [Fact]
    public void Weighted_mean_divides_by_the_sum_of_class_weights_over_all_rows()
    {
        double loss = Evaluate<WeightedMeanOfClasses>(new()
        {
            Input = [1, 2, 3, 4],
            Targets = [0, 0, 0, 0],
            ClassWeights = [1, 3],
            Gradient = new float[4],
        });

        loss.ShouldBe((1 + (3 * 4) + 9 + (3 * 16)) / 8.0);
    }

    [Fact]
    public void Weighted_mean_without_weights_is_the_mean()
    {
        float[] gradient = new float[2];

        Evaluate<WeightedMeanWithoutWeights>(new() { Input = [1, 2], Targets = [0, 0], Gradient = gradient }).ShouldBe(2.5);

        gradient.ShouldBe([1f, 2f]);
    }

    [Fact]
    public void Weights_that_are_all_zero_give_zero_even_for_infinite_losses()
    {
        float[] gradient = [Canary, Canary, Canary];

        double loss = Evaluate<WeightedMeanOfElements>(new()
        {
            Input = [float.NaN, float.PositiveInfinity, 1],
            Targets = [0, 0, 0],
            Weights = [0, 0, 0],
            Gradient = gradient,
        });

        loss.ShouldBe(0);
        gradient.ShouldBe([0f, 0f, 0f]);
    }

    [Fact]
    public void An_element_of_weight_zero_is_masked_out()
    {
        double loss = Evaluate<WeightedMeanOfElements>(new()
        {
            Input = [float.NaN, 3],
            Targets = [0, 0],
            Weights = [0, 2],
            Gradient = new float[2],
        });

        loss.ShouldBe(9);
    }

    [Fact]
    public void Sum_is_neither_divided_nor_scaled() =>
        Evaluate<ValueOnly>(new() { Input = [1, 2, 3], Targets = [0, 0, 0] }).ShouldBe(14);

    [Fact]
    public void A_kernel_without_a_value_returns_zero()
    {
        float[] gradient = new float[2];

        Evaluate<GradientOnly>(new() { Input = [1, 2], Targets = [0, 0], Gradient = gradient }).ShouldBe(0);

        gradient.ShouldBe([1f, 2f]);
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        float[] values = Values(30_000, 9);
        float[] output = new float[3 * values.Length];
        float[] classWeights = [1, 2, 3];
        RunOnce();
        long before = GC.GetAllocatedBytesForCurrentThread();
        RunOnce();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);

        void RunOnce() => Evaluate<EveryRole>(new()
        {
            Input = values,
            Targets = values,
            Weights = values,
            ClassWeights = classWeights,
            Gradient = output.AsSpan(0, values.Length),
            Hessian = output.AsSpan(values.Length, values.Length),
            Losses = output.AsSpan(2 * values.Length),
        });
    }

    private static double Evaluate<TShape>(ElementwiseBatch<float, float> batch)
        where TShape : struct, IKernelShape => ElementwiseLoss.Evaluate<SquaredErrorKernel<TShape>, float, float>(in batch);

    private static float[] Values(int n, int seed)
    {
        Random random = new(seed);
        return Enumerable.Range(0, n).Select(_ => random.NextSingle()).ToArray();
    }

    private static float[] Fenced(int n) => Enumerable.Repeat(Canary, n + (2 * Margin)).ToArray();

    private static Span<float> Inside(float[] fenced, int n) => fenced.AsSpan(Margin, n);
}
