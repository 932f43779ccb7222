using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>The types that are elements of spans, as symbols, as scalar types and as keywords.</summary>
internal static class ElementTypes
{
    private const string Statistics = "LossGen.ProbabilityStatistics";
    private const string Density = "LossGen.GradientDensity";

    public static ElementType Element(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single => ElementType.Single,
        SpecialType.System_Double => ElementType.Double,
        SpecialType.System_Boolean => ElementType.Boolean,
        SpecialType.System_Byte => ElementType.Byte,
        SpecialType.System_Int32 => ElementType.Int32,
        SpecialType.System_Int64 => ElementType.Int64,
        _ => CodeText.MetadataName(type) switch
        {
            Statistics => ElementType.Statistics,
            Density => ElementType.Density,
            _ => ElementType.Other,
        },
    };

    /// <summary>The element type of a span, an array or any other collection, right or wrong as it is.</summary>
    public static ElementType Inside(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Element(array.ElementType),
        INamedTypeSymbol { TypeArguments.Length: 1 } generic => Element(generic.TypeArguments[0]),
        _ => Element(type),
    };

    public static ElementType Element(ScalarType scalar) => scalar == ScalarType.Single ? ElementType.Single : ElementType.Double;

    public static ScalarType? Scalar(ElementType element) => element switch
    {
        ElementType.Single => ScalarType.Single,
        ElementType.Double => ScalarType.Double,
        _ => null,
    };

    public static string Keyword(ScalarType scalar) => scalar == ScalarType.Single ? "float" : "double";

    /// <summary>What a kernel takes for an element type of targets: true and false are bytes to it.</summary>
    public static string KernelKeyword(ElementType targets) => targets switch
    {
        ElementType.Single => "float",
        ElementType.Double => "double",
        _ => "byte",
    };
}
