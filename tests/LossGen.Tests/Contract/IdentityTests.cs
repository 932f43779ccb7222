using System;
using LossGen.Tests.Losses;
using LossGen.Tests.Losses.Custom;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>Declarations that mean the same compute the same.</summary>
public sealed class IdentityTests
{
    private static readonly float[] Logits = RandomBatch.Logits;
    private static readonly float[] Soft = RandomBatch.SoftTargets;
    private static readonly float[] Hard = RandomBatch.HardTargets;

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
    public void Asymmetric_loss_written_as_methods_is_the_declared_one() =>
        ShouldBeSame(HandWrittenLosses.Asymmetric, SingleLosses.Asymmetric);

    [Fact]
    public void Focal_loss_written_as_methods_is_the_declared_one() =>
        ShouldBeSame(HandWrittenLosses.Focal, SingleLosses.Focal);

    [Fact]
    public void Cross_entropy_written_as_two_methods_of_the_margin_is_the_selected_one() =>
        ShouldBeSame(MarginLosses.Logistic, OptionLosses.HardCrossEntropy);

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
        for (int i = 0; i < Logits.Length; i++)
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
