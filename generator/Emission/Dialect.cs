using System;
using System.Collections.Generic;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>How the operations of a lane are written for one vector width and lane type: one row per operation.</summary>
internal sealed class Dialect
{
    private Dialect(string suffix, int lanes, int interleave, ScalarType scalar, IReadOnlyDictionary<KernelOp, string> rows)
    {
        Suffix = suffix;
        Interleave = interleave;
        Scalar = scalar;
        Rows = rows;
        Lanes = lanes;
    }

    /// <summary>512, 256, 128 or Scalar.</summary>
    public string Suffix { get; }

    /// <summary>The number of lanes of a vector.</summary>
    public int Lanes { get; }

    /// <summary>The number of vectors that are computed side by side.</summary>
    public int Interleave { get; }

    /// <summary>The lane type.</summary>
    public ScalarType Scalar { get; }

    /// <summary>The text of each operation; {0} to {3} are its operands.</summary>
    public IReadOnlyDictionary<KernelOp, string> Rows { get; }

    /// <summary>The C# type of a vector.</summary>
    public string Type => Lanes == 1 ? Keyword(Scalar) : $"Vector{Suffix}<{Keyword(Scalar)}>";

    /// <summary>A number in every lane.</summary>
    public string Constant(double value) => string.Format(
        System.Globalization.CultureInfo.InvariantCulture, Rows[KernelOp.Constant], Literal.Of(value, Scalar));

    /// <summary>
    /// From the widest to one lane at a time. How many vectors are computed side by side is a matter of registers: 32 of
    /// 512 bits hide the latency of three chains, 16 of 256 bits that of two.
    /// </summary>
    public static IReadOnlyList<Dialect> All(ScalarType scalar) =>
    [
        new("512", 512 / Bits(scalar), 3, scalar, Vectors(scalar, "Vector512", "Avx512F.FusedMultiplyAddNegated({0}, {1}, {2})", "Avx512F.FusedMultiplySubtract({0}, {1}, {2})", "Vector512.MaxNative({0}, {1})", "Vector512.MinNative({0}, {1})")),
        new("256", 256 / Bits(scalar), 2, scalar, Vectors(scalar, "Vector256", "Fma.MultiplyAddNegated({0}, {1}, {2})", "Fma.MultiplySubtract({0}, {1}, {2})", "Vector256.MaxNative({0}, {1})", "Vector256.MinNative({0}, {1})")),

        // portable: of NaN and number, the native maximum is the second operand on one architecture only
        new("128", 128 / Bits(scalar), 2, scalar, Vectors(scalar, "Vector128", "Vector128.FusedMultiplyAdd(-{0}, {1}, {2})", "Vector128.FusedMultiplyAdd({0}, {1}, -{2})", "Vector128.ConditionalSelect(Vector128.GreaterThan({0}, {1}), {0}, {1})", "Vector128.ConditionalSelect(Vector128.LessThan({0}, {1}), {0}, {1})")),
        new("Scalar", 1, 1, scalar, Scalars(scalar)),
    ];

    /// <summary>float or double.</summary>
    public static string Keyword(ScalarType scalar) => scalar == ScalarType.Single ? "float" : "double";

    private static int Bits(ScalarType scalar) => scalar == ScalarType.Single ? 32 : 64;

