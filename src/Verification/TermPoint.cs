using System.Collections.Generic;

namespace LossGen.Verification;

/// <summary>
/// Where the formula of a term method is evaluated, and what is decided there: every condition, bound and absolute value goes
/// through it, so that an evaluation can be repeated with a decision that a kernel may take the other way.
/// </summary>
public sealed class TermPoint
{
    private readonly Decisions decisions;
    private readonly IReadOnlyList<double> hyperparameters;

    internal TermPoint(HyperDual probability, HyperDual logit, HyperDual target, IReadOnlyList<double> hyperparameters, Decisions decisions)
    {
        Probability = probability.Rounding();
        Logit = logit.Rounding();
        Target = target.Rounding();
        this.hyperparameters = hyperparameters;
        this.decisions = decisions;
    }

    /// <summary>p, after the shift.</summary>
    public HyperDual Probability { get; }

    /// <summary>z.</summary>
    public HyperDual Logit { get; }

    /// <summary>y.</summary>
    public HyperDual Target { get; }

    /// <summary>The numbers themselves, as the user's method gets them.</summary>
    internal TermArguments Arguments => new(Probability.Value.Value, Logit.Value.Value, Target.Value.Value, hyperparameters);

    /// <summary>A hyperparameter of the loss.</summary>
    /// <param name="index">Its place among the hyperparameters.</param>
    public HyperDual Hyperparameter(int index) => ((HyperDual)hyperparameters[index]).Rounding();

    /// <summary>a &lt; b.</summary>
    /// <param name="a">Any number.</param>
    /// <param name="b">Any number.</param>
    public bool Less(HyperDual a, HyperDual b) => decisions.Less(a, b);

    /// <summary>a &lt;= b.</summary>
    /// <param name="a">Any number.</param>
    /// <param name="b">Any number.</param>
    public bool LessOrEqual(HyperDual a, HyperDual b) => decisions.LessOrEqual(a, b);

    /// <summary>a = b.</summary>
    /// <param name="a">Any number.</param>
    /// <param name="b">Any number.</param>
    public bool Equal(HyperDual a, HyperDual b) => decisions.Equal(a, b);

    /// <summary>The larger of two numbers; the derivative is that of the second where they are equal.</summary>
    /// <param name="a">Any number.</param>
    /// <param name="b">Any number.</param>
    public HyperDual Max(HyperDual a, HyperDual b) => decisions.Max(a, b);

    /// <summary>The smaller of two numbers; the derivative is that of the second where they are equal.</summary>
    /// <param name="a">Any number.</param>
    /// <param name="b">Any number.</param>
    public HyperDual Min(HyperDual a, HyperDual b) => decisions.Min(a, b);

    /// <summary>|x|; the derivative at 0 is 0.</summary>
    /// <param name="x">Any number.</param>
    public HyperDual Abs(HyperDual x) => decisions.Abs(x);

    /// <summary>The same place as constants that are known as numbers of type <see cref="double"/> and no better.</summary>
    internal TermPoint Plain(Decisions decisions) =>
        new(Probability.Value.Value, Logit.Value.Value, Target.Value.Value, hyperparameters, decisions);
}
