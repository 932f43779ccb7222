using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using LossGen.Tests.Losses.Custom;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>What holds for every term written as a method.</summary>
public sealed class CustomLossTests
{
    private static readonly double[] SoftTargets = [0, 1, 0.25, 0.9, 0.5];

    private static readonly double[] LargeMagnitudes =
    [
        0, double.Epsilon, 1e-310, 1e-45, 1e-40, 1e-30, 1e-20, 1e-10, 1e-7, 1e-4, 0.01, 0.5, 1, 1.0986123, 2.9444389, 5, 10, 16.6, 17, 20, 30,
        36.7, 50, 80, 87, 87.4, 88.8, 90, 100, 104, 150, 200, 500, 709, 745, 1000, 1e4, 1e6, 1e10, 1e19, 1e20, 1e30, 3e38,
    ];

    private static readonly string[] WithoutLimits = ["NoisyLabelLosses.Normalized", "NoisyLabelLosses.SoftBootstrap", "ScoringRuleLosses.ConfidencePenalty"];

    public static TheoryData<string> Names => CustomLosses.Names;

    /// <summary>All but those in which there is infinity / infinity, or a sum of infinities times a sum that is 0: they are NaN there.</summary>
    public static TheoryData<string> NamesWithLimits => [.. CustomLosses.All.Select(loss => loss.Variant.Name).Except(WithoutLimits)];

    /// <summary>
    /// The kernel against the methods themselves, called in double precision, for z in [-30, 30]: within 1e-6 of what the
    /// method gives, or within what it would give for a probability off by 2^-21 (2^-50 in double precision) of the smaller of p
    /// and 1 - p, or by 2^-23 of p where the target is neither 0 nor 1, or, since the method has no better p, by an ulp. A method that subtracts numbers of some magnitude that are
    /// no probabilities is as good as these numbers are: see <see cref="CustomLoss.Magnitude"/>.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_kernel_computes_what_the_methods_compute(string name) => Run(name, CompareValues, CompareValues);

    /// <summary>Where the reference is finite and fits the type, the kernel is finite, from denormal logits to the largest.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_finite_logit_gives_finite_results_where_the_mathematics_is_finite(string name) => Run(name, CheckFinite, CheckFinite);

    [Theory]
    [MemberData(nameof(NamesWithLimits))]
    public void Infinite_logits_give_limits(string name) => Run(name, CheckLimits, CheckLimits);

    [Theory]
    [MemberData(nameof(Names))]
    public void Not_a_number_stays_at_its_element(string name) => Run(name, CheckNaN, CheckNaN);

    [Fact]
    public void There_are_losses_of_every_kind()
    {
        IReadOnlyList<LossConfiguration> all = [.. CustomLosses.All.Select(loss => loss.Variant.Configuration)];
        all.Count.ShouldBeGreaterThanOrEqualTo(35);
        all.ShouldContain(loss => loss.Term != null);
        all.ShouldContain(loss => loss.Positive.Custom != null && loss.Negative.Custom == null || loss.Positive.Custom == null && loss.Negative.Custom != null);
        all.ShouldContain(loss => loss.HardTargets);
        all.ShouldContain(loss => loss.LabelSmoothing > 0);
        all.ShouldContain(loss => loss.Negative.Shift > 0);
        all.ShouldContain(loss => loss.Roles.HasFlag(LossRoles.ClassWeights));
        all.ShouldContain(loss => loss.Hyperparameters.Any(given => given.IsPerClass));
    }

