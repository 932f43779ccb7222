using System;
using System.Linq;
using LossGen.Tests.Losses;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>Declarations that mean the same compute the same.</summary>
public sealed class IdentityTests
{
    private const int Classes = 8;
    private const int Length = 5000 * Classes;

    private static readonly float[] Logits = Uniform(1, Length, -20, 20);
    private static readonly float[] Soft = Uniform(2, Length, 0, 1);
    private static readonly float[] Hard = Array.ConvertAll(Soft, y => MathF.Round(y));

    [Fact]
    public void Focal_with_gamma_zero_is_cross_entropy() =>
        ShouldBeSame(IdentityLosses.FocalWithGammaZero, SingleLosses.CrossEntropy);

    [Fact]
    public void Asymmetric_without_shift_and_with_equal_gammas_is_focal() =>
        ShouldBeSame(IdentityLosses.AsymmetricWithoutShift, SingleLosses.Focal);

    [Fact]
    public void Poly_with_coefficients_zero_is_cross_entropy() =>
        ShouldBeSame(IdentityLosses.PolyWithCoefficientsZero, SingleLosses.CrossEntropy);

    [Fact]
    public void Poly_focal_with_coefficient_zero_is_focal() =>
        ShouldBeSame(IdentityLosses.PolyFocalWithCoefficientZero, SingleLosses.Focal);

    [Fact]
    public void Label_smoothing_by_zero_is_none() =>
        ShouldBeSame(IdentityLosses.SmoothedByZero, SingleLosses.CrossEntropy);

    [Fact]
    public void Label_smoothing_is_soft_targets()
    {
        // (1 - s) y + s / 2 is exact for s = 1/2 and targets of few bits
        float[] targets = Array.ConvertAll(Soft, y => MathF.Round(8 * y) / 8);
        float[] smoothed = Array.ConvertAll(targets, y => (y / 2) + 0.25f);

        ShouldBeNear(
            Results<float>.Of<float>(IdentityLosses.FocalSmoothedByHalf, Logits, targets),
            Results<float>.Of<float>(SingleLosses.Focal, Logits, smoothed),
            LossesUnderTest.Of<float, float>(SingleLosses.Focal, SingleLosses.LossVariants).Configuration,
            smoothed);
    }

    [Fact]
    public void Selected_cross_entropy_is_the_blended_one_on_hard_targets() =>
        SelectedShouldBeBlended(OptionLosses.HardCrossEntropy, SingleLosses.CrossEntropy);

    [Fact]
    public void Selected_focal_is_the_blended_one_on_hard_targets() =>
        SelectedShouldBeBlended(OptionLosses.HardFocal, SingleLosses.Focal);

    [Fact]
    public void Selected_asymmetric_is_the_blended_one_on_hard_targets() =>
        SelectedShouldBeBlended(OptionLosses.HardAsymmetric, SingleLosses.Asymmetric);

    [Fact]
    public void Hard_targets_select_at_one_half()
    {
        Results<float> soft = Results<float>.Of<float>(OptionLosses.HardFocal, Logits, Soft);

        soft.IsSame(Results<float>.Of<float>(OptionLosses.HardFocal, Logits, Hard)).ShouldBeTrue();
    }

    [Fact]
    public void Byte_targets_count_as_one_above_zero()
    {
        byte[] targets = Array.ConvertAll(Hard, y => y == 1 ? (byte)1 : (byte)0);
        byte[] large = Array.ConvertAll(Hard, y => y == 1 ? (byte)255 : (byte)0);

        Results<float>.Of<byte>(SignatureLosses.ByteFocal, Logits, large)
            .IsSame(Results<float>.Of<byte>(SignatureLosses.ByteFocal, Logits, targets)).ShouldBeTrue();
    }

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
        float[] classWeights = Uniform(3, Classes, 0, 2);
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
        float[] weights = Uniform(4, Length, 0, 2);
        float[] classWeights = Uniform(5, Classes, 0, 2);
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

    private static float[] Uniform(int seed, int count, double low, double high)
    {
        Random random = new(seed);
        return Enumerable.Range(0, count).Select(_ => (float)(low + ((high - low) * random.NextDouble()))).ToArray();
    }

    private static void ShouldBeSame(LossMethod<float, float> disguised, LossMethod<float, float> loss) =>
        Results<float>.Of<float>(disguised, Logits, Soft).IsSame(Results<float>.Of<float>(loss, Logits, Soft)).ShouldBeTrue();

    private static void SelectedShouldBeBlended(LossMethod<float, float> selected, LossMethod<float, float> blended) => ShouldBeNear(
        Results<float>.Of<float>(selected, Logits, Hard),
        Results<float>.Of<float>(blended, Logits, Hard),
        LossesUnderTest.Of<float, float>(blended, SingleLosses.LossVariants).Configuration,
        Hard);

    /// <summary>Each within 4 ulp of the reference makes 8 between them.</summary>
    private static void ShouldBeNear(Results<float> a, Results<float> b, LossConfiguration configuration, float[] targets)
    {
        FloatingPointFormat format = FloatingPointFormat.Of<float>();
        for (int i = 0; i < Length; i++)
        {
            ElementReference reference = ElementReference.Of(configuration, format, Logits[i], targets[i], weight: 1);
            ShouldBeWithinUlp(a.Losses[i], b.Losses[i], reference.Loss);
            ShouldBeWithinUlp(a.Gradient[i], b.Gradient[i], reference.Gradient);
            ShouldBeWithinUlp(a.Hessian[i], b.Hessian[i], reference.Hessian!.Value);

            void ShouldBeWithinUlp(float x, float y, ReferenceInterval interval) => Math.Abs(x - y).ShouldBeLessThanOrEqualTo(
                (float)(8 * format.Ulp(interval.Magnitude)), FormattableString.Invariant($"z = {Logits[i]}, y = {targets[i]}"));
        }
    }
}
