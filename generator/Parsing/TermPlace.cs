using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Parsing;

/// <summary>Where the attributes of a loss name a term method.</summary>
/// <param name="Side">The class that pays the term; null for a term over (p, y).</param>
/// <param name="Tree">The index of the syntax tree in its compilation.</param>
/// <param name="Span">The argument of the attribute.</param>
internal sealed record TermPlace(Side? Side, int Tree, TextSpan Span)
{
    /// <summary>The places in the attributes of a method.</summary>
    public static IEnumerable<TermPlace> Find(IMethodSymbol method, LossConfiguration configuration, DiagnosticReporter diagnostics, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> attributes = method.GetAttributes();
        foreach ((string attribute, Side? side, CustomTerm? term) in new (string, Side?, CustomTerm?)[]
        {
            (AttributeNames.Term, null, configuration.Term),
            (AttributeNames.Positive, Parsing.Side.Positive, configuration.Positive.Custom),
            (AttributeNames.Negative, Parsing.Side.Negative, configuration.Negative.Custom),
        })
        {
            if (term is not null && DeclaredAttribute.Find(attributes, attribute, cancellation)?.Place(nameof(configuration.Term)) is { } place)
            {
                yield return new TermPlace(side, diagnostics.IndexOf(place.SyntaxTree), place.Span);
            }
        }
    }
}
