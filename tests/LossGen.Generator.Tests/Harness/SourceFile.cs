using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Tests.Harness;

/// <summary>A file of a user's project.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public SyntaxTree Parse(CSharpParseOptions? syntax = null) => CSharpSyntaxTree.ParseText(SourceText.From(Text, Encoding.UTF8), syntax, Path);

    /// <summary>One file whose text has the usual using directives before it.</summary>
    public static SourceFile Of(string text, string path = "Losses.cs") => new(path, "using System;\nusing LossGen;\n" + text);

    /// <summary>One file with a partial class around the members.</summary>
    public static SourceFile OfMembers(string members) => Of("public static partial class Losses\n{\n" + members + "\n}\n");
}
