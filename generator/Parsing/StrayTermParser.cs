using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing;

/// <summary>Finds <c>[Positive]</c>, <c>[Negative]</c>, <c>[Term]</c> and <c>[GradientHarmonizing]</c> on a method that is not a loss.</summary>
internal static class StrayTermParser
{
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
