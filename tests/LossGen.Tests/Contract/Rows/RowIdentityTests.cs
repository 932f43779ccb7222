using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Tests.Losses;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract.Rows;

public sealed class RowIdentityTests
{
    private const int Classes = 13;
    private const int Rows = 50;

    public static TheoryData<string> Names => RowLossesUnderTest.SingleNames;

    [Fact]
    public void Gamma_zero_is_cross_entropy() => AreSame(RowIdentityLosses.GammaZero, RowLosses.CrossEntropy);

    [Fact]
    public void Poly_zero_is_cross_entropy() => AreSame(RowIdentityLosses.PolyZero, RowLosses.CrossEntropy);

    [Fact]
    public void Smoothing_zero_is_cross_entropy() => AreSame(RowIdentityLosses.SmoothingZero, RowLosses.CrossEntropy);

    [Fact]
    public void Negative_gamma_zero_is_smoothed_cross_entropy() => AreSame(RowIdentityLosses.SmoothedNegativeGammaZero, RowSmoothedLosses.CrossEntropy);

    [Fact]
    public void Two_classes_have_the_loss_of_their_difference()
    {
        float[] differences = [.. Enumerable.Range(0, 200).Select(i => (i - 100) * 0.5f)];
        float[] logits = [.. differences.SelectMany(z => new[] { 0, z })];
        float[] ones = [.. Enumerable.Repeat(1f, 200)];
        int[] labels = [.. Enumerable.Repeat(1, 200)];
        foreach ((RowMethod<float> rows, LossMethod<float, float> elements) in new (RowMethod<float>, LossMethod<float, float>)[]
        {
            (RowLosses.CrossEntropy, SingleLosses.CrossEntropy),
            (RowLosses.Focal, SingleLosses.Focal),
            (RowLosses.Poly1, SingleLosses.Poly1),
            (RowLosses.Poly3, SingleLosses.Poly3),
        })
        {
            (float[] gradient, float[] hessian, float[] losses) = (new float[400], new float[400], new float[200]);
            rows(logits, labels, gradient, hessian, losses);
            Results<float> expected = Results<float>.Of(elements, differences, ones);

            for (int i = 0; i < 200; i++)
            {
                ((double)losses[i]).ShouldBe(expected.Losses[i], (1e-6 * Math.Abs(expected.Losses[i])) + 1e-37);
                ((double)gradient[(2 * i) + 1]).ShouldBe(expected.Gradient[i], (1e-6 * Math.Abs(expected.Gradient[i])) + 1e-37);
                ((double)gradient[2 * i]).ShouldBe(-gradient[(2 * i) + 1], (1e-6 * Math.Abs(expected.Gradient[i])) + 1e-37);

                // the second derivative of a focal loss goes through 0
                ((double)hessian[(2 * i) + 1]).ShouldBe(expected.Hessian[i], (1e-5 * Math.Abs(expected.Hessian[i])) + 1e-7);
                ((double)hessian[2 * i]).ShouldBe(hessian[(2 * i) + 1], (1e-5 * Math.Abs(hessian[2 * i])) + 1e-7);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradients_of_a_row_sum_to_zero(string name)
    {
        LossVariant<float> loss = RowLossesUnderTest.Single.Named(name);
        LossArguments<float> batch = RowBatches.Random<float>(loss.Configuration, Rows, Classes, 20, seed: 8);

        loss.Invoke(batch);

        foreach (float[] row in batch.Gradient.Chunk(Classes))
        {
            // each is rounded to 4 ulp of its conditioned magnitude, which a handful of terms may exceed
            row.Sum(g => (double)g).ShouldBe(0, (2e-6 * row.Sum(g => Math.Abs((double)g))) + 1e-12, name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_may_be_the_memory_of_the_logits(string name)
    {
        LossVariant<float> loss = RowLossesUnderTest.Single.Named(name);
        LossArguments<float> apart = RowBatches.Random<float>(loss.Configuration, Rows, Classes, 20, seed: 9);
        LossArguments<float> source = RowBatches.Random<float>(loss.Configuration, Rows, Classes, 20, seed: 9);
        LossArguments<float> together = new()
        {
            Input = source.Input,
            Targets = source.Targets,
            BooleanTargets = [],
            ByteTargets = [],
            Labels = source.Labels,
            LongLabels = source.LongLabels,
            ClassCount = Classes,
            Weights = source.Weights,
            ClassWeights = source.ClassWeights,
            Hyperparameters = source.Hyperparameters,
            GradientScale = source.GradientScale,
            Gradient = source.Input,
            Hessian = source.Hessian,
            Losses = source.Losses,
        };

        double value = loss.Invoke(apart);

        loss.Invoke(together).ShouldBe(value);
        Results<float>.Same(together.Gradient, apart.Gradient).ShouldBeTrue();
        Results<float>.Same(together.Hessian, apart.Hessian).ShouldBeTrue();
        Results<float>.Same(together.Losses, apart.Losses).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_does_not_depend_on_those_beside_it(string name)
    {
        LossVariant<float> loss = RowLossesUnderTest.Single.Named(name);
        LossArguments<float> batch = RowBatches.Random<float>(loss.Configuration, Rows, Classes, 20, seed: 10);
        loss.Invoke(batch);
        foreach (int row in new[] { 0, 17, Rows - 1 })
        {
            LossArguments<float> alone = RowInputs.Single(batch);
            RowInputs.CopyRow(batch, row, alone);

            loss.Invoke(alone);

            Results<float>.Same(alone.Gradient, batch.Gradient.AsSpan(row * Classes, Classes)).ShouldBeTrue(name);
            Results<float>.Same(alone.Hessian, batch.Hessian.AsSpan(row * Classes, Classes)).ShouldBeTrue(name);
            alone.Losses[0].ShouldBe(batch.Losses[row]);
        }
    }

    private static void AreSame(RowMethod<float> actual, RowMethod<float> expected)
    {
        Random random = new(6);
        float[] logits = [.. Enumerable.Range(0, Rows * Classes).Select(_ => (float)((random.NextDouble() - 0.5) * 60))];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => random.Next(Classes))];
        List<float[]> outputs = [];
        foreach (RowMethod<float> method in new[] { actual, expected })
        {
            (float[] gradient, float[] hessian, float[] losses) = (new float[logits.Length], new float[logits.Length], new float[Rows]);
            double value = method(logits, labels, gradient, hessian, losses);
            outputs.Add([.. gradient, .. hessian, .. losses, (float)value]);
        }

        outputs[0].ShouldBe(outputs[1]);
    }
}
