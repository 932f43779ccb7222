using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace LossGen.CodeFixes;

/// <summary>
/// Adds the parameter that a loss lacks: its input (LOSS009), its targets (LOSS010), or a hyperparameter of its terms (LOSS032).
/// The diagnostic carries the name of the parameter; its type follows from the type that the loss computes in.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddParameterFix)), Shared]
public sealed class AddParameterFix : ReplacingFix
{
    private const string MissingInput = "LOSS009";
    private const string MissingTargets = "LOSS010";
    private const string MissingHyperparameter = "LOSS032";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [MissingInput, MissingTargets, MissingHyperparameter];

    private protected override Replacement? Find(SemanticModel model, SyntaxNode root, Diagnostic diagnostic)
    {
        MethodDeclarationSyntax? syntax = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>();
        if (syntax is null
            || model.GetDeclaredSymbol(syntax) is not { } method
            || !diagnostic.Properties.TryGetValue("Parameter", out string? name) || name is null
            || model.Compilation.GetTypeByMetadataName("System.ReadOnlySpan`1") is not { } span)
        {
            return null;
        }

        ITypeSymbol element = model.Compilation.GetSpecialType(ComputedType.Of(method));
        ITypeSymbol type = diagnostic.Id == MissingHyperparameter ? element : span.Construct(element);
        return new(
            $"Add the parameter '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)} {name}'",
            syntax,
            (node, generator) => Add((MethodDeclarationSyntax)node, generator, diagnostic.Id, name, type));
    }

    private static SyntaxNode Add(MethodDeclarationSyntax method, SyntaxGenerator generator, string id, string name, ITypeSymbol type)
    {
        // two terms may ask for the same hyperparameter
        SeparatedSyntaxList<ParameterSyntax> parameters = method.ParameterList.Parameters;
        if (parameters.Any(parameter => parameter.Identifier.ValueText == name))
        {
            return method;
        }

        int index = id switch
        {
            MissingInput => parameters.Any(parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword)) ? 1 : 0,
            MissingTargets => parameters.IndexOf(parameter => parameter.Identifier.ValueText is "logits" or "probabilities") + 1,
            _ => parameters.Count,
        };
        SyntaxNode added = generator.ParameterDeclaration(name, generator.TypeExpression(type));
        return generator.InsertParameters(method, index, [added]);
    }
}
