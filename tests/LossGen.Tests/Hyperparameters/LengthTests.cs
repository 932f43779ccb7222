using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Hyperparameters;

/// <summary>The results of an element do not depend on the length of the batch, its place in it or where the results go.</summary>
public sealed class LengthTests
{
    private static readonly float[] Logits = RandomBatch.Uniform(8, 70_000, -20, 20);

    private static readonly float[] Targets = RandomBatch.Uniform(9, 70_000, 0, 1);

    [Fact]
    public void One_value()
    {
        Results<float> whole = Results<float>.Of<float>(Classes.All[4].Single, Logits, Targets);
        foreach (int length in Enumerable.Range(0, 68).Concat([383, 384, 385, 24_576, 24_577, 60_001]))
        {
            ShouldBePartOf(whole, Results<float>.Of<float>(Classes.All[4].Single, Logits.AsSpan(0, length), Targets.AsSpan(0, length)), length);
        }
    }

    [Fact]
    public void Values_per_class()
    {
        Results<float> whole = Results<float>.Of<float>(Classes.Single, Logits, Targets);
        foreach (int rows in Enumerable.Range(0, 68).Concat([384, 3511, 9999]))
        {
            int length = rows * Classes.All.Length;
            ShouldBePartOf(whole, Results<float>.Of<float>(Classes.Single, Logits.AsSpan(0, length), Targets.AsSpan(0, length)), length);
        }
    }

    [Fact]
    public void More_classes_than_a_block_has_elements()
    {
        const int classes = 1000;
        float[] gammas = RandomBatch.Uniform(6, classes, 0, 4);
        float[] weights = Enumerable.Repeat(1f, 3 * classes).ToArray();
        float[] gradient = new float[3 * classes], losses = new float[3 * classes], one = new float[1], loss = new float[1];
        RunTimeLosses.WeightedPerClass(
            Logits.AsSpan(0, 3 * classes), Targets.AsSpan(0, 3 * classes), weights, weights.AsSpan(0, classes), 1, gammas, gradient, losses);
        for (int i = 0; i < losses.Length; i++)
        {
            RunTimeLosses.WeightedPerClass(
                Logits.AsSpan(i, 1), Targets.AsSpan(i, 1), weights.AsSpan(0, 1), weights.AsSpan(0, 1), 1, gammas.AsSpan(i % classes, 1), one, loss);
            losses[i].ShouldBe(loss[0]);
        }
    }

    [Fact]
    public void The_gradient_may_replace_the_logits()
    {
        Results<float> apart = Results<float>.Of<float>(Classes.Single, Logits, Targets);
        float[] inPlace = [.. Logits];
        Classes.Single(inPlace, Targets, inPlace, new float[Logits.Length], new float[Logits.Length]).ShouldBe(apart.Value);
        inPlace.ShouldBe(apart.Gradient);
    }

    private static void ShouldBePartOf(Results<float> whole, Results<float> part, int length)
    {
        Results<float>.Same(part.Losses, whole.Losses.AsSpan(0, length)).ShouldBeTrue($"losses, length {length}");
        Results<float>.Same(part.Gradient, whole.Gradient.AsSpan(0, length)).ShouldBeTrue($"gradient, length {length}");
        Results<float>.Same(part.Hessian, whole.Hessian.AsSpan(0, length)).ShouldBeTrue($"hessian, length {length}");
    }
}
