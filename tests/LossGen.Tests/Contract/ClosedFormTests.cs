using System;
using System.Collections.Generic;
using LossGen.Tests.Losses;
using LossGen.Tests.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>Kernels in double precision against the closed forms of the literature, differentiated by hand.</summary>
public sealed class ClosedFormTests
{
    private const double Tolerance = 1e-13;

    [Fact]
    public void Focal_loss_has_the_derivatives_of_its_closed_form() => ShouldBe(
        DoubleLosses.Focal,
        z => 0.25 * ClosedForms.PolyFocal(2, [], z),
        z => 0.75 * ClosedForms.PolyFocal(2, [], -z).Mirror());

    [Fact]
    public void Asymmetric_loss_has_the_derivatives_of_its_closed_form() => ShouldBe(
        DoubleLosses.Asymmetric,
        z => ClosedForms.PolyFocal(1, [], z),
        z => ClosedForms.Shifted(4, 0.05, -z).Mirror());

    [Fact]
    public void Poly_focal_loss_has_the_derivatives_of_its_closed_form() => ShouldBe(
        DoubleLosses.Poly1Focal,
        z => ClosedForms.PolyFocal(2, [1], z),
        z => ClosedForms.PolyFocal(2, [1], -z).Mirror());

    [Fact]
    public void Detached_focal_loss_has_the_derivatives_of_its_closed_form() => ShouldBe(
        OptionLosses.DetachedFocalInDouble,
        z => ClosedForms.DetachedFocal(2, z),
        z => ClosedForms.DetachedFocal(2, -z).Mirror());

    private static void ShouldBe(LossMethod<double, double> method, Func<double, Derivatives> positive, Func<double, Derivatives> negative)
    {
        List<double> logits = [];
        for (double z = -30; z <= 30; z += 0.0625)
        {
            logits.Add(z);
        }

        double[] input = [.. logits];
        double[] ones = new double[input.Length];
        Array.Fill(ones, 1);
        ShouldBe(Results<double>.Of<double>(method, input, ones), input, positive);
        ShouldBe(Results<double>.Of<double>(method, input, new double[input.Length]), input, negative);
    }

    // the hessian changes its sign: its two parts are of the order of gradient and loss
    private static void ShouldBe(Results<double> results, double[] logits, Func<double, Derivatives> form)
    {
        for (int i = 0; i < logits.Length; i++)
        {
            Derivatives expected = form(logits[i]);
            double magnitude = Math.Abs(expected.Second) + Math.Abs(expected.First);
            ShouldBeNear(results.Losses[i], expected.Value, expected.Value);
            ShouldBeNear(results.Gradient[i], expected.First, Math.Abs(expected.First));
            ShouldBeNear(results.Hessian[i], expected.Second, magnitude);

            void ShouldBeNear(double actual, double exact, double scale) =>
                Math.Abs(actual - exact).ShouldBeLessThanOrEqualTo(Tolerance * scale, FormattableString.Invariant($"z = {logits[i]}"));
        }
    }
}
