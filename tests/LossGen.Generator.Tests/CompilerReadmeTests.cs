using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Rewriting;
using LossGen.Generator.Scheduling;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests;

/// <summary>The loss that generator/README.md carries through all phases is the one the compiler makes.</summary>
public class CompilerReadmeTests
{
    private const string Logarithm = "log(1 - p_m)";

    private static readonly string s_path = Path.Combine(Repository.Folder, "generator", "README.md");

    private static readonly Lazy<Dictionary<string, string>> s_blocks = new(Blocks);

    public static TheoryData<string> Phases =>
        ["model", "declared", "stable", "derivative", "simplified", "formula", "specialised", "kernel", "emitted"];

    [Theory]
    [MemberData(nameof(Phases))]
    public void The_readme_shows_what_the_phase_makes(string phase)
    {
        string readme = File.ReadAllText(s_path);
        Regex block = new($"(<!-- {phase} -->\n```[a-z]*\n)(.*?)(```)", RegexOptions.Singleline);
        if (Snapshot.IsAccepting(Environment.GetEnvironmentVariable))
        {
            readme = block.Replace(readme, match => match.Groups[1].Value + s_blocks.Value[phase] + "\n" + match.Groups[3].Value);
            File.WriteAllText(s_path, readme);
        }

        block.Match(readme).Groups[2].Value.ShouldBe(s_blocks.Value[phase] + "\n");
    }

    private static Dictionary<string, string> Blocks()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(
            "[Loss] [Positive] [Negative(Gamma = 4, Shift = 0.05)] public static partial float Asymmetric("
            + "ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, Span<float> gradient);"));
        CompiledLoss loss = run.Values<CompiledLoss>(TrackingNames.CompiledLosses).ShouldHaveSingleItem();
        LossModel model = loss.Description.Model;

        ExprGraph declared = Terms.Combine(model);
        ExprGraph stable = LossCompiler.Normalise(declared, CancellationToken.None);
        ExprGraph derivative = Differentiator.Append(stable, (OutputKind.NegativeTerm, OutputKind.NegativeGradient));
        ExprGraph simplified = LossCompiler.Simplify(model, CancellationToken.None);
        ExprGraph side = simplified with
        {
            Outputs = new(simplified.Outputs
                .Where(o => o.Kind is OutputKind.NegativeGradient)
                .Select(o => new Output(OutputKind.Gradient, o.Node))),
        };
        ExprGraph powers = PowerLowering.Run(UnderflowGuard.Run(side, ScalarType.Single));
        Kernel kernel = Scheduler.Schedule(LossCompiler.Specialise(simplified, model, CancellationToken.None), ScalarType.Single, []);

        return new()
        {
            ["model"] = string.Join("\n", model.Configuration.Negative.ToString(), string.Join("\n", model.Signature.Parameters)),
            ["declared"] = Listing.Of(declared, OutputKind.NegativeTerm),
            ["stable"] = Listing.Of(stable, OutputKind.NegativeTerm),
            ["derivative"] = Listing.Of(derivative, OutputKind.NegativeGradient),
            ["simplified"] = Listing.Of(simplified, OutputKind.NegativeGradient),
            ["formula"] = LossFormulas.Of(simplified, model).NegativeDerivative,
            ["specialised"] = Listing.Of(powers, OutputKind.Gradient),
            ["kernel"] = Listing.Of(kernel, Logarithm),
            ["emitted"] = Step(loss.File.Text, "// " + Logarithm),
        };
    }

    // all parts of the step, without indentation
    private static string Step(string text, string comment) =>
        string.Join("\n", text.Split("\n\n")
            .Where(section => section.TrimStart().StartsWith(comment + "\n", StringComparison.Ordinal))
            .SelectMany(section => section.Split('\n'))
            .Select(line => line.Trim()));
}
