using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;
using LossGen.Verification;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>
/// Compares the kernel of a random loss, element by element, with the term method run as it is, and value and derivatives
/// with hyper-dual numbers. The limits are those of the contract, relative to the condition of the formula as it is written
/// (<see cref="Conditioned"/>).
/// </summary>
internal sealed class TermComparison
{
    // what the method may be off by that subtracts p from 1, relative to the condition of its operations in double precision
    private static readonly double s_methodTolerance = Math.ScaleB(1, -40);

    private static readonly double[] s_alphas = [0.5, 2];

    // numbers on no grid, so that random terms seldom have a kink there
    private static readonly double[] s_logits = [.. Enumerable.Range(-20, 41).Select(k => (0.3901 * k) + 0.0137)];

    private static readonly double[] s_targets = [0, 1, 0.3];

    private readonly CompiledTerm _term;
    private readonly Domain _domain;
    private readonly List<string> _errors = [];

    private TermComparison(CompiledTerm term, Domain domain)
    {
        _term = term;
        _domain = domain;
    }

    /// <summary>The results that had a number to be compared with.</summary>
    public int Compared { get; private set; }

    /// <summary>The results where the mathematics has no number, or none that double precision holds.</summary>
    public int Undefined { get; private set; }

    /// <summary>What is wrong, one line each.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Compares the loss at moderate logits.</summary>
    /// <param name="term">The loss.</param>
    /// <param name="domain">What the term is written to be.</param>
    public static TermComparison Of(CompiledTerm term, Domain domain)
    {
        TermComparison comparison = new(term, domain);
        switch (term.Variant)
        {
            case null:
                comparison._errors.AddRange(term.Diagnostics.DefaultIfEmpty("no loss and no diagnostic"));
                break;
            case LossVariant<double> variant:
                comparison.Run(variant, limit: 16);
                break;
            case LossVariant<float> variant:
                comparison.Run(variant, limit: 4);
                break;
        }

        return comparison;
    }

    private void Run<T>(LossVariant<T> variant, double limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        bool hasAlpha = variant.Configuration.Hyperparameters.Count > 0;
        foreach (double alpha in hasAlpha ? s_alphas : [0])
        {
            LossConfiguration configuration = variant.Configuration.With(hasAlpha ? [alpha] : []);
            LossArguments<T> batch = Batch<T>(hasAlpha ? [T.CreateTruncating(alpha)] : []);
            variant.Invoke(batch);
            for (int i = 0; i < batch.Input.Length; i++)
            {
                Check(configuration, batch, i, alpha, limit);
            }
        }
    }

    private void Check<T>(LossConfiguration configuration, LossArguments<T> batch, int i, double alpha, double limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FloatingPointFormat format = FloatingPointFormat.Of<T>();
        double z = double.CreateTruncating(batch.Input[i]);
        double y = double.CreateTruncating(batch.Targets[i]);
        string place = string.Create(CultureInfo.InvariantCulture, $"z = {z:R}, y = {y:R}, alpha = {alpha}");
        double underflow = KernelVerification.Underflow(configuration, format);
        ElementReference reference = ElementReference.Of(configuration, format, z, y, weight: 1);
        Check("loss", batch.Losses[i], reference.Loss);
        Check("gradient", batch.Gradient[i], reference.Gradient);
        if ((configuration.Roles & LossRoles.Hessian) != 0 && reference.Hessian is { } hessian)
        {
            Check("hessian", batch.Hessian[i], hessian);
        }

        double loss = double.CreateTruncating(batch.Losses[i]);
        CheckMethod(configuration, format, z, y, alpha, loss, (limit * format.Ulp(reference.Loss.Magnitude)) + underflow, place);

        void Check(string what, T actual, ReferenceInterval expected)
        {
            // where an argument overflows, the derivative of a function that is constant there is 0 times infinity, which a warning
            // says; and what is no number has no derivative
            bool isOverflow = _domain == Domain.Unrestricted && T.IsNaN(actual) && (expected.Magnitude == 0 || _term.IsAnnouncedNaN);
            if (!double.IsFinite(expected.Magnitude) || !double.IsFinite(reference.Loss.Magnitude) || isOverflow)
            {
                Undefined++;
                return;
            }

            Compared++;
            double distance = expected.Distance(double.CreateTruncating(actual));
            double ulp = distance / format.Ulp(expected.Magnitude);
            if (!(ulp <= limit) && !(distance <= underflow))
            {
                _errors.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {actual}, not {expected.Low:R} (magnitude {expected.Magnitude:G3}, {ulp:G3} ulp) at {place}"));
            }
        }
    }

    // the method as it is, where it alone counts
    private void CheckMethod(
        LossConfiguration configuration, FloatingPointFormat format, double z, double y, double alpha, double actual, double tolerance, string place)
    {
        (TermMethod? method, double weight) = (configuration.Term, y) switch
        {
            (not null, _) => (configuration.Term, 1),
            (_, 1) => (configuration.Positive.Custom, configuration.Positive.Weight),
            (_, 0) => (configuration.Negative.Custom, configuration.Negative.Weight),
            _ => (null, 1),
        };
        if (method is null)
        {
            return;
        }

        TermPoint at = ReferenceLoss.CustomTerms(configuration, z, y, new Decisions(0)).Select(custom => custom.At).Single(point => point.Target.Value.Value == y);
        double expected = weight * _term.Run(at.Arguments.Probability, z, y, alpha);

        // what is equal in the kernel's format may not be in the method's
        Decisions decisions = new(Math.Max(s_methodTolerance, 4 * format.Epsilon));
        Conditioned plain = weight * method.Formula(at.Plain(decisions)).Value;
        if (!double.IsFinite(expected) || !double.IsFinite(plain.Magnitude) || decisions.AreUncertain)
        {
            Undefined++;
            return;
        }

        Compared++;
        if (!(Math.Abs(actual - expected) <= tolerance + (s_methodTolerance * plain.Magnitude)))
        {
            _errors.Add(string.Create(CultureInfo.InvariantCulture, $"loss {actual:R}, but the method gives {expected:R} (magnitude {plain.Magnitude:G3}) at {place}"));
        }
    }

    private static LossArguments<T> Batch<T>(T[] hyperparameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int count = s_logits.Length * s_targets.Length;
        return new()
        {
            Input = [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating(s_logits[i / s_targets.Length]))],
            Targets = [.. Enumerable.Range(0, count).Select(i => T.CreateTruncating(s_targets[i % s_targets.Length]))],
            BooleanTargets = new bool[count],
            ByteTargets = new byte[count],
            Weights = new T[count],
            ClassWeights = new T[1],
            Hyperparameters = [.. hyperparameters.Select(value => new[] { value })],
            GradientScale = T.One,
            Gradient = new T[count],
            Hessian = new T[count],
            Losses = new T[count],
        };
    }
}
