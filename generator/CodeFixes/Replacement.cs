using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace LossGen.CodeFixes;

/// <summary>The edit that removes a diagnostic.</summary>
/// <param name="Title">What the edit does, as a menu shows it.</param>
/// <param name="Node">The node to replace.</param>
/// <param name="Rewrite">The new node, from the present one: it may bear the edits of other diagnostics already.</param>
internal sealed record Replacement(string Title, SyntaxNode Node, Func<SyntaxNode, SyntaxGenerator, SyntaxNode> Rewrite);
