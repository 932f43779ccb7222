using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Tests.Declarations;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Rewriting;

/// <summary>What rewriting makes of terms as people write them.</summary>
public class TypicalTermTests
{
    private static readonly OutputKind[] s_outputs = [OutputKind.Loss, OutputKind.Gradient, OutputKind.Hessian];

    public static TheoryData<string> Names => [.. TypicalTerms.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_derivatives_are_finite_for_every_finite_logit(string name)
    {
        TermGraphs graphs = new(TypicalTerms.All[name]);
        foreach (double z in new[] { -1e30, -1000, -100, -30, -1, 0, 1, 30, 100, 1000, 1e30 })
        {
            foreach (double y in new[] { 0, 0.25, 1 })
            {
                IReadOnlyDictionary<OutputKind, double> outputs = Evaluator.Evaluate(graphs.Simplified, Leaves.Of(z, y));
                foreach (OutputKind kind in s_outputs)
                {
                    double.IsFinite(outputs[kind]).ShouldBeTrue(FormattableString.Invariant($"{kind} at z = {z}, y = {y} is {outputs[kind]}"));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_derivatives_are_those_of_the_written_term(string name)
    {
        TermGraphs graphs = new(TypicalTerms.All[name]);
        foreach (double z in new[] { -3.1, -1.7, -0.4, 0.3, 1.3, 2.9 })
        {
            foreach (double y in new[] { 0.1, 0.9 })
            {
                IReadOnlyDictionary<OutputKind, double> written = Evaluator.Evaluate(graphs.DeclaredWithDerivatives, Leaves.Of(z, y));
                IReadOnlyDictionary<OutputKind, double> rewritten = Evaluator.Evaluate(graphs.Simplified, Leaves.Of(z, y));
                foreach (OutputKind kind in s_outputs.Where(kind => double.IsFinite(written[kind])))
                {
                    rewritten[kind].ShouldBe(written[kind], 1e-12, FormattableString.Invariant($"{kind} at z = {z}, y = {y}"));
                }
            }
        }
    }

    /// <summary>Where p is 1 to 9 or more digits; the numbers by formulas in e = exp(-z), of which no digit is lost.</summary>
    [Theory]
    [InlineData("cross entropy")]
    [InlineData("generalized cross entropy")]
    [InlineData("Taylor cross entropy")]
    [InlineData("focal")]
    [InlineData("squared error")]
    [InlineData("absolute error")]
    [InlineData("bi-tempered logarithm")]
    [InlineData("square root")]
    [InlineData("cross entropy of the logit")]
    [InlineData("cross entropy of the logit, as libraries write it")]
    [InlineData("focal over the probability of the truth")]
    [InlineData("logistic")]
    [InlineData("entropy")]
    public void Nothing_is_lost_where_the_probability_is_nearly_1(string name)
    {
        TermGraphs graphs = new(TypicalTerms.All[name]);
        foreach (double z in new[] { 20.0, 23.5, 27, 30 })
        {
            double e = Math.Exp(-z);
            double q = e / (1 + e);

            // log(1 + e) and 1 - p^a = 1 - (1 + e)^-a by their series: e^3 is below rounding
            double log = e - (e * e / 2);
            double OneMinusPower(double a) => a * e * (1 - ((a + 1) / 2 * e));
            double expected = name switch
            {
                "generalized cross entropy" => OneMinusPower(0.7) / 0.7,
                "Taylor cross entropy" => q + (q * q / 2) + (q * q * q / 3),
                "focal" or "focal over the probability of the truth" => q * q * log,
                "squared error" => q * q,
                "absolute error" => q,
                "bi-tempered logarithm" => OneMinusPower(0.2) / 0.2,
                "square root" => OneMinusPower(0.5),
                "entropy" => (log / (1 + e)) + (q * (z + log)),
                _ => log,
            };
            Evaluator.Evaluate(graphs.Simplified, Leaves.Of(z, 1))[OutputKind.Loss].ShouldBe(expected, 1e-12 * expected, $"z = {z}");
        }
    }

    private sealed class TermGraphs(TypicalTerms.Term term)
    {
        public ExprGraph DeclaredWithDerivatives => Differentiator.Append(
            Differentiator.Append(Declared, (OutputKind.Loss, OutputKind.Gradient)),
            (OutputKind.Gradient, OutputKind.Hessian));

        public ExprGraph Simplified => RewrittenTerm.Of(Declared);

        private ExprGraph Declared
        {
            get
            {
                ExprBuilder builder = new();
                Expr z = builder.Add(Op.Logit);
                return builder.Build([(OutputKind.Loss, term(Functions.Sigmoid(z), builder.Add(Op.Target), z))]);
            }
        }
    }
}
