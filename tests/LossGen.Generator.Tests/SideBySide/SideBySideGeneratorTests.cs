using System.Collections.Immutable;
using System.Linq;
using LossGen.Generator.Tests.Harness;
using LossGen.SideBySide;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.SideBySide;

/// <summary>What the generator for the build of the library makes of an arithmetic on one vector.</summary>
public class SideBySideGeneratorTests
{
    private const string Arithmetic = """
        using System;
        using System.Runtime.CompilerServices;

        namespace LossGen.Elementary
        {
            [AttributeUsage(AttributeTargets.All)]
            public sealed class SideBySideAttribute(params int[] counts) : Attribute
            {
                public int[] Counts => counts;
            }

            public struct Vectors6<TVector>
            {
                internal TVector V0, V1, V2, V3, V4, V5;
            }

            public interface IArithmetic<TValue>
            {
                TValue Constant(double value);

                TValue Subtract(TValue a, TValue b);

                TValue MultiplyAdd(TValue a, TValue b, TValue c);
            }

            [SideBySide]
            public interface IVectorArithmetic<T, TVector> : IArithmetic<TVector>
            {
                nuint Count { get; }

                TVector Load(ref readonly T source, nuint index, int vector);

                void Store(TVector value, ref T destination, nuint index, int vector);
            }

            [SideBySide(6)]
            public readonly struct Number : IVectorArithmetic<double, double>
            {
                public nuint Count => 1;

                public double Load(ref readonly double source, nuint index, int vector) => source + index + vector;

                public void Store(double value, ref double destination, nuint index, int vector) => destination = value + index + vector;

                public double Constant(double value) => value + 0;

                public double Subtract(double a, double b) => a - b;

                public double MultiplyAdd(double a, double b, double c) => a * b + c;
            }
        }
        """;

    [Fact]
    public void Every_operand_is_one_or_many_and_every_result_a_variable_or_memory()
    {
        string[] heads =
        [
            .. Generated("IVectorArithmetic").Split('\n').Select(line => line.Trim())
                .Where(line => line.EndsWith(");", System.StringComparison.Ordinal) && !line.Contains("MultiplyAdd", System.StringComparison.Ordinal)),
        ];
        heads.ShouldBe(
        [
            "void Load(out TVectors result, ref readonly T source, nuint index);",
            "void Store(in TVectors value, ref T destination, nuint index);",
            "void Store(in TVector value, ref T destination, nuint index);",
            "TVector Constant(double value);",
            "void Subtract(out TVectors result, in TVectors a, in TVectors b);",
            "void Subtract(out TVectors result, in TVector a, in TVectors b);",
            "void Subtract(out TVectors result, in TVectors a, in TVector b);",
            "TVector Subtract(TVector a, TVector b);",
            "void Subtract(ref T destination, nuint index, in TVectors a, in TVectors b);",
            .. Enumerable.Range(3, 10).Select(count => $"void Polynomial(out TVectors result, in TVectors x, {string.Join(", ", Enumerable.Range(0, count).Select(place => $"T c{place}"))});"),
        ]);
    }

    [Theory]
    [InlineData("Load(out Vectors6<double> result, ref readonly double source, nuint index)", "result.V0 = source + index + 0;", "result.V5 = source + index + 5;")]
    [InlineData("Store(in Vectors6<double> value, ref double destination, nuint index)", "destination = value.V0 + index + 0;", "destination = value.V5 + index + 5;")]
    [InlineData("Subtract(out Vectors6<double> result, in Vectors6<double> a, in Vectors6<double> b)", "result.V0 = a.V0 - b.V0;", "result.V5 = a.V5 - b.V5;")]
    [InlineData("Subtract(out Vectors6<double> result, in double a, in Vectors6<double> b)", "double aCopy = a;", "result.V5 = aCopy - b.V5;")]
    [InlineData(
        "Subtract(ref double destination, nuint index, in Vectors6<double> a, in Vectors6<double> b)",
        "destination = (a.V0 - b.V0) + index + 0;",
        "destination = (a.V5 - b.V5) + index + 5;")]
    [InlineData("Polynomial(out Vectors6<double> result, in Vectors6<double> x, double c0, double c1, double c2)", "double leading = c0 + 0;", "result.V5 = result.V5 * x.V5 + coefficient;")]
    [InlineData("Subtract(double a, double b)", "return a - b;", "return a - b;")]
    public void The_expression_is_written_for_each_vector(string head, string first, string last)
    {
        string[] lines = [.. Generated("Number").Split('\n').Select(line => line.Trim())];
        int start = System.Array.FindIndex(lines, line => line.EndsWith(' ' + head, System.StringComparison.Ordinal)) + 2;
        start.ShouldBeGreaterThan(1);
        lines[start].ShouldBe(first);
        lines[System.Array.IndexOf(lines, "}", start) - 1].ShouldBe(last);
    }

    private static string Generated(string type)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Library", [CSharpSyntaxTree.ParseText(Arithmetic, options)], References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new SideBySideGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        diagnostics.ShouldBeEmpty();
        output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return driver.GetRunResult().Results.Single().GeneratedSources.Single(file => file.HintName == type + ".SideBySide.g.cs").SourceText.ToString();
    }
}
