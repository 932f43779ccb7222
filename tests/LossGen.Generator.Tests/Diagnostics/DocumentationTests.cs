using System;
using System.Linq;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>What DIAGNOSTICS.md says of each diagnostic holds.</summary>
public class DocumentationTests
{
    public static TheoryData<string> Ids => [.. DocumentedDiagnostic.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_section_has_cause_example_and_fix(string id)
    {
        DocumentedDiagnostic section = DocumentedDiagnostic.All[id];
        section.Cause.ShouldNotBeNullOrWhiteSpace();
        section.Fix.ShouldNotBeNullOrWhiteSpace();
        section.Examples.Length.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_first_example_gets_its_diagnostic(string id) =>
        Run(DocumentedDiagnostic.All[id].Examples[0]).Diagnostics.Select(diagnostic => diagnostic.Id).ShouldBe([id]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_second_example_gets_none(string id)
    {
        GeneratorRun run = Run(DocumentedDiagnostic.All[id].Examples[1]);
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
    }

    private static GeneratorRun Run(string example) => GeneratorRun.Of(
        example.Contains(" class ", StringComparison.Ordinal) ? SourceFile.Of(example) : SourceFile.OfMembers(example));
}
