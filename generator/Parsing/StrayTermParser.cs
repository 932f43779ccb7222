using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Finds <c>[Positive]</c>, <c>[Negative]</c>, <c>[Term]</c> and <c>[GradientHarmonizing]</c> on a method that is not a loss.</summary>
internal static class StrayTermParser
{
    /// <summary>
    /// A method without an attribute of that name, whoever's it is. The syntax is looked at once, the symbols after every edit of the project:
    /// those of losses need not be.
    /// </summary>
    public static bool IsCandidate(SyntaxNode node) => node is MethodDeclarationSyntax method
        && !method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => SimpleName(attribute.Name) is "Loss" or "LossAttribute");

    private static string SimpleName(NameSyntax name) => name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>The warning, equal for all terms of one method so that it can be given once; null where the method is a loss.</summary>
    public static DiagnosticRecord? Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        ImmutableArray<AttributeData> all = context.TargetSymbol.GetAttributes();
        DeclaredAttribute? term = DeclaredAttribute.Find(all, AttributeNames.Positive, cancellation)
            ?? DeclaredAttribute.Find(all, AttributeNames.Negative, cancellation)
            ?? DeclaredAttribute.Find(all, AttributeNames.Term, cancellation)
            ?? DeclaredAttribute.Find(all, AttributeNames.GradientHarmonizing, cancellation);
        if (term is null || DeclaredAttribute.Find(all, AttributeNames.Loss, cancellation) is not null)
        {
            return null;
        }

        DiagnosticReporter diagnostics = new(context.SemanticModel.Compilation);
        diagnostics.Report(Descriptors.TermWithoutLoss, term.Syntax, term.Name, context.TargetSymbol.Name);
        return diagnostics.Records.Single();
    }
}
