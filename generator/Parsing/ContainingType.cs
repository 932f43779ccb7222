using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Parsing;

/// <summary>The type that contains a loss, with all the types around it.</summary>
/// <param name="Namespace">The namespace, or the empty string for the global one; identifiers escaped where needed.</param>
/// <param name="Declarations">The type declarations from the outermost to the innermost.</param>
/// <param name="MetadataName">The full metadata name with namespace, nesting (+) and arity (`1): unique in the compilation.</param>
internal sealed record ContainingType(string Namespace, EquatableArray<TypeDeclaration> Declarations, string MetadataName)
{
    /// <summary>The declaration that directly contains the loss.</summary>
    public TypeDeclaration Innermost => Declarations[Declarations.Count - 1];
}

/// <summary>One type declaration: <c>record struct</c>, <c>Pair</c>, <c>&lt;TFirst, TSecond&gt;</c>.</summary>
/// <param name="Keywords">class, struct, record, record struct or interface.</param>
/// <param name="Name">The name, escaped where it is a keyword.</param>
/// <param name="TypeParameters">The type parameter list with brackets, or the empty string.</param>
internal sealed record TypeDeclaration(string Keywords, string Name, string TypeParameters);
