using System;
using System.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>The losses that the library ships; <see cref="DeclaredLossTests"/> verifies their kernels.</summary>
public sealed class StandardLossTests
{
    private static readonly float[] logits = [-30, -4, -1, -0.1f, 0, 0.1f, 0.7f, 3, 5, 30];
    private static readonly float[] targets = [0, 1, 0.25f, 1, 0, 1, 0, 0.5f, 1, 0];

    [Fact]
    public void The_published_losses_are_there_in_single_and_in_double_precision()
    {
        string[] names =
        [
            "Asymmetric", "BalancedCrossEntropy", "CrossEntropy", "Focal", "Hill", "LabelSmoothedCrossEntropy", "Poly1", "Poly1Focal", "QualityFocal",
            "SingleLabelAsymmetric", "SoftmaxCrossEntropy", "SoftmaxCrossEntropy", "SoftmaxFocal", "SoftmaxFocal", "SoftmaxPoly1", "SoftmaxPoly1Focal",
            "WeightedSoftmaxCrossEntropy",
        ];

        StandardLosses.LossVariants.OfType<LossVariant<float>>().Select(variant => variant.Name).Order().ShouldBe(names.Select(name => "StandardLosses." + name));
        StandardLosses.LossVariants.OfType<LossVariant<double>>().Select(variant => variant.Name).Order().ShouldBe(names.Select(name => "StandardLosses." + name));
    }

    [Fact]
    public void Cross_entropy_of_even_odds_is_the_logarithm_of_two()
    {
        float[] gradient = new float[4];
        StandardLosses.CrossEntropy([0, 0, 0, 0], [0, 1, 0.5f, 0.25f], gradient).ShouldBe((float)Math.Log(2));
        gradient.ShouldBe([0.125f, -0.125f, 0, 0.0625f]);
    }

    [Fact]
    public void Focal_loss_without_focus_is_balanced_cross_entropy_and_without_balance_cross_entropy()
    {
        float[] gradient = new float[logits.Length], balanced = new float[logits.Length], plain = new float[logits.Length];

        float loss = StandardLosses.Focal(logits, targets, positiveGamma: 0, negativeGamma: 0, positiveWeight: 0.25f, negativeWeight: 0.75f, gradient);
        loss.ShouldBe(StandardLosses.BalancedCrossEntropy(logits, targets, 0.25f, 0.75f, balanced), 1e-6f * loss);
        ShouldBeClose(gradient, balanced);

        loss = StandardLosses.BalancedCrossEntropy(logits, targets, 1, 1, balanced);
        loss.ShouldBe(StandardLosses.CrossEntropy(logits, targets, plain), 1e-6f * loss);
        ShouldBeClose(balanced, plain);
    }

    [Fact]
    public void Asymmetric_loss_without_shift_is_focal_loss()
    {
        float[] gradient = new float[logits.Length], focal = new float[logits.Length];

        float loss = StandardLosses.Asymmetric(logits, targets, positiveGamma: 1, negativeGamma: 4, negativeShift: 0, gradient);
        loss.ShouldBe(StandardLosses.Focal(logits, targets, 1, 4, 1, 1, focal), 1e-6f * loss);
        ShouldBeClose(gradient, focal);
    }

    [Fact]
    public void Poly_losses_add_their_polynomial()
    {
        float[] gradient = new float[logits.Length], plain = new float[logits.Length];

        float loss = StandardLosses.Poly1(logits, targets, positivePoly: 0, negativePoly: 0, gradient);
        loss.ShouldBe(StandardLosses.CrossEntropy(logits, targets, plain), 1e-6f * loss);
        ShouldBeClose(gradient, plain);

        // log 2 + epsilon / 2
        StandardLosses.Poly1([0], [1], positivePoly: 3, negativePoly: 0, new float[1]).ShouldBe((float)(Math.Log(2) + 1.5), 1e-6f);

        // (log 2 + epsilon / 2) / 4
        StandardLosses.Poly1Focal([0], [0], 2, 2, 1, 1, positivePoly: 0, negativePoly: 3, new float[1]).ShouldBe((float)((Math.Log(2) + 1.5) / 4), 1e-6f);
    }

