using System;
using System.IO;
using System.Linq;
using LossGen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace LossGen.Benchmarks.Compiling;

/// <summary>What the generator takes for a project, in milliseconds of processor time.</summary>
/// <param name="Cold">The first time in a process: with the JIT compiler's time for the generator.</param>
/// <param name="Warm">When the generator is compiled and has not seen the project.</param>
/// <param name="UnrelatedEdit">After an edit of a file without losses.</param>
/// <param name="LossEdit">After an edit of one loss.</param>
/// <param name="Compilation">What the C# compiler takes for the generated code thereafter.</param>
/// <param name="Characters">The length of the generated code.</param>
internal sealed record GenerationTimes(double Cold, double Warm, double UnrelatedEdit, double LossEdit, double Compilation, long Characters)
{
    // as many as the JIT compiler needs for its best code
    private const int Edits = 200;

    /// <summary>Measures a project in this process, in which no generator has run yet.</summary>
    public static GenerationTimes Measure(int losses)
    {
        CSharpCompilation project = LossProject.Compile(losses);
        // the C# compiler is warm in an editor and in the build server
        CompileOnce(LossProject.Compile(losses: 0));

        (GeneratorDriver driver, double cold) = Run(Driver(), project);
        int repetitions = Math.Clamp(400 / losses, 3, 100);
        double warm = Enumerable.Range(0, repetitions).Min(_ => Run(Driver(), project).Milliseconds);
        double unrelated = Enumerable.Range(1, Edits).Min(edit => Run(driver, LossProject.EditElsewhere(project, edit)).Milliseconds);
        double one = Enumerable.Range(1, Edits).Min(edit => Run(driver, LossProject.EditLoss(project, losses, edit)).Milliseconds);
        driver.RunGeneratorsAndUpdateCompilation(project, out Compilation output, out _);
        // what is bound once is not bound again
        double compilation = ProcessorTime.Of(() => CompileOnce(output));
        long characters = driver.GetRunResult().GeneratedTrees.Sum(tree => (long)tree.Length);
        return new(cold, warm, unrelated, one, compilation, characters);
    }

    private static (GeneratorDriver Driver, double Milliseconds) Run(GeneratorDriver driver, Compilation project)
    {
        GeneratorDriver next = driver;
        double time = ProcessorTime.Of(() => next = driver.RunGenerators(project));
        return (next, time);
    }

    private static CSharpGeneratorDriver Driver() =>
        CSharpGeneratorDriver.Create([new LossGenerator().AsSourceGenerator()], parseOptions: new CSharpParseOptions(LanguageVersion.Latest));

    private static void CompileOnce(Compilation project)
    {
        EmitResult result = project.Emit(new MemoryStream());
        if (!result.Success)
        {
            throw new InvalidOperationException($"the project does not compile: {result.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        }
    }
}
