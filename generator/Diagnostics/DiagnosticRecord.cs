using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Diagnostics;

/// <summary>A diagnostic that can wait in the pipeline: it compares by value and keeps no syntax tree alive.</summary>
/// <param name="Descriptor">What is wrong; compares by value.</param>
/// <param name="Tree">The index of the syntax tree in its compilation.</param>
/// <param name="Span">The place in the tree.</param>
/// <param name="Arguments">What the message names.</param>
/// <param name="Parameter">The parameter that is missing, for the code fix that adds it.</param>
internal sealed record DiagnosticRecord(DiagnosticDescriptor Descriptor, int Tree, TextSpan Span, EquatableArray<string> Arguments, string? Parameter = null)
{
    /// <summary>
    /// The diagnostic at its real place in the compilation the record was made from. Only a location that has
    /// a syntax tree is subject to <c>#pragma warning disable</c>.
    /// </summary>
    public Diagnostic At(Compilation compilation) => Diagnostic.Create(
        Descriptor, Location.Create(compilation.SyntaxTrees.ElementAt(Tree), Span), Properties, [.. Arguments]);

    private ImmutableDictionary<string, string?> Properties => Parameter is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(nameof(Parameter), Parameter);
}
