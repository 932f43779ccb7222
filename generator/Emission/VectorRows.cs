using System;
using System.Collections.Generic;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>The operations of a lane in terms of a vector type.</summary>
internal static class VectorRows
{
    // Vector512 and Vector256 are accelerated on x86 only, where the native maximum of NaN and number is the second operand.
    // Without mask registers a selection is three instructions unless it is written as the blend that it is.
    private static readonly Native s_vector512 = new(
        "Avx512F.FusedMultiplyAddNegated({0}, {1}, {2})",
        "Avx512F.FusedMultiplySubtract({0}, {1}, {2})",
        "Vector512.MaxNative({0}, {1})",
        "Vector512.MinNative({0}, {1})",
        (condition, x, y) => $"Vector512.ConditionalSelect({condition}, {x}, {y})");

    private static readonly Native s_vector256 = new(
        "Fma.MultiplyAddNegated({0}, {1}, {2})",
        "Fma.MultiplySubtract({0}, {1}, {2})",
        "Vector256.MaxNative({0}, {1})",
        "Vector256.MinNative({0}, {1})",
        (condition, x, y) => $"Avx.BlendVariable({y}, {x}, {condition})");

    private static readonly Native s_vector128 = new(
        "Vector128.FusedMultiplyAdd(-{0}, {1}, {2})",
        "Vector128.FusedMultiplyAdd({0}, {1}, -{2})",
        "Vector128.ConditionalSelect(Vector128.GreaterThan({0}, {1}), {0}, {1})",
        "Vector128.ConditionalSelect(Vector128.LessThan({0}, {1}), {0}, {1})",
        (condition, x, y) => $"Vector128.ConditionalSelect({condition}, {x}, {y})");

    /// <summary>The rows for vectors of that many bits.</summary>
    public static IReadOnlyDictionary<KernelOp, OperationText> Of(int width, ScalarType scalar) => width switch
    {
        512 => Rows("Vector512", s_vector512, BitLayout.Of(scalar), scalar),
        256 => Rows("Vector256", s_vector256, BitLayout.Of(scalar), scalar),
        _ => Rows("Vector128", s_vector128, BitLayout.Of(scalar), scalar),
    };

    private static Dictionary<KernelOp, OperationText> Rows(string v, Native native, BitLayout bits, ScalarType scalar)
    {
        // the C# compiler takes long to choose among all the overloads that are not generic
        string create = $"{v}.Create<{Dialect.Keyword(scalar)}>";
        return new()
        {
            [KernelOp.Constant] = create + "({0})",
            [KernelOp.LoadInput] = v + ".LoadUnsafe(in input, {0})",
            [KernelOp.LoadTarget] = v + ".LoadUnsafe(in targets, {0})",
            [KernelOp.LoadWeight] = v + ".LoadUnsafe(in weights, {0})",
            [KernelOp.Scale] = create + "(scale)",
            [KernelOp.LoadScalar] = create + "(lanes.Scalars[{0}])",
            [KernelOp.LoadPerClass] = v + ".LoadUnsafe(in perClass{0}, {1})",
            [KernelOp.Negate] = "-{0}",
            [KernelOp.NegativeAbs] = new("{0} | {1}", -0.0),
            [KernelOp.Add] = "{0} + {1}",
            [KernelOp.Subtract] = "{0} - {1}",
            [KernelOp.Multiply] = "{0} * {1}",
            [KernelOp.Divide] = "{0} / {1}",
            [KernelOp.MultiplyAdd] = v + ".FusedMultiplyAdd({0}, {1}, {2})",
            [KernelOp.NegatedMultiplyAdd] = native.NegatedMultiplyAdd,
            [KernelOp.MultiplySubtract] = native.MultiplySubtract,
            [KernelOp.SquareRoot] = v + ".Sqrt({0})",
            [KernelOp.Max] = native.Max,
            [KernelOp.Min] = native.Min,
            [KernelOp.CopySign] = v + ".CopySign({0}, {1})",
            [KernelOp.SelectLess] = native.Select(v + ".LessThan({0}, {1})", "{2}", "{3}"),
            [KernelOp.SelectLessOrEqual] = native.Select(v + ".LessThanOrEqual({0}, {1})", "{2}", "{3}"),
            [KernelOp.SelectEqual] = native.Select(v + ".Equals({0}, {1})", "{2}", "{3}"),
            [KernelOp.NegateWhereLess] = native.Select(v + ".LessThan({0}, {1})", "-{2}", "{2}"),
            [KernelOp.PowerOfTwo] = $"({{0}}.{bits.Integer}() << {bits.Shift}).{bits.Back}()",
            [KernelOp.ExponentBits] = new($"({{0}}.{bits.Integer}() - {{1}}.{bits.Integer}()).{bits.Back}() & {{2}}", 0.75, double.NegativeInfinity),
            [KernelOp.Rescale] = $"({{0}}.{bits.Integer}() - {{1}}.{bits.Integer}()).{bits.Back}()",
            [KernelOp.ToNumber] = $"{v}.ConvertTo{scalar}({{0}}.{bits.Integer}())",
            [KernelOp.StoreLoss] = v + ".StoreUnsafe({0}, ref losses, {1})",
            [KernelOp.StoreGradient] = v + ".StoreUnsafe({0}, ref gradient, {1})",
            [KernelOp.StoreHessian] = v + ".StoreUnsafe({0}, ref hessian, {1})",
            [KernelOp.StoreStatistic] = v + ".StoreUnsafe({0}, ref statistic{2}, {1})",
        };
    }

    /// <summary>What is not written the same way for every width.</summary>
    private sealed record Native(string NegatedMultiplyAdd, string MultiplySubtract, string Max, string Min, Func<string, string, string, string> Select);
}
