using System;

namespace LossGen.Verification;

/// <summary>What a kernel may give for one element, or for one logit of a row.</summary>
/// <param name="Loss">The weighted loss.</param>
/// <param name="Gradient">Its first derivative, before the reduction.</param>
/// <param name="Hessian">Its second derivative, before the reduction; null where it has no bound.</param>
internal readonly record struct ElementReference(ReferenceInterval Loss, ReferenceInterval Gradient, ReferenceInterval? Hessian)
{
    // what the contract lets an atom be off, in ulp: see Conditioned
    private const double AtomUlp = 4;

    // how many ulp of the shift the kernel's probability and its rounded shift may be off together
    private const double KinkUlp = 8;

    /// <summary>
    /// The reference of an element. A shifted term has a kink where 1 - t = Shift: there the derivatives jump, and on which
    /// side of it a kernel computes is decided by the last bits of the probability. Within 8 ulp of the kink everything
    /// between the losses with Shift - 8 ulp and Shift + 8 ulp is correct. The hessian of a term with 0 &lt; Gamma &lt; 1
    /// grows beyond all bounds towards the kink and has no reference there. In a user's term, where a condition, a bound or an
    /// absolute value may be decided either way, everything between the outcomes is correct.
    /// </summary>
    public static ElementReference Of(LossConfiguration configuration, FloatingPointFormat format, double input, double target, double weight)
    {
        ElementReference reference = Of(format, decisions => ReferenceLoss.Evaluate(configuration, input, target, weight, decisions));
        double p = configuration.Activation == Activation.Sigmoid ? LossMath.Sigmoid(input) : input;
        double q = configuration.Activation == Activation.Sigmoid ? LossMath.Sigmoid(-input) : 1 - input;
        if (IsAtKink(configuration.Positive, q, format))
        {
            TermConfiguration term = configuration.Positive;
            reference = reference.Around(term, shift => configuration with { Positive = term with { Shift = shift } }, format, input, target, weight);
        }

        if (IsAtKink(configuration.Negative, p, format))
        {
            TermConfiguration term = configuration.Negative;
            reference = reference.Around(term, shift => configuration with { Negative = term with { Shift = shift } }, format, input, target, weight);
        }

        return reference;
    }

    /// <summary>The reference of a row of classes: its loss, and the derivatives by one of its logits.</summary>
    public static ElementReference Of(ReferenceRowLoss row, FloatingPointFormat format, int variable) =>
        Of(format, decisions => row.Along(variable, decisions));

    // every way to decide what a kernel may decide either way
    private static ElementReference Of(FloatingPointFormat format, Func<Decisions, HyperDual> evaluate)
    {
        Decisions decisions = new(AtomUlp * format.Epsilon);
        HyperDual loss = evaluate(decisions);
        ElementReference reference = new(new(loss.Value), new(loss.First), new(loss.Second));
        if (decisions.AreUncertain)
        {
            foreach (Decisions alternative in decisions.Alternatives())
            {
                reference = reference.Or(evaluate(alternative));
            }
        }

        return reference;
    }

    private ElementReference Or(HyperDual loss) => new(Loss.Or(loss.Value), Gradient.Or(loss.First), Hessian?.Or(loss.Second));

    private static bool IsAtKink(TermConfiguration term, double complement, FloatingPointFormat format) =>
        term.Custom is null && term.Shift > 0 && Math.Abs(complement - term.Shift) <= KinkUlp * format.Ulp(term.Shift);

    private ElementReference Around(
        TermConfiguration term, Func<double, LossConfiguration> withShift, FloatingPointFormat format, double input, double target, double weight)
    {
        double reach = 2 * KinkUlp * format.Ulp(term.Shift);
        HyperDual below = ReferenceLoss.Evaluate(withShift(term.Shift - reach), input, target, weight);
        HyperDual above = ReferenceLoss.Evaluate(withShift(term.Shift + reach), input, target, weight);
        ElementReference around = Or(below).Or(above);
        return term.Gamma is > 0 and < 1 ? around with { Hessian = null } : around;
    }
}