    private static void CompareValues<T>(CustomLoss loss, LossVariant<T> variant)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] logits = [.. Enumerable.Range(-960, 1921).Select(i => i / 32.0), .. Enumerable.Range(-30, 61).Select(i => i + 0.1)];
        double relative = typeof(T) == typeof(float) ? Math.ScaleB(1, -21) : Math.ScaleB(1, -50);
        foreach (Evaluation<T> evaluation in Evaluations(variant, logits))
        {
            for (int i = 0; i < evaluation.Length; i++)
            {
                (double z, double y, IReadOnlyList<double> h) = evaluation.Inputs(i);
                double p = LossMath.Sigmoid(z);
                double share = Share(variant.Configuration, y);
                double ValueOf(double probability) => loss.Value(new Element(probability, z, share, h));
                double expected = ValueOf(p);
                double offset = Math.Max(relative * (share is 0 or 1 ? Math.Min(p, LossMath.Sigmoid(-z)) : p / 4), Math.ScaleB(p, -52));
                double spread = Math.Max(Distance(ValueOf(Math.Min(p + offset, 1)), expected), Distance(ValueOf(p - offset), expected));
                double tolerance = (1e-6 * Math.Abs(expected)) + spread + (relative * loss.Magnitude(new Element(p, z, share, h))) + 1e-15;
                double actual = double.CreateTruncating(evaluation.Losses[i]);
                Math.Abs(actual - expected).ShouldBeLessThanOrEqualTo(
                    tolerance, FormattableString.Invariant($"{variant.Name}: loss {actual} instead of {expected} at z = {z}, y = {y}, {string.Join(", ", h)}"));
            }
        }
    }

    // beside an infinity nothing is known
    private static double Distance(double a, double b) => double.IsFinite(a) ? Math.Abs(a - b) : double.PositiveInfinity;

    // the share of the positive class
    private static double Share(LossConfiguration configuration, double y)
    {
        double hardened = configuration.HardTargets ? (y > 0.5 ? 1 : 0) : y;
        return ((1 - configuration.LabelSmoothing) * hardened) + (configuration.LabelSmoothing / 2);
    }

    private static void CheckFinite<T>(CustomLoss loss, LossVariant<T> variant)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] logits = [.. LargeMagnitudes.SelectMany(z => new[] { z, -z })];
        foreach (Evaluation<T> evaluation in Evaluations(variant, logits))
        {
            for (int i = 0; i < evaluation.Length; i++)
            {
                (double z, double y, IReadOnlyList<double> h) = evaluation.Inputs(i);
                HyperDual reference = ReferenceLoss.Evaluate(variant.Configuration.With(h), z, y);
                if (!double.IsFinite(reference.Value.Value))
                {
                    continue;
                }

                string where = FormattableString.Invariant($"at z = {z}, y = {y}, {string.Join(", ", h)}");
                ShouldBeFinite(evaluation.Losses[i], reference.Value, $"{loss.Variant.Name}: loss {where}");
                ShouldBeFinite(evaluation.Gradient[i], reference.First, $"{loss.Variant.Name}: gradient {where}");
                ShouldBeFinite(evaluation.Hessian[i], reference.Second, $"{loss.Variant.Name}: hessian {where}");
            }
        }

        static void ShouldBeFinite(T actual, Conditioned expected, string what)
        {
            T.IsNaN(actual).ShouldBeFalse($"{what} is NaN instead of {expected.Value}");

            // with room for factors of intermediate results
            if (T.IsFinite(T.CreateSaturating(64 * expected.Value)))
            {
                T.IsFinite(actual).ShouldBeTrue($"{what} is {actual} instead of {expected.Value}");
            }
        }
    }

    private static void CheckLimits<T>(CustomLoss loss, LossVariant<T> variant)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double largest = double.CreateTruncating(T.BitDecrement(T.PositiveInfinity));
        foreach ((double infinity, double finite) in new[] { (double.PositiveInfinity, largest), (double.NegativeInfinity, -largest) })
        {
            foreach ((Evaluation<T> limits, Evaluation<T> ends) in Evaluations(variant, [infinity]).Zip(Evaluations(variant, [finite])))
            {
                for (int i = 0; i < limits.Length; i++)
                {
                    string where = FormattableString.Invariant($"at z = {infinity}, y = {limits.Inputs(i).Y}");
                    ShouldBeLimit(limits.Losses[i], ends.Losses[i], $"{loss.Variant.Name}: loss {where}");
                    ShouldBeLimit(limits.Gradient[i], ends.Gradient[i], $"{loss.Variant.Name}: gradient {where}");
                    ShouldBeLimit(limits.Hessian[i], ends.Hessian[i], $"{loss.Variant.Name}: hessian {where}");
                }
            }
        }

        // what still grows at the largest number has no finite limit
        static void ShouldBeLimit(T limit, T end, string what)
        {
            T expected = T.Abs(end) < T.CreateSaturating(1e30) ? end : end * T.PositiveInfinity;
            bool isLimit = limit == expected || T.Abs(limit - expected) <= T.CreateSaturating(1e-6) * T.Abs(expected);
            isLimit.ShouldBeTrue($"{what} is {limit} instead of {expected}");
        }
    }

    private static void CheckNaN<T>(CustomLoss loss, LossVariant<T> variant)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int Place = 5;
        double[] logits = [.. Enumerable.Range(0, 32).Select(i => (i - 16) / 3.0)];
        double[] poisoned = [.. logits];
        poisoned[Place] = double.NaN;
        foreach ((Evaluation<T> clean, Evaluation<T> spoiled) in Evaluations(variant, logits).Zip(Evaluations(variant, poisoned)))
        {
            double.IsNaN(spoiled.Value).ShouldBeTrue(variant.Name);
            ShouldDifferAtNaN(clean.Losses, spoiled.Losses, LossRoles.Losses);
            ShouldDifferAtNaN(clean.Gradient, spoiled.Gradient, LossRoles.Gradient);
            ShouldDifferAtNaN(clean.Hessian, spoiled.Hessian, LossRoles.Hessian);

            void ShouldDifferAtNaN(T[] a, T[] b, LossRoles role)
            {
                for (int i = 0; i < a.Length; i++)
                {
                    bool isNaN = double.IsNaN(spoiled.Inputs(i).Z) && variant.Configuration.Roles.HasFlag(role);
                    (isNaN ? T.IsNaN(b[i]) : a[i].Equals(b[i])).ShouldBeTrue($"{loss.Variant.Name}: {role} of element {i} is {b[i]}");
                }
            }
        }
    }

    private static void Run(string name, Action<CustomLoss, LossVariant<float>> inSingle, Action<CustomLoss, LossVariant<double>> inDouble)
    {
        CustomLoss loss = CustomLosses.Named(name);
        if (loss.Variant is LossVariant<float> single)
        {
            inSingle(loss, single);
        }
        else
        {
            inDouble(loss, (LossVariant<double>)loss.Variant);
        }
    }

    /// <summary>The results for each logit with each target, once for each setting of the hyperparameters.</summary>
    private static IEnumerable<Evaluation<T>> Evaluations<T>(LossVariant<T> variant, double[] logits)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Enumerable.Range(0, HyperparameterSettings.Count(variant.Configuration)).Select(setting => Evaluation<T>.Of(variant, logits, SoftTargets, setting));
}
