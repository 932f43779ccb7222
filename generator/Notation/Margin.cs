using LossGen.Generator.Algebra;

namespace LossGen.Generator.Notation;

/// <summary>The forms in which folded losses have the logit: u = y = 1 ? z : -z, the margin of a hard target, and |z|.</summary>
internal static class Margin
{
    /// <summary>y = 1 ? z : -z, of which sigmoid is the confidence in the target.</summary>
    public static bool Is(Expr e) => e is { Op: Op.Select, A.Op: Op.Less, B.Op: Op.Logit, C: { Op: Op.Negate, A.Op: Op.Logit } } && e.A.B.Op == Op.Target;

    /// <summary>-u.</summary>
    public static bool IsNegated(Expr e) => e.Op == Op.Negate && Is(e.A);

    /// <summary>|z|.</summary>
    public static bool IsMagnitude(Expr e) => e is { Op: Op.Abs, A.Op: Op.Logit };

    /// <summary>-|z|.</summary>
    public static bool IsNegatedMagnitude(Expr e) => e.Op == Op.Negate && IsMagnitude(e.A);

    /// <summary>z &lt; 0 ? y : 1 - y, the share of the target that z speaks against.</summary>
    public static bool IsShareAgainst(Expr e) =>
        e is { Op: Op.Select, A: { Op: Op.Less, A.Op: Op.Logit }, B.Op: Op.Target, C: { Op: Op.Subtract, A.IsOne: true, B.Op: Op.Target } };
}
