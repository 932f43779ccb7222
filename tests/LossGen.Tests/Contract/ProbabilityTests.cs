using System;
using System.Linq;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>
/// A loss of p = sigmoid(z) has the value of the loss of the logit z; with ' for d/dp, its derivatives by the logit are
/// L' p q and L'' (p q)^2 + L' p q (q - p).
/// </summary>
public sealed class ProbabilityTests
{
    private const int Length = 10_000;

    // p is rounded, and 1 - p is as exact as that: for |z| <= 6 a relative error of e^6 2^-53 = 5e-14
    private const double Tolerance = 2e-12;

    [Fact]
    public void Cross_entropy_of_probabilities_is_that_of_their_logits() =>
        ShouldAgree(ProbabilityLosses.CrossEntropyInDouble, DoubleLosses.CrossEntropy);

    [Fact]
    public void Focal_loss_of_probabilities_is_that_of_their_logits() =>
        ShouldAgree(ProbabilityLosses.FocalInDouble, DoubleLosses.Focal);

    [Fact]
    public void Asymmetric_loss_of_probabilities_is_that_of_their_logits() =>
        ShouldAgree(ProbabilityLosses.AsymmetricInDouble, DoubleLosses.Asymmetric);

    [Fact]
    public void Poly_loss_of_probabilities_is_that_of_their_logits() =>
        ShouldAgree(ProbabilityLosses.Poly1InDouble, DoubleLosses.Poly1);

    [Fact]
    public void Certain_and_right_costs_nothing()
    {
        Results<float> results = Results<float>.Of<float>(ProbabilityLosses.CrossEntropy, [0, 1], [0, 1]);

        results.Losses.ShouldBe([0f, 0f]);
        results.Gradient.ShouldBe([1f, -1f]);
        results.Hessian.ShouldBe([1f, 1f]);
    }

    // (1 - p)^(Gamma - 1) log p is 0 / 0 at p = 1; its limit is 0
    [Fact]
    public void Certain_and_right_costs_nothing_with_a_fractional_gamma_either()
    {
        Results<float> results = Results<float>.Of<float>(ProbabilityLosses.FractionalGammas, [0, 1], [0, 1]);

        results.Losses.ShouldBe([0f, 0f]);
        results.Gradient.ShouldBe([0f, 0f]);
        results.Hessian.ShouldBe([0f, 0f]);
    }

    [Fact]
    public void Certain_and_wrong_costs_infinity()
    {
        Results<float> results = Results<float>.Of<float>(ProbabilityLosses.CrossEntropy, [0, 1], [1, 0]);

        results.Losses.ShouldBe([float.PositiveInfinity, float.PositiveInfinity]);
        results.Gradient.ShouldBe([float.NegativeInfinity, float.PositiveInfinity]);
        results.Hessian.ShouldBe([float.PositiveInfinity, float.PositiveInfinity]);
    }

    private static void ShouldAgree(LossMethod<double, double> ofProbabilities, LossMethod<double, double> ofLogits)
    {
        Random random = new(6);
        double[] logits = Enumerable.Range(0, Length).Select(_ => (12 * random.NextDouble()) - 6).ToArray();
        double[] targets = Enumerable.Range(0, Length).Select(i => i % 3 == 2 ? random.NextDouble() : i % 2).ToArray();
        Results<double> byProbability = Results<double>.Of<double>(ofProbabilities, Array.ConvertAll(logits, LossMath.Sigmoid), targets);
        Results<double> byLogit = Results<double>.Of<double>(ofLogits, logits, targets);
        for (int i = 0; i < Length; i++)
        {
            (double p, double q) = (LossMath.Sigmoid(logits[i]), LossMath.Sigmoid(-logits[i]));
            double slope = byProbability.Gradient[i] * p * q;
            double curvature = byProbability.Hessian[i] * p * q * p * q;
            ShouldBeNear(byProbability.Losses[i], byLogit.Losses[i], byLogit.Losses[i]);
            ShouldBeNear(slope, byLogit.Gradient[i], (p * q) + Math.Abs(slope));
            ShouldBeNear(curvature + (slope * (q - p)), byLogit.Hessian[i], Math.Abs(curvature) + Math.Abs(slope));

            void ShouldBeNear(double actual, double expected, double magnitude) =>
                Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(Tolerance * magnitude, FormattableString.Invariant($"z = {logits[i]}, y = {targets[i]}"));
        }
    }
}
