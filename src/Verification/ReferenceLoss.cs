using System;

namespace LossGen.Verification;

/// <summary>
/// The formula of a loss, evaluated literally in double precision: the measure of every kernel. It shares nothing with the
/// compiler: the value comes straight from the declared terms, the derivatives from hyper-dual arithmetic.
/// </summary>
public static class ReferenceLoss
{
    /// <summary>
    /// L = w (y term_positive + (1 - y) term_negative), before reduction, with its first and second derivative by the input.
    /// A term of share 0 and an element of weight 0 count as exactly 0, even where they are infinite.
    /// </summary>
    /// <param name="configuration">What the loss was declared to be.</param>
    /// <param name="input">The logit z, or the probability p with <see cref="Activation.None"/>.</param>
    /// <param name="target">The target y, before hardening and smoothing.</param>
    /// <param name="weight">The product of element and class weight.</param>
    /// <returns>Loss, gradient and hessian of the element.</returns>
    public static HyperDual Evaluate(LossConfiguration configuration, double input, double target, double weight = 1)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (weight == 0)
        {
            return 0;
        }

        double y = configuration.HardTargets ? (target > 0.5 ? 1 : 0) : target;
        (Conditioned positiveShare, Conditioned negativeShare) = Shares(y, configuration.LabelSmoothing);
        HyperDual loss = 0;
        if (!positiveShare.IsZero)
        {
            loss += positiveShare * Term(configuration.Positive, PositiveConfidence(configuration.Activation, input));
        }

        if (!negativeShare.IsZero)
        {
            loss += negativeShare * Term(configuration.Negative, NegativeConfidence(configuration.Activation, input));
        }

        return weight * loss;
    }

    // y and 1 - y, or, with label smoothing s, y~ = (1 - s) y + s / 2 and 1 - y~
    private static (Conditioned Positive, Conditioned Negative) Shares(double y, double smoothing)
    {
        if (smoothing == 0)
        {
            return (y, 1 - y);
        }

        Conditioned smoothed = (Conditioned.Atom(1 - smoothing) * y) + Conditioned.Atom(smoothing / 2);
        return (smoothed, 1 - smoothed);
    }

    // p; 1 - p is sigmoid(-z), -log p is softplus(-z)
    private static Confidence PositiveConfidence(Activation activation, double input)
    {
        HyperDual x = HyperDual.Variable(input);
        return activation == Activation.Sigmoid
            ? new(HyperDual.Sigmoid(x), HyperDual.Sigmoid(-x), HyperDual.Softplus(-x))
            : new(x, Complement(x));
    }

    // 1 - p; its complement is p
    private static Confidence NegativeConfidence(Activation activation, double input)
    {
        HyperDual x = HyperDual.Variable(input);
        return activation == Activation.Sigmoid
            ? new(HyperDual.Sigmoid(-x), HyperDual.Sigmoid(x), HyperDual.Softplus(x))
            : new(Complement(x), x);
    }

    // one correctly rounded subtraction of exact numbers
    private static HyperDual Complement(HyperDual p) => new(Conditioned.Atom(1 - p.Value.Value), -1, 0);

    // Weight (u^Gamma (-log t') + sum_j Poly[j-1] u^(Gamma + j)), t' = min(t + Shift, 1), u = 1 - t'
    private static HyperDual Term(TermConfiguration term, Confidence confidence)
    {
        Confidence shifted = term.Shift == 0 ? confidence : confidence.Shift(term.Shift);
        HyperDual u = shifted.Complement;
        HyperDual power = HyperDual.Pow(u, term.Gamma);
        HyperDual focus = term.DetachFocus ? HyperDual.Detach(power) : power;
        HyperDual sum = focus * shifted.NegativeLog;
        for (int j = 1; j <= term.Poly.Count; j++)
        {
            HyperDual monomial = term.DetachFocus ? focus * HyperDual.Pow(u, j) : HyperDual.Pow(u, term.Gamma + j);
            sum += term.Poly[j - 1] * monomial;
        }

        return term.Weight * sum;
    }

    /// <summary>A confidence t with 1 - t and -log t, each known without cancellation.</summary>
    private readonly record struct Confidence(HyperDual Value, HyperDual Complement, HyperDual NegativeLog)
    {
        public Confidence(HyperDual value, HyperDual complement)
            : this(value, complement, complement.Value.Value > 0.5 ? -HyperDual.Log(value) : -HyperDual.Log1P(-complement))
        {
        }

        // t' = min(t + m, 1), u = max((1 - t) - m, 0)
        public Confidence Shift(double m) =>
            new(HyperDual.Min(Value + Conditioned.Atom(m), 1), HyperDual.Max(Complement - Conditioned.Atom(m), 0));
    }
}
