using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>The C# words for types.</summary>
internal static class Keyword
{
    /// <summary>Of a lane: float or double.</summary>
    public static string Of(ScalarType scalar) => scalar == ScalarType.Single ? "float" : "double";

    /// <summary>Of a target: true and false are bytes to a kernel.</summary>
    public static string Of(ElementType targets) => targets switch
    {
        ElementType.Single => "float",
        ElementType.Double => "double",
        _ => "byte",
    };
}
