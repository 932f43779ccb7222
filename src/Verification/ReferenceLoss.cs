using System;
using System.Collections.Generic;

namespace LossGen.Verification;

/// <summary>
/// The formula of a loss, evaluated literally in double precision: the measure of every kernel. It shares nothing with the
/// compiler: the value comes straight from the declared terms, the derivatives from hyper-dual arithmetic. The value of a
/// user's term is checked against the user's own method by <see cref="TermAgreement"/>.
/// </summary>
public static class ReferenceLoss
{
    /// <summary>
    /// L = w (y term_positive + (1 - y) term_negative), before reduction, with its first and second derivative by the input.
    /// A term of share 0 and an element of weight 0 count as exactly 0, even where they are infinite.
    /// </summary>
    /// <param name="configuration">What the loss was declared to be, with its hyperparameters given.</param>
    /// <param name="input">The logit z, or the probability p with <see cref="Activation.None"/>.</param>
    /// <param name="target">The target y, before hardening and smoothing.</param>
    /// <param name="weight">The product of element and class weight.</param>
    /// <returns>Loss, gradient and hessian of the element.</returns>
    public static HyperDual Evaluate(LossConfiguration configuration, double input, double target, double weight = 1) =>
        Evaluate(configuration, input, target, weight, new Decisions(0));

    /// <summary>The same, with the decisions of the user's terms taken one by one.</summary>
    internal static HyperDual Evaluate(LossConfiguration configuration, double input, double target, double weight, Decisions decisions)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (weight == 0)
        {
            return 0;
        }

        Conditioned share = Share(configuration, target);
        HyperDual x = HyperDual.Variable(input);
        HyperDual p = Probability(configuration.Activation, x);
        if (configuration.Term is TermMethod term)
        {
            return weight * term.Formula(new TermPoint(p, x, share, configuration.HyperparameterValues, decisions));
        }

        HyperDual loss = 0;
        if (!share.IsZero)
        {
            loss += share * (configuration.Positive.Custom is TermMethod custom
                ? configuration.Positive.Weight * custom.Formula(PositivePoint(configuration, p, x, decisions))
                : Term(configuration.Positive, p));
        }

        Conditioned rest = 1 - share;
        if (!rest.IsZero)
        {
            loss += rest * (configuration.Negative.Custom is TermMethod custom
                ? configuration.Negative.Weight * custom.Formula(NegativePoint(configuration, p, x, decisions))
                : Term(configuration.Negative, 1 - p));
        }

        return weight * loss;
    }

    /// <summary>The user's terms of an element, and where each of them is evaluated.</summary>
    internal static IEnumerable<(TermMethod Term, TermPoint At)> CustomTerms(LossConfiguration configuration, double input, double target, Decisions decisions)
    {
        HyperDual x = HyperDual.Variable(input);
        HyperDual p = Probability(configuration.Activation, x);
        if (configuration.Term is TermMethod term)
        {
            yield return (term, new TermPoint(p, x, Share(configuration, target), configuration.HyperparameterValues, decisions));
        }

        if (configuration.Positive.Custom is TermMethod positive)
        {
            yield return (positive, PositivePoint(configuration, p, x, decisions));
        }

        if (configuration.Negative.Custom is TermMethod negative)
        {
            yield return (negative, NegativePoint(configuration, p, x, decisions));
        }
    }

    /// <summary>Weight (u^Gamma (-log t') + sum_j Poly[j-1] u^(Gamma + j)), t' = min(t + Shift, 1), u = 1 - t'.</summary>
    internal static HyperDual Term(TermConfiguration term, HyperDual t)
    {
        HyperDual shifted = term.Shift == 0 ? t : HyperDual.Min(t + Conditioned.Atom(term.Shift), 1);
        HyperDual u = 1 - shifted;
        HyperDual power = HyperDual.Pow(u, term.Gamma);
        HyperDual focus = term.DetachFocus ? HyperDual.Detach(power) : power;
        HyperDual sum = focus * -HyperDual.Log(shifted);
        for (int j = 1; j <= term.Poly.Count; j++)
        {
            HyperDual monomial = term.DetachFocus ? focus * HyperDual.Pow(u, j) : HyperDual.Pow(u, term.Gamma + j);
            sum += term.Poly[j - 1] * monomial;
        }

        return term.Weight * sum;
    }

    private static HyperDual Probability(Activation activation, HyperDual x) =>
        activation == Activation.Sigmoid ? HyperDual.Sigmoid(x) : x.WithComplement(Complement(x));

    // p_m = min(p + Shift, 1)
    private static TermPoint PositivePoint(LossConfiguration configuration, HyperDual p, HyperDual x, Decisions decisions) =>
        new(Shifted(configuration.Positive, p, decisions), x, 1, configuration.HyperparameterValues, decisions);

    // p_m = 1 - min(1 - p + Shift, 1)
    private static TermPoint NegativePoint(LossConfiguration configuration, HyperDual p, HyperDual x, Decisions decisions) =>
        new(1 - Shifted(configuration.Negative, 1 - p, decisions), x, 0, configuration.HyperparameterValues, decisions);

    // what the positive term counts: y, or, with label smoothing s, y~ = (1 - s) y + s / 2
    private static Conditioned Share(LossConfiguration configuration, double target)
    {
        double y = configuration.HardTargets ? (target > 0.5 ? 1 : 0) : target;
        double smoothing = configuration.LabelSmoothing;
        return smoothing == 0 ? y : (Conditioned.Atom(1 - smoothing) * y) + Conditioned.Atom(smoothing / 2);
    }

    // one correctly rounded subtraction of exact numbers
    private static HyperDual Complement(HyperDual p) => new(Conditioned.Atom(1 - p.Value.Value), -1, 0);

    // t' = min(t + Shift, 1) for a user's term
    private static HyperDual Shifted(TermConfiguration term, HyperDual t, Decisions decisions) => term.Shift == 0
        ? t
        : decisions.Min(t + Conditioned.Atom(term.Shift), 1);
}
