using System;
using System.Collections.Generic;

namespace LossGen.Verification;

/// <summary>
/// The decisions of one evaluation in their order. Where both sides of a comparison are closer than the contract lets a kernel
/// be off (the tolerance times their sensitivities, see <see cref="Conditioned"/>), the kernel may decide either way, and the
/// evaluation can be repeated with each. Exact numbers are compared exactly: z &lt; 0 is never uncertain.
/// </summary>
/// <param name="tolerance">By how much, relative to its sensitivity, a number may be off.</param>
/// <param name="forced">The uncertain decisions that are taken as given here, by their place among all decisions; the others as they are.</param>
internal sealed class Decisions(double tolerance, IReadOnlyDictionary<int, bool>? forced = null)
{
    /// <summary>
    /// How far beside a kink a term is evaluated: a power or a logarithm that begins there shows that its derivatives grow
    /// beyond all bounds, and to any other number it is nothing.
    /// </summary>
    public const double Step = 1e-60;

    // beyond it, further decisions count as certain
    private const int MaxUncertain = 4;

    private List<int>? uncertain;
    private int taken;

    /// <summary>A kernel may take one of the decisions the other way.</summary>
    public bool AreUncertain => uncertain is not null;

    /// <summary>a &lt; b.</summary>
    public bool Less(HyperDual a, HyperDual b) => Next(a, b, HyperDual.Compare(a, b) < 0).Outcome;

    /// <summary>a &lt;= b.</summary>
    public bool LessOrEqual(HyperDual a, HyperDual b) => Next(a, b, HyperDual.Compare(a, b) <= 0).Outcome;

    /// <summary>a = b.</summary>
    public bool Equal(HyperDual a, HyperDual b) => Next(a, b, HyperDual.Compare(a, b) == 0).Outcome;

    /// <summary>The larger of two numbers; the derivative is that of the second where they are equal.</summary>
    public HyperDual Max(HyperDual a, HyperDual b)
    {
        (bool takesSecond, bool isForced) = Next(a, b, HyperDual.Compare(a, b) <= 0);
        return isForced ? (takesSecond ? b : a).MovedTo(Tie(a, b) + Step, 1 - Tie(a, b) - Step) : HyperDual.Max(a, b);
    }

    /// <summary>The smaller of two numbers; the derivative is that of the second where they are equal.</summary>
    public HyperDual Min(HyperDual a, HyperDual b)
    {
        (bool takesSecond, bool isForced) = Next(a, b, HyperDual.Compare(a, b) >= 0);
        return isForced ? (takesSecond ? b : a).MovedTo(Tie(a, b) - Step, 1 - Tie(a, b) + Step) : HyperDual.Min(a, b);
    }

    /// <summary>|x|; the derivative at 0 is 0.</summary>
    public HyperDual Abs(HyperDual x)
    {
        (bool isNegative, bool isForced) = Next(x, 0, x.Value.Value < 0);
        return isForced ? (isNegative ? -x : x).MovedTo(Step, 1) : HyperDual.Abs(x);
    }

    /// <summary>The other evaluations: each way to take the uncertain decisions.</summary>
    public IEnumerable<Decisions> Alternatives()
    {
        int count = uncertain?.Count ?? 0;
        for (int outcomes = 0; outcomes < 1 << count; outcomes++)
        {
            Dictionary<int, bool> given = [];
            for (int i = 0; i < count; i++)
            {
                given.Add(uncertain![i], (outcomes >> i & 1) != 0);
            }

            yield return new Decisions(tolerance, given);
        }
    }

    // where the kink lies: at the operand that does not move
    private static double Tie(HyperDual a, HyperDual b) => (a.IsConstant ? a : b).Value.Value;

    // the next decision, and whether it is not the evaluation's own
    private (bool Outcome, bool IsForced) Next(HyperDual a, HyperDual b, bool outcome)
    {
        int place = taken++;
        if (forced is not null)
        {
            return forced.TryGetValue(place, out bool given) ? (given, true) : (outcome, false);
        }

        double sensitivity = a.Value.Sensitivity + b.Value.Sensitivity;
        if (sensitivity > 0 && Math.Abs(HyperDual.Compare(a, b)) <= tolerance * sensitivity && (uncertain?.Count ?? 0) < MaxUncertain)
        {
            (uncertain ??= []).Add(place);
        }

        return (outcome, false);
    }
}
