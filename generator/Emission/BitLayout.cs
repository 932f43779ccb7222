using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>Where the fields of a floating-point number are, in the words of C#.</summary>
/// <param name="Integer">Reinterprets a vector as integers.</param>
/// <param name="Back">Reinterprets it back.</param>
/// <param name="Shift">The width of the significand field.</param>
/// <param name="ThreeQuarters">The bits of 0.75.</param>
/// <param name="ExponentMask">The mask of sign and exponent field.</param>
internal sealed record BitLayout(string Integer, string Back, int Shift, string ThreeQuarters, string ExponentMask)
{
    private static readonly BitLayout s_single = new("AsInt32", "AsSingle", 23, "0x3F400000", "-0x800000");

    private static readonly BitLayout s_double = new("AsInt64", "AsDouble", 52, "0x3FE8000000000000L", "-0x10000000000000L");

    /// <summary>The layout of the lane type.</summary>
    public static BitLayout Of(ScalarType scalar) => scalar == ScalarType.Single ? s_single : s_double;
}
