using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>A row of the role table: a parameter name, what it means, and the types it may have.</summary>
internal sealed record Role(string Name, ParameterRole Kind, string Span, bool AllowsHardTargets = false)
{
    private const string Input = "ReadOnlySpan";
    private const string Output = "Span";

    /// <summary>The role table, in the order of the README.</summary>
    public static ImmutableArray<Role> All { get; } =
    [
        new("logits", ParameterRole.Logits, Input),
        new("probabilities", ParameterRole.Probabilities, Input),
        new("targets", ParameterRole.Targets, Input, AllowsHardTargets: true),
        new("gradient", ParameterRole.Gradient, Output),
        new("hessian", ParameterRole.Hessian, Output),
        new("losses", ParameterRole.Losses, Output),
        new("weights", ParameterRole.Weights, Input),
        new("classWeights", ParameterRole.ClassWeights, Input),
    ];

    public static Role? Find(string name) => All.FirstOrDefault(role => role.Name == name);

    public static Role Of(ParameterRole kind) => All.First(role => role.Kind == kind);

    /// <summary>The element type where the type is the span that the role takes, and its element one that it may take.</summary>
    public ElementType ElementOf(ITypeSymbol type, ScalarType scalar)
    {
        if (type is not INamedTypeSymbol { Arity: 1, ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } span
            || span.Name != Span)
        {
            return ElementType.Other;
        }

        ElementType element = ElementTypes.Element(span.TypeArguments[0]);
        bool isAllowed = element == ElementTypes.Element(scalar)
            || (AllowsHardTargets && element is (ElementType.Boolean or ElementType.Byte));
        return isAllowed ? element : ElementType.Other;
    }

    /// <summary>The types that the role may have, for a message.</summary>
    public string Expected(ScalarType scalar)
    {
        string type = $"'{Span}<{ElementTypes.Keyword(scalar)}>'";
        return AllowsHardTargets ? $"{type}, '{Span}<bool>' or '{Span}<byte>'" : type;
    }
}
