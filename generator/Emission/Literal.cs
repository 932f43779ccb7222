using System.Globalization;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>Numbers as text, the same on every machine and in every culture.</summary>
internal static class Literal
{
    /// <summary>The number in a formula for people: 15 digits, so that 2.3 - 1 is 1.3.</summary>
    public static string Shortest(double value) => value.ToString("G15", CultureInfo.InvariantCulture);

    /// <summary>A C# literal of the lane type.</summary>
    public static string Of(double value, ScalarType scalar) => scalar == ScalarType.Single ? Of((float)value) : Of(value);

    /// <summary>A C# literal of type double.</summary>
    public static string Of(double value) =>
        double.IsNaN(value) ? "double.NaN"
        : double.IsPositiveInfinity(value) ? "double.PositiveInfinity"
        : double.IsNegativeInfinity(value) ? "double.NegativeInfinity"
        : IsNegativeZero(value) ? "-0d"
        : value.ToString("G17", CultureInfo.InvariantCulture) + "d";

    private static string Of(float value) =>
        float.IsNaN(value) ? "float.NaN"
        : float.IsPositiveInfinity(value) ? "float.PositiveInfinity"
        : float.IsNegativeInfinity(value) ? "float.NegativeInfinity"
        : IsNegativeZero(value) ? "-0f"
        : value.ToString("G9", CultureInfo.InvariantCulture) + "f";

    // not every framework that runs compilers writes its sign
    private static bool IsNegativeZero(double value) => value == 0 && 1 / value < 0;
}
