using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

public class DiagnosticsTests
{
    private const string Signature = "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);";

    private static readonly ImmutableArray<DiagnosticDescriptor> s_descriptors =
        [.. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (DiagnosticDescriptor)field.GetValue(null)!).OrderBy(d => d.Id, StringComparer.Ordinal)];

    public static TheoryData<int, string> EveryMistake
    {
        get
        {
            TheoryData<int, string> data = [];
            for (int i = 0; i < Mistakes.All.Length; i++)
            {
                data.Add(i, Mistakes.All[i].ToString());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryMistake))]
    public void Every_mistake_is_reported_once_at_its_place_in_words(int index, string title)
    {
        Mistake mistake = Mistakes.All[index];
        Markup markup = Markup.Parse(mistake.Source);
        GeneratorRun run = GeneratorRun.Of(new SourceFile("Losses.cs", markup.Text));

        Diagnostic diagnostic = run.Diagnostics.ShouldHaveSingleItem(title);
        diagnostic.Id.ShouldBe(mistake.Id);
        diagnostic.GetMessage().ShouldBe(mistake.Message);
        diagnostic.Location.SourceSpan.ShouldBe(new TextSpan(markup.Start, markup.Length));
        diagnostic.Location.SourceTree.ShouldBe(run.Output.SyntaxTrees.First());
    }

    [Theory]
    [MemberData(nameof(EveryMistake))]
    public void No_second_error_follows_a_mistake(int index, string title)
    {
        Mistake mistake = Mistakes.All[index];
        GeneratorRun run = GeneratorRun.Of(new SourceFile("Losses.cs", Markup.Parse(mistake.Source).Text));
        run.CompilerDiagnostics.Select(diagnostic => diagnostic.Id).ShouldBe(mistake.FromCSharp, title);
    }

    [Theory]
    [MemberData(nameof(EveryMistake))]
    public void An_error_yields_no_model_and_a_warning_does(int index, string title)
    {
        Mistake mistake = Mistakes.All[index];
        GeneratorRun run = GeneratorRun.Of(new SourceFile("Losses.cs", Markup.Parse(mistake.Source).Text));
        bool isWarningAboutLoss = run.Diagnostics.Single().Severity == DiagnosticSeverity.Warning && mistake.Id != "LOSS026";
        run.Step(TrackingNames.Losses).Length.ShouldBe(isWarningAboutLoss ? 1 : 0, title);
    }

    [Fact]
    public void Every_descriptor_has_a_mistake() =>
        Mistakes.All.Select(mistake => mistake.Id).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(s_descriptors.Select(descriptor => descriptor.Id));

    [Fact]
    public void Every_descriptor_has_a_release_row()
    {
        IEnumerable<string> rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "AnalyzerReleases.Unshipped.md"))
            .Concat(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "AnalyzerReleases.Shipped.md")))
            .Where(line => line.StartsWith("LOSS", StringComparison.Ordinal));
        rows.ShouldBe(s_descriptors.Select(d => $"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title}"), ignoreOrder: true);
    }

    [Fact]
    public void Every_descriptor_has_a_section_in_the_documentation() =>
        DocumentedDiagnostic.All.Values.Select(section => (section.Id, section.Summary))
            .ShouldBe(s_descriptors.Select(d => (d.Id, $"{d.DefaultSeverity}. {d.Title}.")), ignoreOrder: true);

    [Fact]
    public void Every_descriptor_links_to_its_section() =>
        s_descriptors.ShouldAllBe(d => d.HelpLinkUri == HelpLink.Of(d.Id) && d.HelpLinkUri.EndsWith("generator/DIAGNOSTICS.md#" + d.Id.ToLowerInvariant()));

    [Theory]
    [InlineData("https://host/owner/name.git", "https://host/owner/name/blob/HEAD/generator/DIAGNOSTICS.md#loss001")]
    [InlineData("https://host/owner/name", "https://host/owner/name/blob/HEAD/generator/DIAGNOSTICS.md#loss001")]
    [InlineData("file:///home/name", "generator/DIAGNOSTICS.md#loss001")]
    [InlineData("", "generator/DIAGNOSTICS.md#loss001")]
    [InlineData(null, "generator/DIAGNOSTICS.md#loss001")]
    public void A_help_link_leads_into_the_repository_of_the_build(string? repository, string expected) =>
        HelpLink.Of("LOSS001", repository).ShouldBe(expected);

    [Fact]
    public void Two_mistakes_are_two_errors()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers("[Loss] [Positive(Gamma = -1, Shift = 2)] [Negative] " + Signature));
        run.Diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal).ShouldBe(["LOSS018", "LOSS019"]);
    }

    [Fact]
    public void A_mistake_in_one_loss_leaves_the_others_alone()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(
            "[Loss] [Positive(Gamma = -1)] [Negative] " + Signature + "\n[Loss] [Positive] [Negative] " + Signature.Replace(" F(", " G(")));
        run.Values<LossModel>(TrackingNames.Losses).ShouldHaveSingleItem().Signature.Name.ShouldBe("G");
        run.CompilerDiagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void A_place_in_the_second_file_is_reported_in_the_second_file()
    {
        GeneratorRun run = GeneratorRun.Of(
            SourceFile.Of("public class Empty;", "First.cs"),
            SourceFile.Of("public static partial class Losses { [Loss] [Positive] " + Signature + "}", "Second.cs"));
        run.Diagnostics.ShouldHaveSingleItem().Location.GetLineSpan().Path.ShouldBe("Second.cs");
    }

    [Theory]
    [InlineData("LOSS027", "[Loss] [Positive(DetachFocus = true)] [Negative] " + Signature)]
    [InlineData("LOSS028", "[Loss] [Positive(Poly = new[] { -2.0 })] [Negative] " + Signature)]
    [InlineData("LOSS029", "[Loss(Reduction = Reduction.WeightedMean)] [Positive] [Negative] " + Signature)]
    [InlineData("LOSS026", "[Positive] public static void F() { }")]
    [InlineData("LOSS070", "[Loss] [Positive(nameof(Inverse))] [Negative] " + Signature + " private static double Inverse(double p) => 1 / p;")]
    public void A_pragma_suppresses_a_warning(string id, string members)
    {
        GeneratorRun.Of(SourceFile.OfMembers(members)).Diagnostics.ShouldHaveSingleItem().Id.ShouldBe(id);
        GeneratorRun.Of(SourceFile.OfMembers($"#pragma warning disable {id}\n{members}\n#pragma warning restore {id}"))
            .Diagnostics.Where(diagnostic => !diagnostic.IsSuppressed).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Loss")]
    [InlineData("LossAttribute")]
    [InlineData("LossGen.Loss")]
    [InlineData("global::LossGen.LossAttribute")]
    [InlineData("Cost")]
    [InlineData("Library::Loss")]
    public void A_loss_is_one_however_its_attribute_is_written(string attribute)
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.Of(
            $"using Cost = LossGen.LossAttribute;\nusing Library = LossGen;\npublic static partial class Losses {{ [{attribute}] [Positive] [Negative] {Signature} }}"));
        run.Diagnostics.ShouldBeEmpty();
        run.Values<LossModel>(TrackingNames.Losses).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_pragma_does_not_suppress_an_error() =>
        GeneratorRun.Of(SourceFile.OfMembers("#pragma warning disable LOSS018\n[Loss] [Positive(Gamma = -1)] [Negative] " + Signature))
            .Diagnostics.ShouldHaveSingleItem().IsSuppressed.ShouldBeFalse();

    [Theory]
    [InlineData("[Loss] [Positive] [Positive] [Negative] " + Signature, "CS0579")]
    [InlineData("[Loss] [Positive(Gama = 2)] [Negative] " + Signature, "CS0246")]
    [InlineData("[Loss] [Positive(Gamma = \"2\")] [Negative] " + Signature, "CS0029")]
    [InlineData("[Loss(Activation.Softplus)] [Positive] [Negative] " + Signature, "CS0117")]
    public void What_CSharp_reports_is_not_reported_again(string members, string id)
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(members));
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.Select(diagnostic => diagnostic.Id).ShouldBe([id]);
    }

    [Theory]
    [InlineData("static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);", "CS8796")]
    [InlineData("public static partial float F(ReadOnlySpam<float> logits, ReadOnlySpan<float> targets);", "CS0246")]
    [InlineData("public static partial flat F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);", "CS0246")]
    [InlineData("public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);", "CS0100")]
    [InlineData("public partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);", "CS0708")]
    public void A_signature_that_is_not_CSharp_is_left_to_the_compiler(string method, string id)
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers("[Loss] [Positive] [Negative] " + method));
        run.Diagnostics.ShouldBeEmpty();
        run.Files.ShouldBeEmpty();
        run.CompilerDiagnostics.Select(diagnostic => diagnostic.Id).ShouldContain(id);
    }

    [Theory]
    [InlineData("[Loss] [Positive(Weight = 0, Gamma = 0, Shift = 0)] [Negative(Shift = 0.999)] ")]
    [InlineData("[Loss(LabelSmoothing = 0.999, HardTargets = true)] [Positive(Weight = -1)] [Negative] ")]
    [InlineData("[Loss] [Positive(Poly = new[] { -1.0 })] [Negative(Poly = new double[] { -2, 3 })] ")]
    [InlineData("[Loss] [Positive(Gamma = 0.5, DetachFocus = true)] [Negative(Poly = null)] ")]
    [InlineData("[Loss] [Positive(DetachFocus = false)] [Negative] ")]
    public void Values_at_the_edge_of_their_range_are_right(string attributes)
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(attributes + Signature));
        run.Diagnostics.ShouldBeEmpty();
        run.Step(TrackingNames.Losses).Length.ShouldBe(1);
    }
}
