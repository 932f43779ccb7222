using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Benchmarks.Compiling;

/// <summary>A project with many asymmetric losses, no two of them the same, ten to a file, and a file without any.</summary>
internal static class LossProject
{
    private const int LossesPerFile = 10;

    /// <summary>The files of the project, by name.</summary>
    public static IReadOnlyList<(string Name, string Text)> Files(int losses) =>
    [
        ("Unrelated.cs", Unrelated(edit: 0)),
        .. Enumerable.Range(0, (losses + LossesPerFile - 1) / LossesPerFile).Select(file => (
            $"Losses{file}.cs",
            File(file, Enumerable.Range(file * LossesPerFile, Math.Min(LossesPerFile, losses - (file * LossesPerFile))), edit: 0))),
    ];

    /// <summary>The project before the generator ran.</summary>
    public static CSharpCompilation Compile(int losses) => CSharpCompilation.Create(
        "Consumer",
        Files(losses).Select(file => Parse(file.Name, file.Text)),
        References(),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false));

    /// <summary>The project after the edit with that number in the file that has no losses.</summary>
    public static Compilation EditElsewhere(Compilation project, int edit) => Replace(project, "Unrelated.cs", Unrelated(edit));

    /// <summary>The project after the edit with that number of the first loss.</summary>
    public static Compilation EditLoss(Compilation project, int losses, int edit) =>
        Replace(project, "Losses0.cs", File(0, Enumerable.Range(0, Math.Min(LossesPerFile, losses)), edit));

    private static Compilation Replace(Compilation project, string name, string text) =>
        project.ReplaceSyntaxTree(project.SyntaxTrees.Single(tree => tree.FilePath == name), Parse(name, text));

    private static SyntaxTree Parse(string name, string text) =>
        CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest), name, Encoding.UTF8);

    private static string Unrelated(int edit) =>
        $"internal static class Unrelated {{ public static int Edits() {{ int edits = {edit.ToString(CultureInfo.InvariantCulture)}; return edits; }} }}\n";

    private static string File(int file, IEnumerable<int> losses, int edit)
    {
        StringBuilder text = new();
        text.Append("using System;\nusing LossGen;\n\npublic static partial class Losses").Append(file).Append("\n{\n");
        foreach (int loss in losses)
        {
            double weight = loss == 0 ? 1 + (edit / 1_024.0) : 1;
            text.Append(CultureInfo.InvariantCulture, $"    [Loss]\n    [Positive(Gamma = {loss % 3}, Weight = {weight})]\n")
                .Append(CultureInfo.InvariantCulture, $"    [Negative(Gamma = {loss % 5}, Shift = {(1 + loss) / 1_000.0})]\n")
                .Append(CultureInfo.InvariantCulture, $"    public static partial float Loss{loss}(")
                .Append("ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);\n\n");
        }

        return text.Append("}\n").ToString();
    }

    // the running framework, and the library
    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(LossAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path));
}
