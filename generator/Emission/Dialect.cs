using System.Collections.Generic;
using System.Globalization;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>How kernels are written for one vector width and lane type.</summary>
/// <param name="Suffix">512, 256, 128 or Scalar.</param>
/// <param name="Lanes">The number of lanes of a vector.</param>
/// <param name="Interleave">The number of vectors that are computed side by side.</param>
/// <param name="Scalar">The lane type.</param>
/// <param name="Rows">The text of each operation.</param>
internal sealed record Dialect(string Suffix, int Lanes, int Interleave, ScalarType Scalar, IReadOnlyDictionary<KernelOp, OperationText> Rows)
{
    /// <summary>The C# type of a vector.</summary>
    public string Type => Lanes == 1 ? Keyword(Scalar) : $"Vector{Suffix}<{Keyword(Scalar)}>";

    /// <summary>From the widest to one lane at a time.</summary>
    public static IReadOnlyList<Dialect> All(ScalarType scalar, Interleaving interleaving)
    {
        int bits = scalar == ScalarType.Single ? 32 : 64;
        return
        [
            new("512", 512 / bits, interleaving.Of512Bits, scalar, VectorRows.Of(512, scalar)),
            new("256", 256 / bits, interleaving.Of256Bits, scalar, VectorRows.Of(256, scalar)),
            new("128", 128 / bits, interleaving.Of128Bits, scalar, VectorRows.Of(128, scalar)),
            new("Scalar", 1, 1, scalar, ScalarRows.Of(scalar)),
        ];
    }

    /// <summary>float or double.</summary>
    public static string Keyword(ScalarType scalar) => scalar == ScalarType.Single ? "float" : "double";

    /// <summary>A number in every lane.</summary>
    public string Constant(double value) =>
        string.Format(CultureInfo.InvariantCulture, Rows[KernelOp.Constant].Format, Literal.Of(value, Scalar));
}
