using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract.Rows;

/// <summary>Extreme, equal, masked and missing logits.</summary>
public sealed class RowSpecialLogitTests
{
    private const int Classes = 19;

    public static TheoryData<string> Names => RowLossesUnderTest.SingleNames;

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_is_finite_for_every_finite_logit(string name)
    {
        float[] extremes = [3e38f, -3e38f, float.MaxValue, float.MinValue, 200, -200, 0, float.Epsilon];
        LossVariant<float> loss = RowLossesUnderTest.Single.Named(name);
        Random random = new(5);
        float[] logits = [.. Enumerable.Range(0, 200 * Classes).Select(i => i % 3 == 0 ? extremes[random.Next(extremes.Length)] : random.Next(-9, 9))];
        LossArguments<float> batch = RowBatches.Of(loss.Configuration, logits, [.. Enumerable.Range(0, 200).Select(row => (long)(row % Classes))], Classes);

        loss.Invoke(batch);

        // the loss of a class that is 6E38 below another one is beyond the type
        batch.Losses.ShouldAllBe(value => !float.IsNaN(value));
        batch.Gradient.ShouldAllBe(value => float.IsFinite(value));
        batch.Hessian.ShouldAllBe(value => float.IsFinite(value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equal_logits_and_a_dominant_one_are_within_four_ulp(string name)
    {
        LossVariant<float> loss = RowLossesUnderTest.Single.Named(name);
        foreach (float dominant in new[] { 0, 50, 87, 200 })
        {
            float[] logits = new float[4 * Classes];
            Array.Fill(logits, -3.5f);
            logits[Classes + 4] += dominant;
            logits[(2 * Classes) + 7] += dominant;
            LossArguments<float> batch = RowBatches.Of(loss.Configuration, logits, [3, 4, 4, loss.Configuration.IgnoreLabel], Classes);

            loss.Invoke(batch);

            // what is below exp(-87) may be 0
            for (int row = 0; row < 3 && dominant <= 87; row++)
            {
                RowBatches.ShouldAgree(loss.Configuration, batch, row, Enumerable.Range(0, Classes), name);
            }

            batch.Gradient.ShouldAllBe(value => float.IsFinite(value));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_masked_class_takes_no_part(string name)
    {
        LossVariant<float> loss = RowLossesUnderTest.Single.Named(name);
        if (loss.Configuration.LabelSmoothing > 0)
        {
            // every class has a share there, that of the masked one is infinite
            return;
        }

        LossArguments<float> masked = RowBatches.Random<float>(loss.Configuration, 5, Classes, 10, seed: 3);
        for (int row = 0; row < 5; row++)
        {
            // neither the label nor the class after it, which the soft targets have
            masked.Input[(row * Classes) + (((int)Math.Max(masked.LongLabels[row], 0) + 2) % Classes)] = float.NegativeInfinity;
        }

        loss.Invoke(masked);

        for (int i = 0; i < masked.Input.Length; i++)
        {
            if (float.IsNegativeInfinity(masked.Input[i]))
            {
                masked.Gradient[i].ShouldBe(0);
                masked.Hessian[i].ShouldBe(0);
            }
        }

        RowBatches.ShouldAgree(loss.Configuration, masked, 0, Enumerable.Range(0, Classes), name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_stays_in_its_row(string name)
    {
        LossVariant<float> loss = RowLossesUnderTest.Single.Named(name);
        LossArguments<float> clean = RowBatches.Random<float>(loss.Configuration, 5, Classes, 10, seed: 4);
        LossArguments<float> dirty = RowBatches.Random<float>(loss.Configuration, 5, Classes, 10, seed: 4);
        dirty.Input[(2 * Classes) + 11] = float.NaN;

        loss.Invoke(clean);
        double value = loss.Invoke(dirty);

        value.ShouldBe(double.NaN);
        dirty.Losses[2].ShouldBe(float.NaN);
        dirty.Gradient.AsSpan(2 * Classes, Classes).ToArray().ShouldAllBe(gradient => float.IsNaN(gradient));
        dirty.Hessian.AsSpan(2 * Classes, Classes).ToArray().ShouldAllBe(hessian => float.IsNaN(hessian));
        Results<float>.Same(dirty.Gradient.AsSpan(0, 2 * Classes), clean.Gradient.AsSpan(0, 2 * Classes)).ShouldBeTrue();
        Results<float>.Same(dirty.Gradient.AsSpan(3 * Classes), clean.Gradient.AsSpan(3 * Classes)).ShouldBeTrue();
        dirty.Losses[3].ShouldBe(clean.Losses[3]);
    }

    [Fact]
    public void An_infinite_logit_gives_the_exact_limit()
    {
        float[] logits = [0, float.PositiveInfinity, 1, 0, float.PositiveInfinity, 1];
        float[] gradient = new float[6];
        float[] hessian = new float[6];
        float[] losses = new float[2];

        RowLosses.CrossEntropy(logits, [1, 0], gradient, hessian, losses);

        losses.ShouldBe([0, float.PositiveInfinity]);
        gradient.ShouldBe([0, 0, 0, -1, 1, 0]);
        hessian.ShouldAllBe(value => value == 0);
    }
}
