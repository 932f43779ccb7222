using System.Threading.Tasks;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Shouldly;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>What a code fix does, as assertions.</summary>
internal static class FixAssertions
{
    /// <summary>The one diagnostic of the file is fixed so, under this title, and nothing is left to report.</summary>
    public static async Task ShouldBecome(this CodeFixProvider fix, string text, string title, string expected)
    {
        FixedFile file = await FixedFile.OfGenerator(text);
        CodeAction action = (await file.Offered(fix, file.Diagnostics.ShouldHaveSingleItem())).ShouldHaveSingleItem();
        action.Title.ShouldBe(title);
        (await file.After(action)).ShouldBe(expected);
        expected.ShouldBeRight();
    }

    /// <summary>All diagnostics of the file are fixed so at once, and nothing is left to report.</summary>
    public static async Task ShouldBecomeAtOnce(this CodeFixProvider fix, string text, int diagnostics, string expected)
    {
        FixedFile file = await FixedFile.OfGenerator(text);
        file.Diagnostics.Length.ShouldBe(diagnostics);
        (await file.After(await file.FixAll(fix))).ShouldBe(expected);
        expected.ShouldBeRight();
    }

    /// <summary>The one diagnostic of the file is left to its author.</summary>
    public static async Task ShouldOfferNothing(this CodeFixProvider fix, string text)
    {
        FixedFile file = await FixedFile.OfGenerator(text);
        (await file.Offered(fix, file.Diagnostics.ShouldHaveSingleItem())).ShouldBeEmpty();
    }

    private static void ShouldBeRight(this string text)
    {
        GeneratorRun run = GeneratorRun.Of(new SourceFile("Losses.cs", text));
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
    }
}
