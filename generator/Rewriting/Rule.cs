using System;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Rewriting;

/// <summary>One rewriting rule: its formula, what it may change, and the rewriting itself (null where it does not apply).</summary>
internal sealed record Rule(string Formula, RuleClass Class, Func<Expr, Expr?> Apply);

/// <summary>What a rule may change.</summary>
internal enum RuleClass
{
    /// <summary>Nothing: both sides are the same number.</summary>
    Exact,

    /// <summary>The rounding: both sides are the same real number.</summary>
    ChangesRounding,

    /// <summary>The domain: both sides are the same where the left one is finite.</summary>
    ChangesDomain,
}
