using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Notation;
using LossGen.Generator.Tests.Declarations;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Rewriting;

/// <summary>What holds for whatever a user may write.</summary>
public class RandomTermTests
{
    [Fact]
    public void A_rewritten_term_is_the_written_one_where_rounding_does_not_matter()
    {
        int compared = 0;
        RandomTerms.Check(4, 1000, term =>
        {
            ExprGraph written = WithDerivatives(term);
            ExprGraph rewritten = RewrittenTerm.Of(term);
            foreach (double z in new[] { -1.7, 0.3, 2.1 }.Where(z => IsFinite(term, z)))
            {
                IReadOnlyDictionary<OutputKind, double> expected = Evaluate(written, z);
                IReadOnlyDictionary<OutputKind, double> below = Evaluate(written, z - 1e-9);
                IReadOnlyDictionary<OutputKind, double> above = Evaluate(written, z + 1e-9);
                IReadOnlyDictionary<OutputKind, double> actual = Evaluate(rewritten, z);
                foreach (OutputKind kind in expected.Keys)
                {
                    // what changes between neighbours, by rounding or at a kink, has no digits to compare
                    double tolerance = 1e-6 * Math.Max(1, Math.Abs(expected[kind]));
                    bool isSmooth = Math.Abs(below[kind] - expected[kind]) < tolerance && Math.Abs(above[kind] - expected[kind]) < tolerance;
                    if (isSmooth && Math.Abs(expected[kind]) < 1e6)
                    {
                        compared++;
                        actual[kind].ShouldBe(expected[kind], tolerance, FormattableString.Invariant($"{kind} at z = {z} of {Text(term)} as {Text(rewritten, kind)}"));
                    }
                }
            }
        });
        compared.ShouldBeGreaterThan(3000);
    }

    [Fact]
    public void Rewriting_a_term_settles_soon()
    {
        List<double> milliseconds = [];
        RandomTerms.Check(6, 300, term =>
        {
            Stopwatch watch = Stopwatch.StartNew();
            RewrittenTerm.Of(term);
            milliseconds.Add(watch.Elapsed.TotalMilliseconds);
        });
        milliseconds.Order().ElementAt(milliseconds.Count / 2).ShouldBeLessThan(50);
    }

    // Rules may change what is computed from an infinity, or compared with what is no number.
    private static bool IsFinite(ExprGraph term, double z) => Enumerable.Range(0, term.Nodes.Count).All(node =>
        double.IsFinite(Evaluate(term with { Outputs = new([new Output(OutputKind.Loss, node)]) }, z)[OutputKind.Loss]));

    private static string Text(ExprGraph graph, OutputKind kind = OutputKind.Loss) => Formula.PrintBare(
        Transcription.Copy(graph, new ExprBuilder())[graph.Outputs.First(o => o.Kind == kind).Node],
        Typography.Plain);

    private static ExprGraph WithDerivatives(ExprGraph term) => Differentiator.Append(
        Differentiator.Append(term, (OutputKind.Loss, OutputKind.Gradient)),
        (OutputKind.Gradient, OutputKind.Hessian));

    private static IReadOnlyDictionary<OutputKind, double> Evaluate(ExprGraph graph, double z) =>
        Evaluator.Evaluate(graph, Leaves.Of(z, target: 0.7));
}
