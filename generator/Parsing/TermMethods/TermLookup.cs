using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>Finds the method that an attribute names.</summary>
internal sealed class TermLookup(IMethodSymbol loss, Compilation compilation, DiagnosticReporter diagnostics, CancellationToken cancellation)
{
    /// <summary>The method, or null, with the reason reported, where there is not exactly one that can be a term.</summary>
    public TermMethod? Find(DeclaredAttribute attribute, AttributeArgumentSyntax argument)
    {
        string name = attribute.ConstructorValue as string ?? "";
        List<IMethodSymbol> candidates = [.. Candidates(argument.Expression, name)];
        List<IMethodSymbol> terms = [.. candidates.Where(TermSignature.IsTerm)];
        if (terms.Count == 1)
        {
            return new TermMethod(attribute, argument, terms[0]);
        }

        if (candidates.Count == 1)
        {
            TermSignature.Check(candidates[0], argument, diagnostics, cancellation);
        }
        else
        {
            diagnostics.Report(Descriptors.TermNotFound, argument, name, Advice(name, candidates.Count, terms.Count));
        }

        return null;
    }

    private string Advice(string name, int candidates, int terms)
    {
        if (terms > 1)
        {
            return "has several overloads that can be a term; give one of them another name";
        }

        if (candidates > 1)
        {
            return "has no overload that can be a term; write 'static double " + name + "(double p)'";
        }

        IEnumerable<string> names = Scopes(loss.ContainingType)
            .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(TermSignature.IsTerm)
            .Select(method => method.Name);
        return Spelling.Nearest(name, names, candidate => candidate) is { } nearest
            ? $"is not the name of a method; write 'nameof({nearest})'"
            : "is not the name of a method; write the term as a method 'static double F(double p)' and name it by 'nameof(F)'";
    }

    private IEnumerable<IMethodSymbol> Candidates(ExpressionSyntax argument, string name)
    {
        if (argument is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } named)
        {
            return compilation.GetSemanticModel(named.SyntaxTree)
                .GetMemberGroup(named.ArgumentList.Arguments.Single().Expression, cancellation).OfType<IMethodSymbol>();
        }

        return Scopes(loss.ContainingType)
            .Select(type => type.GetMembers(name).OfType<IMethodSymbol>())
            .FirstOrDefault(methods => methods.Any()) ?? [];
    }

    /// <summary>The type with its bases, then the types around it with theirs.</summary>
    private static IEnumerable<INamedTypeSymbol> Scopes(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (INamedTypeSymbol? scope = outer; scope is not null; scope = scope.BaseType)
            {
                yield return scope;
            }
        }
    }
}
