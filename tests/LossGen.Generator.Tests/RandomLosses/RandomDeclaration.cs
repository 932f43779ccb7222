using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>The declaration of a loss with the term method F.</summary>
/// <param name="Attributes">Where F stands.</param>
/// <param name="Scalar">float or double.</param>
/// <param name="HasHessian">The second derivative is wanted.</param>
/// <param name="Parameters">The parameters of F: p, and others by chance.</param>
internal sealed record RandomDeclaration(
    string Attributes, string Scalar, bool HasHessian, ImmutableArray<(string Name, Domain Domain)> Parameters)
{
    private const string Plain = "[Positive(nameof(F))] [Negative(nameof(F))]";

    private static readonly ImmutableArray<(string Name, Domain Domain)> s_probability = [("p", Domain.Open)];

    private static readonly ImmutableArray<(string Name, Domain Domain)>[] s_parameters =
    [
        s_probability,
        s_probability,
        [("p", Domain.Open), ("z", Domain.Bounded)],
        [("p", Domain.Open), ("y", Domain.Unit)],
        [("p", Domain.Open), ("alpha", Domain.Positive)],
        [("p", Domain.Open), ("z", Domain.Bounded), ("y", Domain.Unit), ("alpha", Domain.Positive)],
    ];

    /// <summary>Declarations for terms of a domain.</summary>
    public static Gen<RandomDeclaration> For(Domain domain) =>
        from attributes in Gen.Elements(
            Plain, "[Term(nameof(F))]", "[Term(nameof(F))]", "[Positive] [Negative(nameof(F))]", "[Positive(nameof(F), Weight = 0.5)] [Negative(Gamma = 2)]",
            domain == Domain.Unrestricted ? Plain : "[Positive(nameof(F))] [Negative(nameof(F), Shift = 0.05)]")
        from scalar in Gen.Elements("double", domain == Domain.Unrestricted ? "double" : "float")
        from hasHessian in Gen.Elements(false, false, true)
        from parameters in Gen.Elements(s_parameters)
        select new RandomDeclaration(attributes, scalar, hasHessian, parameters);

    /// <summary>Declarations that are one step simpler; the parameters stay.</summary>
    public IEnumerable<RandomDeclaration> Shrink() =>
        new[] { this with { Attributes = Plain }, this with { Scalar = "double" }, this with { HasHessian = false } }.Where(simpler => simpler != this);

    /// <summary>The attributes and the method.</summary>
    public string Write()
    {
        string hessian = HasHessian ? $", Span<{Scalar}> hessian" : "";
        string alpha = Parameters.Any(parameter => parameter.Name == "alpha") ? $", {Scalar} alpha" : "";
        return $"[Loss(Reduction = Reduction.Sum)] {Attributes}\npublic static partial {Scalar} Loss("
            + $"ReadOnlySpan<{Scalar}> logits, ReadOnlySpan<{Scalar}> targets, Span<{Scalar}> gradient, Span<{Scalar}> losses{hessian}{alpha});";
    }
}
