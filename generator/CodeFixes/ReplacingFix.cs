using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace LossGen.CodeFixes;

/// <summary>
/// A fix that replaces one node of the file with the diagnostic. Replacements of many diagnostics compose, also in the same
/// method, which is what "fix all" does.
/// </summary>
public abstract class ReplacingFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        async (context, document, diagnostics) => await ReplaceAsync(document, diagnostics, context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        SyntaxNode root = await model.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (Find(model, root, diagnostic) is { } replacement)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(replacement.Title, cancellation => ReplaceAsync(context.Document, [diagnostic], cancellation), GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>The replacement for a diagnostic, or null where there is more to it than a mechanical edit.</summary>
    private protected abstract Replacement? Find(SemanticModel model, SyntaxNode root, Diagnostic diagnostic);

    private async Task<Document> ReplaceAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        IEnumerable<Replacement> replacements = diagnostics
            .Select(diagnostic => Find(editor.SemanticModel, editor.OriginalRoot, diagnostic))
            .OfType<Replacement>();
        foreach (Replacement replacement in replacements)
        {
            editor.ReplaceNode(replacement.Node, replacement.Rewrite);
        }

        return editor.GetChangedDocument();
    }
}
