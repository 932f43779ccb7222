using System;
using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Pipeline;

/// <summary>What an edit computes anew. That an unrelated edit computes nothing is asserted by every run of the generator.</summary>
public class IncrementalityTests
{
    private const string Focal = "[Loss] [Positive(Gamma = 2)] [Negative(Gamma = 2)] public static partial float Focal(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);\n";
    private const string Bce = "[Loss] [Positive] [Negative] public static partial float Bce(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);\n";
    private const string Wrong = "[Loss] [Positive(Gamma = -1)] [Negative] public static partial float Wrong(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);\n";

    private const string Infinite = "[Loss] [Positive(nameof(Inverse))] [Negative] public static partial float Infinite(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);\n"
        + "private static double Inverse(double p) => 1 / p;\n";

    [Fact]
    public void A_changed_loss_is_compiled_anew_and_the_others_are_not()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Focal + Bce))
            .AfterEdit(SourceFile.OfMembers(Focal.Replace("Positive(Gamma = 2)", "Positive(Gamma = 3)") + Bce));
        run.FileReasons(TrackingNames.CompiledLosses).ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], ignoreOrder: true);
        run.FileReasons(TrackingNames.TypeLosses).ShouldBe([IncrementalStepRunReason.Modified]);
        run.Step(TrackingNames.Losses).Single(output => output.Reason == IncrementalStepRunReason.Modified)
            .Value.ShouldBeOfType<LossModel>().Configuration.Positive.Gamma.ShouldBe(3);
    }

    [Theory]
    [InlineData("// a comment\n" + Focal + Bce)]
    [InlineData("\n\n\n" + Focal + "\n\n" + Bce)]
    [InlineData("private static int Helper() => 1;\n" + Focal + Bce)]
    [InlineData(Focal + "// a comment\n" + Bce + "// the end\n")]
    public void An_edit_that_moves_text_compiles_nothing(string members)
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Focal + Bce)).AfterEdit(SourceFile.OfMembers(members));
        foreach (string step in new[] { TrackingNames.CompiledLosses, TrackingNames.TypeLosses })
        {
            run.FileReasons(step).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
        }
    }

    [Fact]
    public void An_edit_within_a_loss_that_means_the_same_compiles_nothing()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Focal))
            .AfterEdit(SourceFile.OfMembers(Focal.Replace("Gamma = 2", "Gamma = 4.0 / 2")));
        run.FileReasons(TrackingNames.CompiledLosses).ShouldBe([IncrementalStepRunReason.Cached]);
    }

    [Fact]
    public void A_moved_mistake_is_reported_at_its_new_place_and_its_body_stays()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Wrong)).AfterEdit(SourceFile.OfMembers("// moved\n" + Wrong));
        run.FileReasons(TrackingNames.ErroneousLosses).ShouldBe([IncrementalStepRunReason.Cached]);
        FileLinePositionSpan place = run.Diagnostics.ShouldHaveSingleItem().Location.GetLineSpan();
        place.StartLinePosition.Line.ShouldBe(5);
    }

    [Fact]
    public void A_moved_term_that_is_not_finite_is_reported_at_its_new_place_and_not_searched_again()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Infinite)).AfterEdit(SourceFile.OfMembers("// moved\n" + Infinite));
        run.Step(TrackingNames.NonFiniteTerms).ShouldAllBe(output => output.Reason == IncrementalStepRunReason.Cached);
        FileLinePositionSpan place = run.Diagnostics.ShouldHaveSingleItem().Location.GetLineSpan();
        place.StartLinePosition.Line.ShouldBe(5);
    }

    [Fact]
    public void A_term_that_becomes_finite_is_reported_no_more() => GeneratorRun.Of(SourceFile.OfMembers(Infinite))
        .AfterEdit(SourceFile.OfMembers(Infinite.Replace("1 / p", "1 - p"))).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void The_variants_stay_when_a_loss_of_another_type_changes()
    {
        SourceFile other = SourceFile.Of("public static partial class Others { " + Bce + " }", "Others.cs");
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Focal), other)
            .AfterEdit(SourceFile.Of("public static partial class Others { " + Bce.Replace("[Positive]", "[Positive(Weight = 2)]") + " }", "Others.cs"));
        run.FileReasons(TrackingNames.TypeLosses).ShouldBe([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified], ignoreOrder: true);
    }

    [Fact]
    public void A_removed_loss_takes_its_file_along()
    {
        GeneratorRun both = GeneratorRun.Of(SourceFile.OfMembers(Focal + Bce));
        both.Files.Length.ShouldBe(3);
        GeneratorRun one = both.AfterEdit(SourceFile.OfMembers(Bce));
        one.Files.Length.ShouldBe(2);
        one.Values<LossModel>(TrackingNames.Losses).ShouldHaveSingleItem().Signature.Name.ShouldBe("Bce");
        GeneratorRun none = one.AfterEdit(SourceFile.OfMembers(""));
        none.Files.ShouldBeEmpty();
    }

    [Fact]
    public void An_edit_of_a_term_in_another_file_compiles_the_losses_that_use_it_and_no_other()
    {
        const string losses = "[Loss] [Positive] [Negative(nameof(Terms.F))] public static partial float OfF(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);\n"
            + "[Loss] [Positive] [Negative(nameof(Terms.G))] public static partial float OfG(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);\n" + Bce;
        const string terms = "static class Terms { public static double F(double p) => p * Factor(p); public static double G(double p) => p * p; static double Factor(double p) => 1 - p; }";
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(losses), SourceFile.Of(terms, "Terms.cs"));
        run.CompilerDiagnostics.ShouldBeEmpty();

        GeneratorRun edited = run.AfterEdit(SourceFile.Of(terms.Replace("1 - p", "1.5 - p"), "Terms.cs"));
        edited.FileReasons(TrackingNames.CompiledLosses)
            .ShouldBe([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], ignoreOrder: true);
        edited.Step(TrackingNames.Losses).Single(output => output.Reason == IncrementalStepRunReason.Modified)
            .Value.ShouldBeOfType<LossModel>().Signature.Name.ShouldBe("OfF");

        foreach (string unrelated in new[] { "// a comment\n" + terms, terms.Replace("1 - p", "(1.0 - (p))"), terms.Replace("static double Factor", "static double H(double p) => p; static double Factor") })
        {
            run.AfterEdit(SourceFile.Of(unrelated, "Terms.cs")).FileReasons(TrackingNames.CompiledLosses)
                .ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached);
        }
    }

    [Fact]
    public void Every_step_is_watched()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(Focal + Wrong + Infinite + "[Positive] public static void Stray() { }"));
        TrackedNames.All.Where(name => run.Step(name).IsEmpty).ShouldBeEmpty();
    }

    [Fact]
    public void A_loss_that_is_being_typed_never_stops_the_generator()
    {
        const string text = "public partial class L { [Loss(Activation.None)] [Negative(Poly = new[] { 1.0, 2 }, Gamma = 4)] [Positive]\n"
            + "public static partial ref float F<T>(this ReadOnlySpan<float> logits, (int A, T B) c = default, params int[] d); }";
        GeneratorRun run = GeneratorRun.Of(SourceFile.Of(""));
        for (int length = 1; length <= text.Length; length++)
        {
            run = run.AfterEdit(SourceFile.Of(text[..length])); // asserts that there was no exception
        }

        run.Diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_cancelled_run_stops_and_the_next_one_is_complete()
    {
        SourceFile file = SourceFile.OfMembers(Focal);
        Should.Throw<OperationCanceledException>(() => GeneratorRun.Cancelled(file));
        GeneratorRun.Of(file).Files.Length.ShouldBe(2);
    }
}
