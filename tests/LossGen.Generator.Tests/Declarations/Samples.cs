using System;
using FsCheck;
using FsCheck.Fluent;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>Random losses at random elements; the same ones in every run.</summary>
internal static class Samples
{
    private static readonly Gen<double> s_gamma = Gen.OneOf(
        Gen.Constant(0.0),
        Gen.Choose(1, 8).Select(integer => (double)integer),
        Gen.Choose(0, 7).Select(integer => integer + 0.5),
        Uniform(0, 8));

    private static readonly Gen<double> s_shift = Gen.OneOf(Gen.Constant(0.0), Gen.Elements(0.05, 0.2, 0.5, 0.75), Uniform(0.001, 0.999));

    private static readonly Gen<double[]> s_poly =
        from length in Gen.Choose(0, 4)
        from coefficients in Gen.OneOf(Gen.Elements(-1.0, 0, 1), Uniform(-2, 2)).ArrayOf(length)
        select coefficients;

    private static readonly Gen<TermConfiguration> s_term =
        from weight in Gen.OneOf(Gen.Constant(1.0), Uniform(0.1, 4))
        from gamma in s_gamma
        from shift in s_shift
        from poly in s_poly
        from detach in Gen.Elements(false, false, true)
        select new TermConfiguration { Weight = weight, Gamma = gamma, Shift = shift, Poly = poly, DetachFocus = detach };

    private static readonly Gen<LossConfiguration> s_configuration =
        from positive in s_term
        from negative in s_term
        from activation in Gen.Elements(Activation.Sigmoid, Activation.Sigmoid, Activation.None)
        from smoothing in Gen.OneOf(Gen.Constant(0.0), Gen.Constant(0.1), Uniform(0, 0.9))
        from hard in Gen.Elements(false, true)
        select new LossConfiguration
        {
            Activation = activation,
            LabelSmoothing = smoothing,
            HardTargets = hard,
            Positive = positive,
            Negative = negative,
            Roles = Kernels.LossRoles.Value | Kernels.LossRoles.Gradient | Kernels.LossRoles.Hessian | Kernels.LossRoles.Losses,
        };

    /// <summary>Checks a property at random elements with |z| up to a magnitude.</summary>
    public static void Check(double magnitude, Action<Sample> property, int count = 1000)
    {
        Gen<Sample> samples =
            from configuration in s_configuration
            from logit in Uniform(-magnitude, magnitude)
            from target in Gen.OneOf(Gen.Elements(0.0, 1), Uniform(0, 1))
            select new Sample(configuration, logit, configuration.HardTargets ? Math.Round(target) : target);
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(new Replay(new Rnd(2026, 1123), null)),
            Prop.ForAll(Arb.From(samples.Where(sample => !sample.IsAtKink)), property));
    }

    private static Gen<double> Uniform(double from, double to) =>
        Gen.Choose(0, 1 << 24).Select(step => from + ((to - from) * step / (1 << 24)));
}
