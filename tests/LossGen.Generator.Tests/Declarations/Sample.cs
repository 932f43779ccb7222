using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Verification;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>A configuration with an element to evaluate it at.</summary>
/// <param name="Configuration">What the loss was declared to be.</param>
/// <param name="Logit">The logit; where the configuration takes probabilities, its sigmoid is the input.</param>
/// <param name="Target">The target y.</param>
public sealed record Sample(LossConfiguration Configuration, double Logit, double Target)
{
    /// <summary>The logit z, or the probability p.</summary>
    public double Input => Configuration.Activation == Activation.Sigmoid ? Logit : LossMath.Sigmoid(Logit);

    /// <summary>Loss, gradient and hessian by hyper-dual arithmetic.</summary>
    public HyperDual Reference => ReferenceLoss.Evaluate(Configuration, Input, Target);

    /// <summary>
    /// Whether a shifted probability is so close to its kink that rounding decides on which side the element is, or that
    /// a derivative which is infinite at the kink has no digit left.
    /// </summary>
    public bool IsAtKink =>
        IsClose(1 - Probability, Configuration.Positive.Shift) || IsClose(Probability, Configuration.Negative.Shift);

    private double Probability => LossMath.Sigmoid(Logit);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Configuration.Activation}, smoothing {Configuration.LabelSmoothing:R}, hard {Configuration.HardTargets}, [Positive({Text(Configuration.Positive)})] [Negative({Text(Configuration.Negative)})], z = {Logit:R}, y = {Target:R}");

    private static bool IsClose(double complement, double shift) => shift > 0 && double.Abs(complement - shift) < 1e-12;

    private static string Text(TermConfiguration term)
    {
        IEnumerable<string> poly = term.Poly.Select(epsilon => epsilon.ToString("R", CultureInfo.InvariantCulture));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Weight = {term.Weight:R}, Gamma = {term.Gamma:R}, Shift = {term.Shift:R}, Poly = [{string.Join(", ", poly)}], DetachFocus = {term.DetachFocus}");
    }
}
