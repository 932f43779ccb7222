using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Rewriting;

/// <summary>The part of a loss that the target gives to one class: y, 1 - y and what label smoothing makes of them.</summary>
internal static class Share
{
    /// <summary>The expression is y, or a number of times y plus a number.</summary>
    public static bool IsShare(Expr e) =>
        e.Op == Op.Target || (e.Op is Op.Add or Op.Subtract or Op.Multiply && e.Operands.All(x => x.IsConstant || IsShare(x)));

    /// <summary>The shares that are factors of terms of a sum.</summary>
    public static IEnumerable<Expr> Of(Sum sum) => sum.Terms
        .SelectMany(term => term.Factors)
        .Where(f => f.Exponent == 1 && IsShare(f.Base))
        .Select(f => f.Base)
        .Distinct();

    /// <summary>What that share leaves to the other class.</summary>
    public static Expr Other(Expr share) => share is { Op: Op.Subtract, A.IsOne: true } ? share.B : 1 - share;
}
