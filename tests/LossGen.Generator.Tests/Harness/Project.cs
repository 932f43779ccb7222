using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Harness;

/// <summary>A user's project: its files and how they are compiled.</summary>
internal sealed record Project(params ImmutableArray<SourceFile> Files)
{
    /// <summary>The options of the compilation.</summary>
    public CSharpCompilationOptions Options { get; init; } = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);

    /// <summary>The options of the syntax.</summary>
    public CSharpParseOptions Syntax { get; init; } = new(LanguageVersion.Latest, DocumentationMode.Parse);

    /// <summary>The MSBuild properties that the compiler shows to generators, by name.</summary>
    public ImmutableDictionary<string, string> Properties { get; init; } = [];

    /// <summary>The project before the generator ran.</summary>
    public Compilation Compile() => CSharpCompilation.Create("Consumer", Files.Select(Parse), References.All, Options);

    /// <summary>The syntax of a file in this project.</summary>
    public SyntaxTree Parse(SourceFile file) => file.Parse(Syntax);
}
