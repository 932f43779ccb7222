using System;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>The metadata names of the attributes that declare a loss.</summary>
internal static class AttributeNames
{
    private const string Namespace = "LossGen";

    public const string Loss = "LossGen.LossAttribute";
    public const string Positive = "LossGen.PositiveAttribute";
    public const string Negative = "LossGen.NegativeAttribute";
    public const string Term = "LossGen.TermAttribute";
    public const string GradientHarmonizing = "LossGen.GradientHarmonizingAttribute";

    /// <summary>Whether the attribute has one of these names, without a text made of its own: it is asked after every edit.</summary>
    public static bool IsNamed(this AttributeData attribute, string metadataName) =>
        attribute.AttributeClass is { ContainingType: null, ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } } type
        && string.CompareOrdinal(metadataName, Namespace.Length + 1, type.MetadataName, 0, int.MaxValue) == 0;
}
