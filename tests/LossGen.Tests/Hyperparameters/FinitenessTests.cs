using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Hyperparameters;

/// <summary>Loss, gradient and hessian of every finite logit are finite, whatever the exponent.</summary>
public sealed class FinitenessTests
{
    private static readonly float[] Gammas = [0, 1e-30f, 0.1f, 0.5f, 1, 1.5f, 2, 3.7f, 16, 1000];

    private static readonly float[] Shifts = [0, 1e-18f, 1e-6f, 0.05f, 0.5f, 0.999999f];

    private static readonly float[] Logits =
    [
        0, 1e-45f, -1e-45f, 1e-30f, 87, -87, 88, -88, 88.8f, -88.8f, 104, -104, 745, -745, 1e30f, -1e30f, float.MaxValue, float.MinValue,
        -2.944439f, 2.944439f, 13.8155f, -13.8155f, .. Enumerable.Range(-1200, 2401).Select(i => i / 10f),
        .. Enumerable.Range(-40, 81).Select(i => -2.944439f + (i * 2.4e-7f)),
    ];

    public static TheoryData<float, float> Values
    {
        get
        {
            TheoryData<float, float> data = [];
            foreach (float gamma in Gammas)
            {
                foreach (float shift in Shifts)
                {
                    data.Add(gamma, shift);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void One_value(float gamma, float shift)
    {
        ClassValues values = new(new(1, gamma, shift, 0.5f), new(1, gamma, shift, 0.5f));
        foreach (float target in new[] { 0, 1, 0.3f })
        {
            ShouldBeFinite(Results<float>.Of<float>(values.Single, Logits, Enumerable.Repeat(target, Logits.Length).ToArray()), gamma, shift);
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void One_value_in_double_precision(float gamma, float shift)
    {
        ClassValues values = new(new(1, gamma, shift, 0.5f), new(1, gamma, shift, 0.5f));
        double[] logits = [.. Logits.Select(z => (double)z), 708, -708, 709.5, -709.5, 1e300, -1e300, double.Epsilon, double.MaxValue];
        foreach (double target in new[] { 0, 1, 0.3 })
        {
            Results<double> results = Results<double>.Of<double>(values.Double, logits, Enumerable.Repeat(target, logits.Length).ToArray());
            results.Losses.Concat(results.Gradient).Concat(results.Hessian).ShouldAllBe(x => double.IsFinite(x), $"gamma {gamma}, shift {shift}");
        }
    }

    [Fact]
    public void A_logit_that_is_no_number_gives_none_at_that_element_only()
    {
        ClassValues values = Classes.All[4];
        float[] logits = Enumerable.Repeat(1f, 100).ToArray();
        logits[42] = float.NaN;
        Results<float> results = Results<float>.Of<float>(values.Single, logits, new float[100]);
        double.IsNaN(results.Value).ShouldBeTrue();
        Enumerable.Range(0, 100).Where(i => float.IsNaN(results.Losses[i]) || float.IsNaN(results.Gradient[i]) || float.IsNaN(results.Hessian[i])).ShouldBe([42]);
    }

    [Fact]
    public void Infinite_logits_give_the_limits()
    {
        foreach (ClassValues values in Classes.All.Where(c => c.Positive.Shift == 0 && c.Negative.Shift == 0))
        {
            Results<float> results = Results<float>.Of<float>(
                values.Single, [float.PositiveInfinity, float.NegativeInfinity, float.PositiveInfinity, float.NegativeInfinity], [1, 0, 0, 1]);
            results.Losses[..2].ShouldBe([0, 0]);
            results.Losses[3].ShouldBe(float.PositiveInfinity * values.Positive.Weight);
            results.Gradient.ShouldBe([0, 0, values.Negative.Weight, -values.Positive.Weight]);
            results.Hessian.ShouldAllBe(h => h == 0);
        }
    }

    [Fact]
    public void A_probability_of_0_or_1_that_is_right_costs_nothing()
    {
        foreach (float gamma in Gammas)
        {
            foreach (float shift in Shifts)
            {
                Results<float> results = Results<float>.Of<float>(
                    (p, y, g, h, l) => RunTimeLosses.OfProbabilities(p, y, gamma, gamma, shift, g, h, l), [0, 1], [0, 1]);
                results.Losses.ShouldBe([0, 0]);
                results.Gradient.ShouldBe(gamma > 0 ? [0, 0] : [shift == 0 ? 1 : 0, -1], $"gamma {gamma}, shift {shift}");
                results.Hessian.ShouldAllBe(h => float.IsFinite(h), $"gamma {gamma}, shift {shift}");
            }
        }
    }

    private static void ShouldBeFinite(Results<float> results, float gamma, float shift)
    {
        for (int i = 0; i < Logits.Length; i++)
        {
            bool isFinite = float.IsFinite(results.Losses[i]) && float.IsFinite(results.Gradient[i]) && float.IsFinite(results.Hessian[i]);
            isFinite.ShouldBeTrue($"gamma {gamma}, shift {shift}, z = {Logits[i]:R}: {results.Losses[i]}, {results.Gradient[i]}, {results.Hessian[i]}");
        }
    }
}
