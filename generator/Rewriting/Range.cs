using System;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Rewriting;

/// <summary>What is known of the values of an expression for every logit, infinite ones included.</summary>
internal static class Range
{
    /// <summary>The expression never is infinite.</summary>
    public static bool IsBounded(Expr e) => e.Op switch
    {
        Op.Constant or Op.Target or Op.Sigmoid or Op.PowerOfSigmoid or Op.PowerOfPair or Op.BoundedSoftplus => true,
        Op.Negate or Op.Add or Op.Subtract or Op.Multiply or Op.Max or Op.Min or Op.Detach => e.Operands.All(IsBounded),
        Op.Select => IsBounded(e.B) && IsBounded(e.C),
        Op.Power => IsBounded(e.A) && e.B.Value >= 0,
        Op.Divide => IsBounded(e.A) && LowerBound(e.B) > 0,
        Op.LogOfPair => LowerBound(e.A) > 0,
        _ => false,
    };

    /// <summary>A number that the expression is never below.</summary>
    public static double LowerBound(Expr e) => e.Op switch
    {
        Op.Constant => e.Value,
        Op.Sigmoid or Op.PowerOfSigmoid or Op.Softplus or Op.PowerOfPair or Op.BoundedSoftplus or Op.Power or Op.SquareRoot => 0,
        Op.Add => LowerBound(e.A) + LowerBound(e.B),
        Op.Min => Math.Min(LowerBound(e.A), LowerBound(e.B)),
        Op.Max => Math.Max(LowerBound(e.A), LowerBound(e.B)),
        _ => double.NegativeInfinity,
    };
}
