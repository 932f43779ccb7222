using System;
using System.Collections.Generic;
using LossGen.Elementary;

namespace LossGen.Tests.Elementary;

/// <summary>Every elementary function by name, as a function of two values: the second is a complement, an exponent or nothing.</summary>
internal static class FunctionTable
{
    public static Dictionary<string, Func<TValue, TValue, TValue>> Of<TValue>(IElementaryFunctions<TValue> functions) => new()
    {
        ["BoundedMagnitude"] = (x, _) => functions.BoundedMagnitude(x),
        ["ExpNonPositive"] = (x, _) => functions.ExpNonPositive(x),
        ["ExpOfDifference"] = (x, _) => functions.ExpOfDifference(x),
        ["ExpNegativeMagnitude"] = (x, _) => functions.ExpNegativeMagnitude(x),
        ["Exp"] = (x, _) => functions.Exp(x),
        ["Expm1"] = (x, _) => functions.Expm1(x),
        ["Tanh"] = (x, _) => functions.Tanh(x),
        ["Log1PUnit"] = (x, _) => functions.Log1PUnit(x),
        ["Softplus"] = (x, _) => functions.Softplus(x),
        ["SoftplusOfNegated"] = (x, _) => functions.SoftplusOfNegated(x),
        ["BoundedSoftplusOfNegated"] = (x, _) => functions.BoundedSoftplusOfNegated(x),
        ["SigmoidOfNegated"] = (x, _) => functions.SigmoidOfNegated(x),
        ["BoundedSoftplus"] = (x, _) => functions.BoundedSoftplus(x),
        ["Reciprocal"] = (x, _) => functions.Reciprocal(x),
        ["Sigmoid"] = (x, _) => functions.Sigmoid(x),
        ["SmallerOfPair"] = (x, _) => functions.SmallerOfPair(x),
        ["SigmoidOfPair"] = (x, _) => functions.SigmoidOfPair(x),
        ["SigmoidOfNegatedOfPair"] = (x, _) => functions.SigmoidOfNegatedOfPair(x),
        ["PowerOfSigmoid"] = (x, _) => functions.PowerOfSigmoid(x, 0.3),
        ["PowerOfSigmoidOfNegated"] = (x, _) => functions.PowerOfSigmoidOfNegated(x, 0.3),
        ["PowerOfPair"] = (x, u) => functions.PowerOfPair(x, u, 0.3),
        ["Log"] = (x, u) => functions.Log(x, u),
        ["LogGuarded"] = (x, u) => functions.LogGuarded(x, u),
        ["LogAboveOne"] = (x, u) => functions.LogAboveOne(x, u),
        ["LogAny"] = (x, u) => functions.LogAny(x, u),
        ["PowerOfSigmoid to a value"] = (x, a) => functions.PowerOfSigmoid(x, a),
        ["PowerOfSigmoidOfNegated to a value"] = (x, a) => functions.PowerOfSigmoidOfNegated(x, a),
        ["PowerAnyOfSigmoid"] = (x, a) => functions.PowerAnyOfSigmoid(x, a),
        ["PowerAnyOfSigmoidOfNegated"] = (x, a) => functions.PowerAnyOfSigmoidOfNegated(x, a),
        ["PowerOfPair to a value"] = (x, u) => functions.PowerOfPair(x, u, u),
        ["PowerAny"] = (x, u) => functions.PowerAny(x, u, u),
        ["Power"] = (x, _) => functions.Power(x, 13),
    };

    /// <summary>The operations themselves, for those that no function above exercises with NaN and infinities.</summary>
    public static Dictionary<string, Func<TValue, TValue, TValue>> Of<TValue>(IArithmetic<TValue> arithmetic) => new()
    {
        ["Add"] = arithmetic.Add,
        ["Subtract"] = arithmetic.Subtract,
        ["Multiply"] = arithmetic.Multiply,
        ["Divide"] = arithmetic.Divide,
        ["MultiplyAdd"] = (x, y) => arithmetic.MultiplyAdd(x, y, arithmetic.Constant(-0.7)),
        ["NegatedMultiplyAdd"] = (x, y) => arithmetic.NegatedMultiplyAdd(x, y, arithmetic.Constant(-0.7)),
        ["SquareRoot"] = (x, _) => arithmetic.SquareRoot(x),
        ["Max"] = arithmetic.Max,
        ["Max of a constant"] = (x, _) => arithmetic.Max(arithmetic.Constant(-1), x),
        ["Max with a constant"] = (x, _) => arithmetic.Max(x, arithmetic.Constant(-1)),
        ["Min"] = arithmetic.Min,
        ["Min of a constant"] = (x, _) => arithmetic.Min(arithmetic.Constant(-1), x),
        ["Min with a constant"] = (x, _) => arithmetic.Min(x, arithmetic.Constant(-1)),
        ["SelectEqual"] = (x, y) => arithmetic.SelectEqual(x, arithmetic.Max(x, y), y, arithmetic.Constant(2)),
        ["Negate"] = (x, _) => arithmetic.Negate(x),
        ["NegativeAbs"] = (x, _) => arithmetic.NegativeAbs(x),
        ["SelectLess"] = (x, y) => arithmetic.SelectLess(x, y, arithmetic.Constant(2), y),
        ["CopySign"] = arithmetic.CopySign,
        ["PowerOfTwo"] = (x, _) => arithmetic.PowerOfTwo(x),
        ["ExponentBits"] = (x, _) => arithmetic.ExponentBits(x),
        ["Rescale"] = arithmetic.Rescale,
        ["ToNumber"] = (x, _) => arithmetic.ToNumber(x),
    };

    /// <summary>The operations that only kernels use.</summary>
    public static Dictionary<string, Func<TVector, TVector, TVector>> OfKernels<T, TVector>(IVectorArithmetic<T, TVector> arithmetic)
        where T : unmanaged
        where TVector : unmanaged => new()
        {
            ["MultiplySubtract"] = (x, y) => arithmetic.MultiplySubtract(x, y, arithmetic.Constant(-0.7)),
            ["SelectLessOrEqual"] = (x, y) => arithmetic.SelectLessOrEqual(x, y, y, x),
            ["NegateWhereLess"] = (x, y) => arithmetic.NegateWhereLess(x, y, x),
        };
}
