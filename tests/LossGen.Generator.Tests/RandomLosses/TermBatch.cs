using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Shouldly;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>Many random losses in one assembly, by the generator and the compiler.</summary>
internal static class TermBatch
{
    /// <summary>What each loss became, in their order.</summary>
    /// <param name="losses">The losses.</param>
    /// <param name="isScalarOnly">
    /// Leaves the vector widths out of what the compiler compiles, which takes most of the time: the kernels of all widths
    /// have the same bits, as other tests show.
    /// </param>
    public static IReadOnlyList<CompiledTerm> Compile(IReadOnlyList<RandomLoss> losses, bool isScalarOnly)
    {
        SourceFile[] files = [.. losses.Select((loss, i) => SourceFile.Of(loss.Write(Name(i)), Name(i) + ".cs"))];
        Compilation project = new Project([.. files]).Compile();
        GeneratorDriver driver = CSharpGeneratorDriver.Create(new LossGenerator())
            .RunGeneratorsAndUpdateCompilation(project, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        driver.GetRunResult().Results.Single().Exception.ShouldBeNull();

        Compilation narrow = isScalarOnly
            ? output.RemoveAllSyntaxTrees().AddSyntaxTrees(output.SyntaxTrees.Select(tree => tree.WithRootAndOptions(new ScalarOnly().Visit(tree.GetRoot()), tree.Options)))
            : output;
        using MemoryStream image = new();
        EmitResult emitted = narrow.Emit(image);
        emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty();
        image.Position = 0;
        Assembly assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image);
        ILookup<string?, string> refused = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToLookup(
            diagnostic => diagnostic.Location.SourceTree?.FilePath, diagnostic => diagnostic.ToString());
        ILookup<string?, string> warned = diagnostics.Where(diagnostic => diagnostic.Id == "LOSS070").ToLookup(
            diagnostic => diagnostic.Location.SourceTree?.FilePath, diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
        return [.. losses.Select((_, i) => CompiledTerm.Of(assembly.GetType(Name(i)).ShouldNotBeNull(), [.. refused[Name(i) + ".cs"]], warned[Name(i) + ".cs"].Any(message => message.Contains("NaN", StringComparison.Ordinal))))];
    }

    private static string Name(int index) => "Loss" + index.ToString(CultureInfo.InvariantCulture);
}
