using System;
using System.Linq;
using LossGen.Tests.Losses;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Hyperparameters;

/// <summary>Hyperparameters that mean nothing change nothing, though the kernel does not know them.</summary>
public sealed class IdentityTests
{
    private static readonly ClassValues None = new(new(1, 0, 0, 0), new(1, 0, 0, 0));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Gamma_and_shift_zero_are_cross_entropy_to_1_ulp(float target)
    {
        float[] logits = [.. RandomBatch.Logits, .. Enumerable.Range(-880, 1761).Select(i => i / 10f), 1e-30f, -200, 200, 3e38f, -3e38f, float.PositiveInfinity, float.NegativeInfinity];
        float[] targets = Enumerable.Repeat(target, logits.Length).ToArray();
        Results<float> expected = Results<float>.Of<float>(RunTimeLosses.CrossEntropy, logits, targets);
        Results<float> actual = Results<float>.Of<float>(None.Single, logits, targets);

        actual.Losses.ShouldBe(expected.Losses);
        for (int i = 0; i < logits.Length; i++)
        {
            ShouldBeWithin1Ulp(actual.Gradient[i], expected.Gradient[i], logits[i]);
            ShouldBeWithin1Ulp(actual.Hessian[i], expected.Hessian[i], logits[i]);
        }
    }

    [Fact]
    public void A_shift_of_zero_does_not_lose_the_logarithm_of_a_small_probability()
    {
        float[] logits = [-90, -100, -1000, -1e30f];
        float[] ones = [1, 1, 1, 1];
        ClassValues focused = new(new(1, 2, 0, 0), new(1, 2, 0, 0));
        Results<float>.Of<float>(None.Single, logits, ones).Losses.ShouldBe([90, 100, 1000, 1e30f]);
        Results<float>.Of<float>(focused.Single, logits, ones).Losses.ShouldBe([90, 100, 1000, 1e30f]);
        Results<float>.Of<float>(focused.Single, logits, ones).Gradient.ShouldBe([-1, -1, -1, -1]);
    }

    private static void ShouldBeWithin1Ulp(float actual, float expected, float logit)
    {
        double ulp = FloatingPointFormat.Of<float>().Ulp(Math.Abs(expected));
        Math.Abs(actual - (double)expected).ShouldBeLessThanOrEqualTo(ulp, $"z = {logit:R}: {actual:R} and {expected:R}");
    }
}
