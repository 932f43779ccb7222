using System;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Rewriting;

/// <summary>What is known of the values of an expression for every logit, infinite ones included.</summary>
internal static class Range
{
    /// <summary>The expression is the same for every logit.</summary>
    public static bool IsFixed(Expr e) => e.Op switch
    {
        Op.Constant or Op.Hyperparameter => true,
        Op.Negate or Op.Add or Op.Subtract or Op.Multiply or Op.Divide => e.Operands.All(IsFixed),
        _ => false,
    };

    /// <summary>The expression never is infinite.</summary>
    public static bool IsBounded(Expr e) => e.Op switch
    {
        Op.Constant or Op.Target or Op.Sigmoid or Op.PowerOfSigmoid or Op.PowerOfPair or Op.BoundedSoftplus or Op.Hyperparameter => true,
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
        Op.Hyperparameter when e.IsNonNegativeHyperparameter => 0,
        Op.Add => LowerBound(e.A) + LowerBound(e.B),
        Op.Min => Math.Min(LowerBound(e.A), LowerBound(e.B)),
        Op.Max => Math.Max(LowerBound(e.A), LowerBound(e.B)),
        _ => double.NegativeInfinity,
    };

    /// <summary>A number that the expression is never above.</summary>
    public static double UpperBound(Expr e) => e.Op switch
    {
        Op.Constant => e.Value,
        Op.Probability or Op.Sigmoid => 1,

        // 1 - p, and 1 - p - m
        Op.Subtract when e.B.Op == Op.Probability => UpperBound(e.A),
        Op.Subtract => UpperBound(e.A) - LowerBound(e.B),
        Op.Add => UpperBound(e.A) + UpperBound(e.B),
        Op.Negate => -LowerBound(e.A),
        Op.Min => Math.Min(UpperBound(e.A), UpperBound(e.B)),
        Op.Max => Math.Max(UpperBound(e.A), UpperBound(e.B)),
        Op.PowerOfSigmoid => 1,
        Op.PowerOfPair when LowerBound(e.C) >= 0 && UpperBound(e.A) <= 1 => 1,
        _ => double.PositiveInfinity,
    };
}
