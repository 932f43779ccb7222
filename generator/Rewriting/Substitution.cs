using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Rewriting;

/// <summary>Replaces subexpressions of an expression.</summary>
internal static class Substitution
{
    /// <summary>The expression with every subexpression replaced for which there is a replacement.</summary>
    public static Expr Apply(Expr e, Func<Expr, Expr?> replacement) => Apply(e, replacement, []);

    private static Expr Apply(Expr e, Func<Expr, Expr?> replacement, Dictionary<Expr, Expr> known)
    {
        if (!known.TryGetValue(e, out Expr result))
        {
            result = replacement(e) ?? Rebuild(e, e.Operands.Select(operand => Apply(operand, replacement, known)).ToArray());
            known.Add(e, result);
        }

        return result;
    }

    private static Expr Rebuild(Expr e, Expr[] operands) =>
        operands.SequenceEqual(e.Operands) ? e : e.Builder.Add(e.Op, operands);
}
