using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>A row of the role table: a parameter name, what it means, and the types it may have.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Span">The span that it may be; null for what is one value.</param>
/// <param name="AllowsHardTargets">The elements of the span may be truth values or bytes.</param>
internal sealed record Role(string Name, ParameterRole Kind, string? Span, bool AllowsHardTargets = false)
{
    private const string Input = "ReadOnlySpan";
    private const string Output = "Span";

    /// <summary>The role table, in the order of the README.</summary>
    public static ImmutableArray<Role> All { get; } =
    [
        new("logits", ParameterRole.Logits, Input),
        new("probabilities", ParameterRole.Probabilities, Input),
        new("targets", ParameterRole.Targets, Input, AllowsHardTargets: true),
        new("labels", ParameterRole.Labels, Input) { Integers = [ElementType.Int32, ElementType.Int64] },
        new("classCount", ParameterRole.ClassCount, Span: null) { Integers = [ElementType.Int32] },
        new("gradient", ParameterRole.Gradient, Output),
        new("hessian", ParameterRole.Hessian, Output),
        new("losses", ParameterRole.Losses, Output),
        new("weights", ParameterRole.Weights, Input),
        new("classWeights", ParameterRole.ClassWeights, Input),
        OfTerm("positiveWeight", Parsing.Side.Positive, HyperparameterProperty.Weight),
        OfTerm("positiveGamma", Parsing.Side.Positive, HyperparameterProperty.Gamma),
        OfTerm("positiveShift", Parsing.Side.Positive, HyperparameterProperty.Shift),
        OfTerm("positivePoly", Parsing.Side.Positive, HyperparameterProperty.Poly),
        OfTerm("negativeWeight", Parsing.Side.Negative, HyperparameterProperty.Weight),
        OfTerm("negativeGamma", Parsing.Side.Negative, HyperparameterProperty.Gamma),
        OfTerm("negativeShift", Parsing.Side.Negative, HyperparameterProperty.Shift),
        OfTerm("negativePoly", Parsing.Side.Negative, HyperparameterProperty.Poly),
        new("gradientScale", ParameterRole.GradientScale, Span: null),
        new("statistics", ParameterRole.Statistics, Span: null),
        new("density", ParameterRole.Density, Span: null),
        new("maxDegreeOfParallelism", ParameterRole.MaxDegreeOfParallelism, Span: null) { Integers = [ElementType.Int32] },
    ];

    /// <summary>The term whose hyperparameter it is.</summary>
    public Side? Side { get; private init; }

    /// <summary>What it sets, where it is a hyperparameter.</summary>
    public HyperparameterProperty? Property { get; private init; }

    /// <summary>Belongs to losses over rows of classes only.</summary>
    public bool IsOfRows => Kind is ParameterRole.Labels or ParameterRole.ClassCount;

    /// <summary>Belongs to losses of independent elements only.</summary>
    public bool IsOfElements => Kind == ParameterRole.Statistics;

    /// <summary>A result that the loss assigns, and no memory that it fills.</summary>
    public bool IsAssigned => Kind == ParameterRole.Statistics;

    // what its elements are where they are not of the type that the loss computes in
    private ImmutableArray<ElementType> Integers { get; init; } = [];

    private bool AllowsValue => Kind is ParameterRole.Hyperparameter or ParameterRole.GradientScale or ParameterRole.ClassCount or ParameterRole.MaxDegreeOfParallelism;

    public static Role? Find(string name) => All.FirstOrDefault(role => role.Name == name);

    public static Role Of(ParameterRole kind) => All.First(role => role.Kind == kind);

    /// <summary>The element type where the type is the span or the value that the role takes, and its element one that it may take.</summary>
    public ElementType ElementOf(ITypeSymbol type, ScalarType scalar)
    {
        if (IsAssigned)
        {
            return ElementTypes.Element(type) == ElementType.Statistics ? ElementType.Statistics : ElementType.Other;
        }

        if (Kind == ParameterRole.Density)
        {
            return ElementTypes.Element(type) == ElementType.Density ? ElementType.Density : ElementType.Other;
        }

        if (AllowsValue && Allows(ElementTypes.Element(type), scalar))
        {
            return ElementTypes.Element(type);
        }

        if (type is not INamedTypeSymbol { Arity: 1, ContainingType: null, ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } span
            || span.Name != Span)
        {
            return ElementType.Other;
        }

        ElementType element = ElementTypes.Element(span.TypeArguments[0]);
        return Allows(element, scalar) ? element : ElementType.Other;
    }

    /// <summary>The types that the role may have, for a message.</summary>
    public string Expected(ScalarType scalar)
    {
        string value = ElementTypes.Keyword(scalar);
        string span = $"'{Span}<{value}>'";
        return (AllowsValue, AllowsHardTargets, Span) switch
        {
            _ when IsAssigned => "'out ProbabilityStatistics'",
            _ when Kind == ParameterRole.Density => "'GradientDensity'",
            (_, _, null) when !Integers.IsEmpty => "'int'",
            (_, _, not null) when !Integers.IsEmpty => $"'{Span}<int>' or '{Span}<long>'",
            (true, _, null) => $"'{value}'",
            (true, _, _) => $"'{value}' or {span}",
            (_, true, _) => $"{span}, '{Span}<bool>' or '{Span}<byte>'",
            _ => span,
        };
    }

    /// <summary>What a parameter of this role sets at run time, if it does.</summary>
    public Hyperparameter? HyperparameterOf(IParameterSymbol parameter) => Property is { } property
        ? new(parameter.Name, property, Side, IsPerClass: ElementTypes.Element(parameter.Type) == ElementType.Other)
        : null;

    private bool Allows(ElementType element, ScalarType scalar) => Integers.IsEmpty
        ? element == ElementTypes.Element(scalar) || (AllowsHardTargets && element is (ElementType.Boolean or ElementType.Byte))
        : Integers.Contains(element);

    private static Role OfTerm(string name, Side side, HyperparameterProperty property) =>
        new(name, ParameterRole.Hyperparameter, Input) { Side = side, Property = property };
}
