using System.Collections.Generic;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>The operations of a lane, one lane at a time.</summary>
internal static class ScalarRows
{
    /// <summary>The rows for the lane type.</summary>
    public static IReadOnlyDictionary<KernelOp, OperationText> Of(ScalarType scalar)
    {
        BitLayout layout = BitLayout.Of(scalar);
        string math = scalar == ScalarType.Single ? "MathF" : "Math";
        string bits = scalar == ScalarType.Single ? "BitConverter.SingleToInt32Bits" : "BitConverter.DoubleToInt64Bits";
        string number = scalar == ScalarType.Single ? "BitConverter.Int32BitsToSingle" : "BitConverter.Int64BitsToDouble";
        return new Dictionary<KernelOp, OperationText>
        {
            [KernelOp.Constant] = "{0}",
            [KernelOp.LoadInput] = "Unsafe.Add(ref Unsafe.AsRef(in input), {0})",
            [KernelOp.LoadTarget] = "Unsafe.Add(ref Unsafe.AsRef(in targets), {0})",
            [KernelOp.LoadWeight] = "Unsafe.Add(ref Unsafe.AsRef(in weights), {0})",
            [KernelOp.Scale] = "scale",
            [KernelOp.LoadScalar] = "lanes.Scalars[{0}]",
            [KernelOp.LoadPerClass] = "Unsafe.Add(ref Unsafe.AsRef(in perClass{0}), {1})",
            [KernelOp.Negate] = "-{0}",
            [KernelOp.NegativeAbs] = "-" + math + ".Abs({0})",
            [KernelOp.Add] = "{0} + {1}",
            [KernelOp.Subtract] = "{0} - {1}",
            [KernelOp.Multiply] = "{0} * {1}",
            [KernelOp.Divide] = "{0} / {1}",
            [KernelOp.MultiplyAdd] = math + ".FusedMultiplyAdd({0}, {1}, {2})",
            [KernelOp.NegatedMultiplyAdd] = math + ".FusedMultiplyAdd(-{0}, {1}, {2})",
            [KernelOp.MultiplySubtract] = math + ".FusedMultiplyAdd({0}, {1}, -{2})",
            [KernelOp.SquareRoot] = math + ".Sqrt({0})",
            [KernelOp.Max] = "{0} > {1} ? {0} : {1}",
            [KernelOp.Min] = "{0} < {1} ? {0} : {1}",
            [KernelOp.CopySign] = math + ".CopySign({0}, {1})",
            [KernelOp.SelectLess] = "{0} < {1} ? {2} : {3}",
            [KernelOp.SelectLessOrEqual] = "{0} <= {1} ? {2} : {3}",
            [KernelOp.SelectEqual] = "{0} == {1} ? {2} : {3}",
            [KernelOp.NegateWhereLess] = "{0} < {1} ? -{2} : {2}",
            [KernelOp.PowerOfTwo] = $"{number}({bits}({{0}}) << {layout.Shift})",
            [KernelOp.ExponentBits] = $"{number}(unchecked({bits}({{0}}) - {layout.ThreeQuarters}) & {layout.ExponentMask})",
            [KernelOp.Rescale] = $"{number}(unchecked({bits}({{0}}) - {bits}({{1}})))",
            [KernelOp.ToNumber] = $"({Dialect.Keyword(scalar)}){bits}({{0}})",
            [KernelOp.StoreLoss] = "Unsafe.Add(ref losses, {1}) = {0}",
            [KernelOp.StoreGradient] = "Unsafe.Add(ref gradient, {1}) = {0}",
            [KernelOp.StoreHessian] = "Unsafe.Add(ref hessian, {1}) = {0}",
            [KernelOp.StoreStatistic] = "Unsafe.Add(ref statistic{2}, {1}) = {0}",
        };
    }
}