    private static Dictionary<KernelOp, string> Vectors(ScalarType scalar, string v, string negatedMultiplyAdd, string multiplySubtract, string max, string min)
    {
        (string integer, string back, string signBit, int shift, string threeQuarters, string exponentMask) = Layout(scalar);
        return new()
        {
            [KernelOp.Constant] = v + ".Create({0})",
            [KernelOp.LoadInput] = v + ".LoadUnsafe(in input, {0})",
            [KernelOp.LoadTarget] = v + ".LoadUnsafe(in targets, {0})",
            [KernelOp.LoadWeight] = v + ".LoadUnsafe(in weights, {0})",
            [KernelOp.Scale] = v + ".Create(scale)",
            [KernelOp.Negate] = "-{0}",
            [KernelOp.NegativeAbs] = "{0} | " + v + $".Create({signBit})",
            [KernelOp.Add] = "{0} + {1}",
            [KernelOp.Subtract] = "{0} - {1}",
            [KernelOp.Multiply] = "{0} * {1}",
            [KernelOp.Divide] = "{0} / {1}",
            [KernelOp.MultiplyAdd] = v + ".FusedMultiplyAdd({0}, {1}, {2})",
            [KernelOp.NegatedMultiplyAdd] = negatedMultiplyAdd,
            [KernelOp.MultiplySubtract] = multiplySubtract,
            [KernelOp.SquareRoot] = v + ".Sqrt({0})",
            [KernelOp.Max] = max,
            [KernelOp.Min] = min,
            [KernelOp.CopySign] = v + ".CopySign({0}, {1})",
            [KernelOp.SelectLess] = v + ".ConditionalSelect(" + v + ".LessThan({0}, {1}), {2}, {3})",
            [KernelOp.SelectLessOrEqual] = v + ".ConditionalSelect(" + v + ".LessThanOrEqual({0}, {1}), {2}, {3})",
            [KernelOp.SelectEqual] = v + ".ConditionalSelect(" + v + ".Equals({0}, {1}), {2}, {3})",
            [KernelOp.PowerOfTwo] = $"({{0}}.{integer}() << {shift}).{back}()",
            [KernelOp.ExponentBits] = $"(({{0}}.{integer}() - {v}.Create({threeQuarters})) & {v}.Create({exponentMask})).{back}()",
            [KernelOp.Rescale] = $"({{0}}.{integer}() - {{1}}.{integer}()).{back}()",
            [KernelOp.ToNumber] = $"{v}.ConvertTo{scalar}({{0}}.{integer}())",
            [KernelOp.StoreLoss] = "{0}.StoreUnsafe(ref losses, {1})",
            [KernelOp.StoreGradient] = "{0}.StoreUnsafe(ref gradient, {1})",
            [KernelOp.StoreHessian] = "{0}.StoreUnsafe(ref hessian, {1})",
        };
    }

    private static Dictionary<KernelOp, string> Scalars(ScalarType scalar)
    {
        (string integer, string _, string _, int shift, string threeQuarters, string exponentMask) = Layout(scalar);
        string math = scalar == ScalarType.Single ? "MathF" : "Math";
        string bits = scalar == ScalarType.Single ? "BitConverter.SingleToInt32Bits" : "BitConverter.DoubleToInt64Bits";
        string number = scalar == ScalarType.Single ? "BitConverter.Int32BitsToSingle" : "BitConverter.Int64BitsToDouble";
        return new()
        {
            [KernelOp.Constant] = "{0}",
            [KernelOp.LoadInput] = "Unsafe.Add(ref Unsafe.AsRef(in input), {0})",
            [KernelOp.LoadTarget] = "Unsafe.Add(ref Unsafe.AsRef(in targets), {0})",
            [KernelOp.LoadWeight] = "Unsafe.Add(ref Unsafe.AsRef(in weights), {0})",
            [KernelOp.Scale] = "scale",
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
            [KernelOp.PowerOfTwo] = $"{number}({bits}({{0}}) << {shift})",
            [KernelOp.ExponentBits] = $"{number}(unchecked({bits}({{0}}) - {threeQuarters}) & {exponentMask})",
            [KernelOp.Rescale] = $"{number}(unchecked({bits}({{0}}) - {bits}({{1}})))",
            [KernelOp.ToNumber] = $"({Keyword(scalar)}){bits}({{0}})",
            [KernelOp.StoreLoss] = "Unsafe.Add(ref losses, {1}) = {0}",
            [KernelOp.StoreGradient] = "Unsafe.Add(ref gradient, {1}) = {0}",
            [KernelOp.StoreHessian] = "Unsafe.Add(ref hessian, {1}) = {0}",
        };
    }

    // Where the fields of a number are: bits as integers and back, -0, the width of the significand field, the bits of
    // 0.75, and the mask of sign and exponent.
    private static (string Integer, string Back, string SignBit, int Shift, string ThreeQuarters, string ExponentMask) Layout(ScalarType scalar) =>
        scalar == ScalarType.Single
            ? ("AsInt32", "AsSingle", "-0f", 23, "0x3F400000", "-0x800000")
            : ("AsInt64", "AsDouble", "-0d", 52, "0x3FE8000000000000L", "-0x10000000000000L");
}
