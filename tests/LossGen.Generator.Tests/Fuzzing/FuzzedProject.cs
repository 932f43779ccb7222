using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace LossGen.Generator.Tests.Fuzzing;

/// <summary>A loss with a term method of any text, and what the generator makes of it.</summary>
/// <param name="HasKernel">A kernel was generated, and not a body that throws.</param>
/// <param name="IsReported">The generator or C# has an error to show.</param>
internal sealed record FuzzedProject(bool HasKernel, bool IsReported)
{
    // a project that is parsed once: what is measured is one loss
    private static readonly Compilation s_empty = new Project([]).Compile();

    // A slower run is repeated: what counts is what the generator needs when nothing else runs on the machine.
    private const int Repetitions = 20;

    // how long the generator may take over one loss
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs the generator over the loss.</summary>
    /// <param name="body">The statements of the term method over p and z, with whatever may follow it.</param>
    public static FuzzedProject Of(string body) => Of(body, s_limit);

    /// <summary>Runs the generator over the loss.</summary>
    /// <param name="body">The statements of the term method over p and z, with whatever may follow it.</param>
    /// <param name="limit">How long the generator may take.</param>
    public static FuzzedProject Of(string body, TimeSpan limit)
    {
        string members = "private static double F(double p, double z = 0)\n{\n" + body + "\n}\n";
        SourceFile file = SourceFile.OfMembers(
            "[Loss] [Positive(nameof(F))] [Negative] public static partial double Fuzzed(ReadOnlySpan<double> logits, ReadOnlySpan<double> targets, Span<double> gradient);\n" + members);
        Compilation project = s_empty.AddSyntaxTrees(file.Parse());

        // parsing and binding are the compiler's
        ImmutableArray<Diagnostic> ofCSharp = project.GetDiagnostics();
        TimeSpan fastest = TimeSpan.MaxValue;
        GeneratorRunResult result = default;
        for (int repetition = 0; repetition < Repetitions && fastest > limit; repetition++)
        {
            GeneratorDriver driver = CSharpGeneratorDriver.Create(new LossGenerator());
            long start = Stopwatch.GetTimestamp();
            driver = driver.RunGenerators(project);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            fastest = elapsed < fastest ? elapsed : fastest;
            result = driver.GetRunResult().Results.Single();
        }

        result.Exception.ShouldBeNull(members);
        fastest.ShouldBeLessThan(limit, members);
        IEnumerable<Diagnostic> errors = result.Diagnostics.Concat(ofCSharp)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795"); // the generator had yet to run
        return new FuzzedProject(result.GeneratedSources.Any(source => source.SourceText.ToString().Contains("IElementwiseKernel<")), errors.Any());
    }
}
