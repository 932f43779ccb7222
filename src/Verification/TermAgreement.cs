using System;
using System.Collections.Generic;

namespace LossGen.Verification;

/// <summary>
/// Compares each term method of a loss, run as it is, with its formula over hyper-dual numbers, which the derivatives of the
/// reference come from. The formula gets the same numbers as the method and nothing that is known beyond them, so that both
/// do the same operations in double precision. They are compared where p, 1 - p and |z| are at least 2^-10: there the
/// functions of the base library that subtract or add 1 (<see cref="double.LogP1"/>, <see cref="double.ExpM1"/>) are
/// accurate to 2^-42, and so is the method.
/// </summary>
internal static class TermAgreement
{
    // relative to the conditioned magnitude
    private static readonly double Tolerance = Math.ScaleB(1, -40);

    private static readonly double Smallest = Math.ScaleB(1, -10);

    /// <summary>The first term of an element that is another number than its formula; null where all agree.</summary>
    /// <param name="configuration">The loss, with its hyperparameters given.</param>
    /// <param name="input">The logit, or the probability.</param>
    /// <param name="target">The target.</param>
    public static TermDisagreement? Find(LossConfiguration configuration, double input, double target) =>
        configuration.HasCustomTerms ? Find(ReferenceLoss.CustomTerms(configuration, input, target, new Decisions(0))) : null;

    /// <summary>The same of the terms of a row of classes.</summary>
    public static TermDisagreement? Find(ReferenceRowLoss row) => Find(row.CustomTerms(new Decisions(0)));

    private static TermDisagreement? Find(IEnumerable<(TermMethod Term, TermPoint At)> terms)
    {
        foreach ((TermMethod term, TermPoint at) in terms)
        {
            TermArguments arguments = at.Arguments;
            if (Math.Abs(arguments.Probability - 0.5) > 0.5 - Smallest || Math.Abs(arguments.Logit) < Smallest)
            {
                continue;
            }

            Decisions decisions = new(Tolerance);
            double byMethod = term.Method(arguments);
            Conditioned byFormula = term.Formula(at.Plain(decisions)).Value;

            // where the method gives 0 * infinity, the formula has the limit
            if (double.IsFinite(byMethod) && !decisions.AreUncertain && !(Math.Abs(byMethod - byFormula.Value) <= Tolerance * byFormula.Magnitude))
            {
                return new(term.Name, arguments.Probability, arguments.Logit, arguments.Target, byMethod, byFormula.Value);
            }
        }

        return null;
    }
}
