using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Parsing;

/// <summary>What it takes to print the implementing part of a loss method exactly as its declaration has it.</summary>
/// <param name="Type">The type that contains the method.</param>
/// <param name="Name">The name of the method, escaped where it is a keyword.</param>
/// <param name="Modifiers">The modifiers in the user's words and order, without <c>partial</c>: <c>public static</c>.</param>
/// <param name="Return">The return type.</param>
/// <param name="Parameters">The parameters in the user's order.</param>
/// <param name="Scalar">The floating-point type of the logits, and so of everything else.</param>
/// <param name="Overload">0 for the first loss of that name in the type, 1 for the second, in source order.</param>
/// <param name="IsDocumented">The user wrote a documentation comment.</param>
internal sealed record MethodSignature(
    ContainingType Type,
    string Name,
    string Modifiers,
    ReturnType Return,
    EquatableArray<LossParameter> Parameters,
    ScalarType Scalar,
    int Overload,
    bool IsDocumented)
{
    /// <summary>The return type as it is printed; needed only where it is <see cref="ReturnType.Other"/>.</summary>
    public string OtherReturn { get; init; } = "";

    /// <summary>The type parameter list with brackets; empty in every declaration without error.</summary>
    public string TypeParameters { get; init; } = "";

    /// <summary>The constraint clauses on those, with a leading space; empty in every declaration without error.</summary>
    public string Constraints { get; init; } = "";

    /// <summary>The hyperparameters that are given at run time; their place in the list is their index in an expression.</summary>
    public IReadOnlyList<Hyperparameter> Hyperparameters => [.. Parameters.Select(p => p.Hyperparameter).OfType<Hyperparameter>()];

    /// <summary>Their names, without escape.</summary>
    public IReadOnlyList<string> HyperparameterNames => [.. Hyperparameters.Select(h => h.Name)];

    /// <summary>The parameter of that role, if there is one.</summary>
    public LossParameter? Find(ParameterRole role) => Parameters.FirstOrDefault(p => p.Role == role);
}

/// <summary>One parameter: its name as written (escaped where needed), its type printed with global:: names, its role.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Type">The type, fully qualified, after the modifiers that both parts repeat (<c>this</c>, <c>scoped</c>, <c>out</c>).</param>
/// <param name="Role">The role, recognised by name and type; <see cref="ParameterRole.Unknown"/> where the declaration is in error.</param>
/// <param name="Element">The element type of the span.</param>
internal sealed record LossParameter(string Name, string Type, ParameterRole Role, ElementType Element)
{
    /// <summary>What a parameter of role <see cref="ParameterRole.Hyperparameter"/> sets.</summary>
    public Hyperparameter? Hyperparameter { get; init; }
}

/// <summary>What a parameter of a loss method means (the role table of the README).</summary>
internal enum ParameterRole
{
    Unknown,
    Logits,
    Probabilities,
    Targets,
    Labels,
    ClassCount,
    Gradient,
    Hessian,
    Losses,
    Weights,
    ClassWeights,
    Hyperparameter,
    GradientScale,
    Statistics,
    Density,
    MaxDegreeOfParallelism,
}

/// <summary>The element type of a span parameter, or the type of one value.</summary>
internal enum ElementType
{
    Other,
    Single,
    Double,
    Boolean,
    Byte,
    Int32,
    Int64,
    Statistics,
    Density,
}

/// <summary>The floating-point type a kernel computes in.</summary>
internal enum ScalarType
{
    Single,
    Double,
}

/// <summary>What a loss method returns; <see cref="Other"/> only in declarations that are in error.</summary>
internal enum ReturnType
{
    Void,
    Single,
    Double,
    Other,
}
