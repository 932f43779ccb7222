using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>A random term method with the loss that is declared with it.</summary>
/// <param name="Term">The body of the method F.</param>
/// <param name="Helper">The body of the method G of two numbers, which F may call.</param>
/// <param name="Declaration">How the loss is declared.</param>
/// <param name="Domain">What the term is written to be: <see cref="Domain.Any"/> number, or <see cref="Domain.Unrestricted"/>.</param>
internal sealed record RandomLoss(Piece Term, Piece Helper, RandomDeclaration Declaration, Domain Domain)
{
    private const string Call = "G";

    /// <summary>Losses whose terms have expressions of up to that depth.</summary>
    /// <param name="domain">What the terms are written to be.</param>
    /// <param name="depth">The greatest depth.</param>
    public static Gen<RandomLoss> OfDepth(Domain domain, int depth) =>
        from declaration in RandomDeclaration.For(domain)
        from within in Gen.Choose(1, depth)
        from term in new TermGrammar(declaration.Parameters, Call).Body(domain, within)
        from helper in new TermGrammar([("a", domain == Domain.Any ? Domain.Open : domain), ("b", domain)], helper: null).Body(domain, depth: 2)
        select new RandomLoss(term, helper, declaration, domain);

    /// <summary>Whether C# has nothing against it; what is simplified may leave a local unassigned.</summary>
    public bool IsCSharp => new Project(SourceFile.Of(Write("Checked"))).Compile().GetDiagnostics()
        .All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error || diagnostic.Id == "CS8795"); // the generator has yet to run

    /// <summary>Losses that are one step simpler.</summary>
    public IEnumerable<RandomLoss> Shrink() =>
        Term.Shrink().Select(term => this with { Term = term })
            .Concat(Helper.Shrink().Where(_ => Term.ToString().Contains(Call + "(")).Select(helper => this with { Helper = helper }))
            .Concat(Declaration.Shrink().Select(declaration => this with { Declaration = declaration }));

    /// <summary>A class with the loss and its term.</summary>
    public string Write(string name)
    {
        string parameters = string.Join(", ", Declaration.Parameters.Select(parameter => "double " + parameter.Name));
        return $$"""
            public static partial class {{name}}
            {
            {{Declaration.Write()}}
            public static double F({{parameters}})
            {
            {{Term}}
            }
            private static double {{Call}}(double a, double b)
            {
            {{Helper}}
            }
            }

            """;
    }
}
