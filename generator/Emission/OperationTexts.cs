using System.Collections.Generic;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>
/// How a kernel writes an operation: as a call of LossGen.Elementary.ISideBySideArithmetic, which does it with vectors of one width. {0} and those
/// that follow are the operands, before which it is said what becomes of the result: a variable, or the place of a store.
/// </summary>
internal static class OperationTexts
{
    /// <summary>The texts.</summary>
    public static IReadOnlyDictionary<KernelOp, string> Rows { get; } = new Dictionary<KernelOp, string>
    {
        [KernelOp.Constant] = "simd.Constant({0})",
        [KernelOp.LoadInput] = "simd.Load(in input, i)",
        [KernelOp.LoadTarget] = "simd.Load(in targets, i)",
        [KernelOp.LoadWeight] = "simd.Load(in weights, i)",
        [KernelOp.Scale] = "simd.Constant(scale)",
        [KernelOp.LoadScalar] = "simd.Constant(lanes.Scalars[{0}])",
        [KernelOp.LoadPerClass] = "simd.Load(in perClass{0}, i)",
        [KernelOp.Negate] = "simd.Negate({0})",
        [KernelOp.NegativeAbs] = "simd.NegativeAbs({0})",
        [KernelOp.Add] = "simd.Add({0}, {1})",
        [KernelOp.Subtract] = "simd.Subtract({0}, {1})",
        [KernelOp.Multiply] = "simd.Multiply({0}, {1})",
        [KernelOp.Divide] = "simd.Divide({0}, {1})",
        [KernelOp.MultiplyAdd] = "simd.MultiplyAdd({0}, {1}, {2})",
        [KernelOp.NegatedMultiplyAdd] = "simd.NegatedMultiplyAdd({0}, {1}, {2})",
        [KernelOp.MultiplySubtract] = "simd.MultiplySubtract({0}, {1}, {2})",
        [KernelOp.SquareRoot] = "simd.SquareRoot({0})",
        [KernelOp.Max] = "simd.Max({0}, {1})",
        [KernelOp.Min] = "simd.Min({0}, {1})",
        [KernelOp.CopySign] = "simd.CopySign({0}, {1})",
        [KernelOp.SelectLess] = "simd.SelectLess({0}, {1}, {2}, {3})",
        [KernelOp.SelectLessOrEqual] = "simd.SelectLessOrEqual({0}, {1}, {2}, {3})",
        [KernelOp.SelectEqual] = "simd.SelectEqual({0}, {1}, {2}, {3})",
        [KernelOp.NegateWhereLess] = "simd.NegateWhereLess({0}, {1}, {2})",
        [KernelOp.PowerOfTwo] = "simd.PowerOfTwo({0})",
        [KernelOp.ExponentBits] = "simd.ExponentBits({0})",
        [KernelOp.Rescale] = "simd.Rescale({0}, {1})",
        [KernelOp.ToNumber] = "simd.ToNumber({0})",
        [KernelOp.StoreLoss] = "ref losses, i",
        [KernelOp.StoreGradient] = "ref gradient, i",
        [KernelOp.StoreHessian] = "ref hessian, i",
        [KernelOp.StoreStatistic] = "ref statistic{0}, i",
    };
}
