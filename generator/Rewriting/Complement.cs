using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>What is left of an expression to 1, without the subtraction that would lose its digits near 1.</summary>
internal static class Complement
{
    /// <summary>The complement of a probability: sigmoid(-x) of sigmoid(x), 1 - p of a given p and the other way round; null of anything else.</summary>
    public static Expr? OfProbability(Expr e) => e switch
    {
        { Op: Op.Sigmoid, A.IsConstant: false } => Sigmoid(Product.Negation(e.A)),
        { Op: Op.Probability } => 1 - e,
        { Op: Op.Subtract, A.IsOne: true, B.Op: Op.Probability } => e.B,
        _ => null,
    };

    /// <summary>1 - e has a form in which no probability is subtracted from a number near it.</summary>
    public static bool IsKnown(Expr e) => e.Op switch
    {
        Op.Sigmoid or Op.Probability => true,
        Op.Subtract when e.A.IsOne => true,
        Op.Add or Op.Subtract when IsShift(e.B) => IsKnown(e.A),
        Op.Add or Op.Subtract when IsShift(e.A) => IsKnown(e.B),
        Op.Max or Op.Min => IsKnown(e.A) || IsKnown(e.B),
        Op.Select => IsKnown(e.B) || IsKnown(e.C),
        _ => false,
    };

    /// <summary>A number, or a hyperparameter that is one at run time.</summary>
    public static bool IsShift(Expr e) => e.Op is Op.Constant or Op.Hyperparameter;

    /// <summary>1 - e, folded where e is a number.</summary>
    public static Expr Of(Expr e) => e.IsConstant ? e.Number(Decimals.Add(1, -e.Value)) : 1 - e;
}