    [Fact]
    public void Hill_loss_of_a_negative_turns_where_lambda_says()
    {
        // d (lambda - p) p^2 / dp = 0 at p = 2 lambda / 3
        double turn = Math.Log(0.8 / 0.2);
        double[] gradient = new double[1];
        StandardLosses.Hill([turn], [0], lambda: 1.2, margin: 1, gamma: 2, gradient).ShouldBe((1.2 - 0.8) * 0.64, 1e-14);
        gradient[0].ShouldBe(0, 1e-14);
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(1)]
    [InlineData(2)]
    public void Quality_focal_loss_is_0_where_the_prediction_is_the_target_and_has_its_minimum_there(float beta)
    {
        float[] gradient = new float[3];
        StandardLosses.QualityFocal([0, 0, 0], [0.5f, 0.5f, 0.5f], beta, gradient).ShouldBe(0);
        gradient.ShouldAllBe(slope => slope == 0);
    }

    [Fact]
    public void Quality_focal_loss_of_hard_targets_is_focal_loss()
    {
        float[] hard = [.. targets.Select(target => target > 0.5f ? 1f : 0f)];
        float[] gradient = new float[logits.Length], focal = new float[logits.Length];
        float loss = StandardLosses.QualityFocal(logits, hard, beta: 2, gradient);
        loss.ShouldBe(StandardLosses.Focal(logits, hard, 2, 2, 1, 1, focal), 1e-6f * loss);
        ShouldBeClose(gradient, focal);
    }

    [Fact]
    public void Softmax_losses_of_even_odds_are_those_of_one_third()
    {
        double[] gradient = new double[3];
        double third = 1.0 / 3;
        StandardLosses.SoftmaxCrossEntropy([0, 0, 0], [1], gradient).ShouldBe(Math.Log(3), 1e-15);
        gradient.ShouldBe([third, -2 * third, third], 1e-15);
        StandardLosses.SoftmaxCrossEntropy([0, 0, 0], [0.5, 0.25, 0.25], classCount: 3, gradient).ShouldBe(Math.Log(3), 1e-15);
        gradient.ShouldBe([third - 0.5, third - 0.25, third - 0.25], 1e-15);
        StandardLosses.LabelSmoothedCrossEntropy([0, 0, 0], [1], gradient).ShouldBe(Math.Log(3), 1e-15);
        gradient.ShouldBe([third - (0.1 / 3), third - 0.9 - (0.1 / 3), third - (0.1 / 3)], 1e-15);
        StandardLosses.SoftmaxFocal([0, 0, 0], [1], positiveGamma: 2, gradient).ShouldBe(4.0 / 9 * Math.Log(3), 1e-15);
        StandardLosses.SoftmaxPoly1([0, 0, 0], [1], positivePoly: 3, gradient).ShouldBe(Math.Log(3) + 2, 1e-15);
        StandardLosses.SoftmaxPoly1Focal([0, 0, 0], [1], positiveGamma: 2, positivePoly: 3, gradient).ShouldBe(4.0 / 9 * (Math.Log(3) + 2), 1e-15);
        StandardLosses.SingleLabelAsymmetric([0, 0, 0], [1], positiveGamma: 0, negativeGamma: 2, gradient)
            .ShouldBe(((0.9 + (0.1 / 3)) * Math.Log(3)) + (2 * 0.1 / 3 / 9 * Math.Log(3)), 1e-15);
    }

    [Fact]
    public void Weighted_softmax_cross_entropy_is_a_weighted_mean_and_focal_loss_with_alphas_is_not()
    {
        double[] gradient = new double[4];
        double[] weights = [1, 3];
        double wrong = Math.Log(1 + Math.Exp(2)), right = Math.Log(1 + Math.Exp(-2));
        StandardLosses.WeightedSoftmaxCrossEntropy([2, 0, 2, 0], [0, 1], weights, gradient).ShouldBe((right + (3 * wrong)) / 4, 1e-15);
        StandardLosses.SoftmaxFocal([2, 0, 2, 0], [0, 1], positiveGamma: 0, weights, gradient).ShouldBe((right + (3 * wrong)) / 2, 1e-15);
    }

    [Fact]
    public void A_hyperparameter_out_of_range_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => StandardLosses.Focal(logits, targets, -1, 2, 1, 1, new float[logits.Length]))
            .ParamName.ShouldBe("positiveGamma");

    private static void ShouldBeClose(float[] actual, float[] expected) => actual.Zip(expected).ShouldAllBe(pair => IsClose(pair.First, pair.Second));

    private static bool IsClose(float actual, float expected) => Math.Abs(actual - expected) <= (2e-6f * Math.Abs(expected)) + 1e-30f;
}
