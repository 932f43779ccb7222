using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>Element weights, class weights, and what the sum of the losses is divided by.</summary>
public sealed class WeightTests
{
    private const int Classes = RandomBatch.Classes;
    private const int Length = RandomBatch.Length;

    private static readonly float[] Logits = RandomBatch.Logits;
    private static readonly float[] Soft = RandomBatch.SoftTargets;
    private static readonly float[] Hard = RandomBatch.HardTargets;

    [Fact]
    public void Weights_of_one_are_none()
    {
        float[] ones = Enumerable.Repeat(1f, Length).ToArray();
        float[] gradient = new float[Length];
        float[] losses = new float[Length];
        Results<float> unweighted = Results<float>.Of<float>(SingleLosses.CrossEntropy, Logits, Soft);

        SignatureLosses.ElementWeighted(Logits, Soft, ones, gradient, losses).ShouldBe(unweighted.Value);
        Results<float>.Same(gradient, unweighted.Gradient).ShouldBeTrue();
        Results<float>.Same(losses, unweighted.Losses).ShouldBeTrue();

        SignatureLosses.ClassWeighted(Logits, Soft, ones.AsSpan(0, Classes), gradient, losses).ShouldBe(unweighted.Value);
        Results<float>.Same(gradient, unweighted.Gradient).ShouldBeTrue();
        Results<float>.Same(losses, unweighted.Losses).ShouldBeTrue();
    }

    [Fact]
    public void Class_weights_are_element_weights_by_column()
    {
        float[] classWeights = RandomBatch.Uniform(3, Classes, 0, 2);
        float[] weights = Enumerable.Range(0, Length).Select(i => classWeights[i % Classes]).ToArray();
        float[] gradientByClass = new float[Length];
        float[] lossesByClass = new float[Length];
        float[] gradient = new float[Length];
        float[] losses = new float[Length];

        double byClass = SignatureLosses.ClassWeighted(Logits, Soft, classWeights, gradientByClass, lossesByClass);
        double byElement = SignatureLosses.ElementWeighted(Logits, Soft, weights, gradient, losses);

        byClass.ShouldBe(byElement);
        Results<float>.Same(gradientByClass, gradient).ShouldBeTrue();
        Results<float>.Same(lossesByClass, losses).ShouldBeTrue();
    }

    [Fact]
    public void Weight_zero_masks_any_logit()
    {
        float[] poison = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue];
        float[] logits = [.. Logits];
        float[] weights = Enumerable.Repeat(1f, Length).ToArray();
        double rest = 0;
        float[] gradient = new float[Length];
        float[] losses = new float[Length];
        Results<float> clean = Results<float>.Of<float>(SingleLosses.CrossEntropy, Logits, Soft);
        for (int i = 0; i < Length; i++)
        {
            if (i % 3 == 0)
            {
                weights[i] = 0;
                logits[i] = poison[i % poison.Length];
            }
            else
            {
                rest += clean.Losses[i];
            }
        }

        SignatureLosses.ElementWeighted(logits, Soft, weights, gradient, losses).ShouldBe(rest, 1e-12 * rest);

        for (int i = 0; i < Length; i++)
        {
            losses[i].ShouldBe(i % 3 == 0 ? 0 : clean.Losses[i]);
            gradient[i].ShouldBe(i % 3 == 0 ? 0 : clean.Gradient[i]);
        }
    }

    [Fact]
    public void Weighted_mean_is_the_weighted_sum_by_the_sum_of_weights()
    {
        float[] weights = RandomBatch.Uniform(4, Length, 0, 2);
        float[] classWeights = RandomBatch.Uniform(5, Classes, 0, 2);
        byte[] targets = Array.ConvertAll(Hard, y => (byte)y);
        float[] losses = new float[Length];
        float[] gradient = new float[Length];
        Results<float> unweighted = Results<float>.Of<float>(SingleLosses.CrossEntropy, Logits, Hard);
        double sum = 0;
        double denominator = 0;
        for (int i = 0; i < Length; i++)
        {
            double weight = (double)weights[i] * classWeights[i % Classes];
            sum += weight * unweighted.Losses[i];
            denominator += weight;
        }

        double mean = SignatureLosses.EveryRole(Logits, targets, weights, classWeights, gradient, new float[Length], losses);

        mean.ShouldBe(sum / denominator, 3e-7 * sum / denominator);
        for (int i = 0; i < Length; i++)
        {
            double weight = (double)weights[i] * classWeights[i % Classes];
            double expected = weight * unweighted.Gradient[i] / denominator;
            Math.Abs(gradient[i] - expected).ShouldBeLessThanOrEqualTo(8 * Math.ScaleB(Math.Abs(expected), -23));
        }
    }

    [Fact]
    public void Weights_that_are_all_zero_give_zero()
    {
        float[] gradient = Enumerable.Repeat(1f, Length).ToArray();
        float[] hessian = Enumerable.Repeat(1f, Length).ToArray();

        SignatureLosses.WeightedMean(Logits, Soft, new float[Length], gradient, hessian).ShouldBe(0);

        gradient.ShouldAllBe(g => g == 0);
        hessian.ShouldAllBe(h => h == 0);
    }

    [Fact]
    public void An_empty_batch_gives_zero()
    {
        SignatureLosses.Value([], []).ShouldBe(0);
        SignatureLosses.Weighted([], [], [], []).ShouldBe(0);
        SignatureLosses.WeightedMean([], [], [], [], []).ShouldBe(0);
        SignatureLosses.ClassWeightedMean([], [], [], []).ShouldBe(0);
    }

    [Fact]
    public void Mean_is_the_sum_by_the_number_of_elements()
    {
        float[] gradient = new float[Length];
        Results<float> sum = Results<float>.Of<float>(SingleLosses.Asymmetric, Logits, Hard);

        SignatureLosses.Gradient(Logits, Hard, gradient);
        float mean = SignatureLosses.Value(Logits, Hard);

        mean.ShouldBe((float)(Results<float>.Of<float>(SingleLosses.CrossEntropy, Logits, Hard).Value / Length));
        for (int i = 0; i < Length; i++)
        {
            // each within 4 ulp of the reference makes 8 between them
            double expected = sum.Gradient[i] / (double)Length;
            Math.Abs(gradient[i] - expected).ShouldBeLessThanOrEqualTo((8 * Math.ScaleB(Math.Abs(expected), -23)) + Math.ScaleB(1, -126));
        }
    }
}
