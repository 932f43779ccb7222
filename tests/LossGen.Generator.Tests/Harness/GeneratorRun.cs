using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;

namespace LossGen.Generator.Tests.Harness;

/// <summary>
/// A run of the generator over a small project. Every run is followed by one over the same project with an unrelated
/// file more, and asserts that this second one computes nothing anew and that no step holds on to the compilation.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly GeneratorDriverOptions s_driverOptions = new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

    private readonly Project _project;
    private readonly GeneratorDriver _driver;
    private readonly GeneratorRunResult _result;
    private readonly Compilation _input;

    private GeneratorRun(Project project, GeneratorDriver driver, Compilation input)
    {
        _project = project;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        _result = _driver.GetRunResult().Results.Single();
        _input = input;
        (Output, Diagnostics) = (output, diagnostics);
        _result.Exception.ShouldBeNull();
    }

    /// <summary>The project with the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator reported, less what the project suppresses.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The generated files.</summary>
    public ImmutableArray<GeneratedSourceResult> Files => _result.GeneratedSources;

    /// <summary>The errors and warnings of the C# compiler about the project with the generated files.</summary>
    public ImmutableArray<Diagnostic> CompilerDiagnostics =>
        [.. Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    public static GeneratorRun Of(params SourceFile[] files) => Of(new Project([.. files]));

    public static GeneratorRun Of(Project project) => new GeneratorRun(project, CreateDriver(project), project.Compile()).Checked();

    /// <summary>Runs the generator with a request to stop.</summary>
    public static void Cancelled(params SourceFile[] files)
    {
        Project project = new([.. files]);
        CreateDriver(project).RunGenerators(project.Compile(), new CancellationToken(canceled: true));
    }

    /// <summary>The next run of the same driver, after an edit of one file.</summary>
    public GeneratorRun AfterEdit(SourceFile file)
    {
        SyntaxTree old = _input.SyntaxTrees.Single(tree => tree.FilePath == file.Path);
        return new GeneratorRun(_project, _driver, _input.ReplaceSyntaxTree(old, _project.Parse(file))).Checked();
    }

    /// <summary>What a step put out, with how it came about in this run.</summary>
    public ImmutableArray<(object Value, IncrementalStepRunReason Reason)> Step(string trackingName) =>
        [.. _result.TrackedSteps.TryGetValue(trackingName, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? steps.SelectMany(step => step.Outputs) : []];

    /// <summary>The values that a step put out and that are there still.</summary>
    public ImmutableArray<T> Values<T>(string trackingName) =>
        [.. Step(trackingName).Where(output => output.Reason != IncrementalStepRunReason.Removed).Select(output => (T)output.Value)];

    /// <summary>How the files that are made from a step's values came about in this run.</summary>
    public ImmutableArray<IncrementalStepRunReason> FileReasons(string trackingName) =>
        [.. _result.TrackedOutputSteps.SelectMany(pair => pair.Value)
            .Where(step => step.Inputs.Any(input => input.Source.Name == trackingName))
            .SelectMany(step => step.Outputs).Select(output => output.Reason)];

    /// <summary>The next run of the same driver, after a change of the project's properties.</summary>
    public GeneratorRun WithProperties(ImmutableDictionary<string, string> properties)
    {
        GeneratorDriver driver = _driver.WithUpdatedAnalyzerConfigOptions(new BuildOptions(properties));
        return new GeneratorRun(_project with { Properties = properties }, driver, _input).Checked();
    }

    private static CSharpGeneratorDriver CreateDriver(Project project) => CSharpGeneratorDriver.Create(
        [new LossGenerator().AsSourceGenerator()],
        parseOptions: project.Syntax,
        optionsProvider: new BuildOptions(project.Properties),
        driverOptions: s_driverOptions);

    private GeneratorRun Checked()
    {
        Compilation edited = _input.AddSyntaxTrees(_project.Parse(new SourceFile("Unrelated.cs", "internal class Unrelated { }")));
        GeneratorRun second = new(_project, _driver, edited);
        foreach (string name in TrackedNames.All)
        {
            foreach ((object value, IncrementalStepRunReason reason) in second.Step(name))
            {
                reason.ShouldBeOneOf(IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged);
                ReachableObjects.OfCompilation(value).ShouldBeEmpty(name);
            }

            second.FileReasons(name).ShouldAllBe(reason => reason == IncrementalStepRunReason.Cached, name);
        }

        second.Files.Select(file => (file.HintName, file.SourceText.ToString()))
            .ShouldBe(Files.Select(file => (file.HintName, file.SourceText.ToString())));
        return this;
    }
}
