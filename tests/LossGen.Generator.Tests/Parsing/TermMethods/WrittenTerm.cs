using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Parsing.TermMethods;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace LossGen.Generator.Tests.Parsing.TermMethods;

// Microsoft.CodeAnalysis has a type of this name.
using OutputKind = LossGen.Generator.Algebra.OutputKind;

/// <summary>A method F of a class Terms over p, z and y: as the graph that is read from it, and as what it is when it runs.</summary>
internal sealed class WrittenTerm
{
    private static readonly double[] s_numbers = [-2, -0.5, 0, 0.25, 0.5, 0.75, 1, 3];

    private readonly Compilation _compilation;

    private WrittenTerm(Compilation compilation) => _compilation = compilation;

    /// <summary>The term whose class has those members.</summary>
    public static WrittenTerm Of(string members, params SourceFile[] more) =>
        new(new Project([SourceFile.Of("public static partial class Terms\n{\n" + members + "\n}\n"), .. more]).Compile());

    /// <summary>The term with that body.</summary>
    public static WrittenTerm OfBody(string body) => Of("public static double F(double p, double z, double y)\n{\n" + body + "\n}");

    /// <summary>The term that is that expression.</summary>
    public static WrittenTerm OfExpression(string expression) => Of("public static double F(double p, double z, double y) => " + expression + ";");

    /// <summary>What is read, operation by operation.</summary>
    public string Listing => Harness.Listing.Of(Read(), OutputKind.Term);

    /// <summary>The graph gives what the method returns, at numbers of every kind.</summary>
    public void ShouldMeanWhatItDoes(double tolerance = 1e-14)
    {
        ExprGraph graph = Read();
        Func<double[], double> run = Compile();
        foreach (double p in s_numbers)
        {
            foreach (double z in s_numbers)
            {
                foreach (double y in new[] { 0, 0.5, 1 })
                {
                    double expected = run([p, z, y]);
                    Dictionary<Op, double> leaves = new() { [Op.Probability] = p, [Op.Logit] = z, [Op.Target] = y };
                    double actual = Evaluator.Evaluate(graph, leaves)[OutputKind.Term];
                    if (!expected.Equals(actual)) // infinities and NaN have no distance
                    {
                        actual.ShouldBe(expected, tolerance * Math.Max(1, Math.Abs(expected)), $"p = {p}, z = {z}, y = {y}");
                    }
                }
            }
        }
    }

    private ExprGraph Read()
    {
        IMethodSymbol method = Method;
        ExprBuilder builder = new();
        DiagnosticReporter diagnostics = new(_compilation);
        MethodBodies bodies = new(_compilation, CancellationToken.None);
        Value[] arguments = [.. method.Parameters.Select(p => new Number(builder.Add(Leaf(p.Name))))];
        Expr? value = new TermReader(builder, bodies, diagnostics, CancellationToken.None).Read(method, bodies.Find(method).ShouldNotBeNull(), arguments);
        diagnostics.Records.Select(record => record.At(_compilation).ToString()).ShouldBeEmpty();
        return builder.Build([(OutputKind.Term, value.ShouldNotBeNull())]);
    }

    private IMethodSymbol Method => _compilation.GetTypeByMetadataName("Terms")!.GetMembers("F").OfType<IMethodSymbol>().Single();

    private Func<double[], double> Compile()
    {
        using MemoryStream image = new();
        _compilation.Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        image.Position = 0;
        MethodInfo method = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Terms")!.GetMethod("F")!;
        string[] names = ["p", "z", "y"];
        int[] places = [.. method.GetParameters().Select(parameter => Array.IndexOf(names, parameter.Name))];
        return arguments => (double)method.Invoke(null, [.. places.Select(place => (object)arguments[place])])!;
    }

    private static Op Leaf(string name) => name switch
    {
        "p" => Op.Probability,
        "z" => Op.Logit,
        "y" => Op.Target,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A term is over p, z and y."),
    };
}
