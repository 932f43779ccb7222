using System;

namespace LossGen.Verification;

/// <summary>What a kernel may give for one element.</summary>
/// <param name="Loss">The weighted loss.</param>
/// <param name="Gradient">Its first derivative, before the reduction.</param>
/// <param name="Hessian">Its second derivative, before the reduction; null where it has no bound.</param>
internal readonly record struct ElementReference(ReferenceInterval Loss, ReferenceInterval Gradient, ReferenceInterval? Hessian)
{
    // how many ulp of the shift the kernel's probability and its rounded shift may be off together
    private const double KinkUlp = 8;

    /// <summary>
    /// The reference of an element. A shifted term has a kink where 1 - t = Shift: there the derivatives jump, and on which
    /// side of it a kernel computes is decided by the last bits of the probability. Within 8 ulp of the kink everything
    /// between the losses with Shift - 8 ulp and Shift + 8 ulp is correct. The hessian of a term with 0 &lt; Gamma &lt; 1
    /// grows beyond all bounds towards the kink and has no reference there.
    /// </summary>
    public static ElementReference Of(LossConfiguration configuration, FloatingPointFormat format, double input, double target, double weight)
    {
        HyperDual loss = ReferenceLoss.Evaluate(configuration, input, target, weight);
        ElementReference reference = new(new(loss.Value), new(loss.First), new(loss.Second));
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

    private static bool IsAtKink(TermConfiguration term, double complement, FloatingPointFormat format) =>
        term.Shift > 0 && Math.Abs(complement - term.Shift) <= KinkUlp * format.Ulp(term.Shift);

    private ElementReference Around(
        TermConfiguration term, Func<double, LossConfiguration> withShift, FloatingPointFormat format, double input, double target, double weight)
    {
        double reach = 2 * KinkUlp * format.Ulp(term.Shift);
        HyperDual below = ReferenceLoss.Evaluate(withShift(term.Shift - reach), input, target, weight);
        HyperDual above = ReferenceLoss.Evaluate(withShift(term.Shift + reach), input, target, weight);
        return new(
            Loss.Or(below.Value).Or(above.Value),
            Gradient.Or(below.First).Or(above.First),
            term.Gamma is > 0 and < 1 ? null : Hessian?.Or(below.Second).Or(above.Second));
    }
}
