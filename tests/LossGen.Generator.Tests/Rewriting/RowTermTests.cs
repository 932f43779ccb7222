using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using LossGen.Generator.Rewriting;
using LossGen.Generator.Tests.Declarations;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Rewriting;

/// <summary>Term methods of the probability of a class, over v = log p.</summary>
public class RowTermTests
{
    private static readonly OutputKind[] s_outputs = [OutputKind.Loss, OutputKind.Gradient, OutputKind.Hessian];

    public static TheoryData<string> Names => [.. TypicalTerms.All.Keys.Where(name => IsOfProbability(TypicalTerms.All[name]))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_and_derivatives_are_those_of_the_written_term(string name)
    {
        ExprGraph term = Graph(TypicalTerms.All[name]);
        ExprGraph written = WithDerivatives(term);
        ExprGraph specialised = Specialised(term);
        foreach (double v in new[] { -3.1, -1.7, -0.9, -0.3, -0.11, -0.02 })
        {
            IReadOnlyDictionary<OutputKind, double> expected = OfLogit(written, v);
            IReadOnlyDictionary<OutputKind, double> actual = Evaluator.Evaluate(specialised, Leaves.Of(v, target: 1));
            foreach (OutputKind kind in s_outputs.Where(kind => double.IsFinite(expected[kind])))
            {
                actual[kind].ShouldBe(expected[kind], 1e-11 * Math.Max(1, Math.Abs(expected[kind])), FormattableString.Invariant($"{kind} at v = {v}"));
            }
        }
    }

    [Theory]
    [InlineData("cross entropy")]
    [InlineData("focal")]
    [InlineData("focal with a fraction")]
    [InlineData("clipped cross entropy")]
    [InlineData("Hill")]
    [InlineData("generalized cross entropy")]
    [InlineData("symmetric cross entropy")]
    [InlineData("Taylor cross entropy")]
    [InlineData("bi-tempered logarithm")]
    [InlineData("square root")]
    [InlineData("exponential of a logarithm")]
    public void Value_and_derivatives_are_finite_for_every_probability(string name)
    {
        ExprGraph specialised = Specialised(Graph(TypicalTerms.All[name]));
        foreach (double v in new[] { -double.MaxValue, -1e100, -800, -700, -30, -0.5, -1e-9, -1e-100, -Math.ScaleB(1, -1022) })
        {
            IReadOnlyDictionary<OutputKind, double> outputs = Evaluator.Evaluate(specialised, Leaves.Of(v, target: 1));
            s_outputs.ShouldAllBe(kind => double.IsFinite(outputs[kind]), FormattableString.Invariant($"v = {v}: {string.Join(", ", outputs.Values)}"));
        }
    }

    [Fact]
    public void A_term_that_does_not_see_the_probability_is_NaN_where_that_is()
    {
        ExprGraph specialised = Specialised(Graph((p, y, z) => Functions.Select(Functions.Less(p.Number(0.3), p), p.Number(1), p.Number(2))));
        Evaluator.Evaluate(specialised, Leaves.Of(double.NaN, target: 1)).Values.ShouldAllBe(value => double.IsNaN(value));
        Evaluator.Evaluate(specialised, Leaves.Of(-0.5, target: 1))[OutputKind.Loss].ShouldBe(1);
    }

    [Fact]
    public void A_random_term_is_the_written_one_where_rounding_does_not_matter()
    {
        int compared = 0;
        RandomTerms.Check(4, 500, random =>
        {
            ExprGraph term = OfProbability(random);
            ExprGraph written = WithDerivatives(term);
            ExprGraph specialised = Specialised(term);
            foreach (double v in new[] { -1.9, -0.6, -0.12 }.Where(v => IsFinite(written, v)))
            {
                IReadOnlyDictionary<OutputKind, double> expected = OfLogit(written, v);
                IReadOnlyDictionary<OutputKind, double> below = OfLogit(written, v - 1e-9);
                IReadOnlyDictionary<OutputKind, double> above = OfLogit(written, v + 1e-9);
                IReadOnlyDictionary<OutputKind, double> actual = Evaluator.Evaluate(specialised, Leaves.Of(v, target: 1));
                foreach (OutputKind kind in s_outputs)
                {
                    // what changes between neighbours, by rounding or at a kink, has no digits to compare
                    double tolerance = 1e-6 * Math.Max(1, Math.Abs(expected[kind]));
                    bool isSmooth = Math.Abs(below[kind] - expected[kind]) < tolerance && Math.Abs(above[kind] - expected[kind]) < tolerance;
                    if (isSmooth && Math.Abs(expected[kind]) < 1e6)
                    {
                        compared++;
                        actual[kind].ShouldBe(expected[kind], tolerance, FormattableString.Invariant($"{kind} at v = {v}"));
                    }
                }
            }
        });
        compared.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Every_rule_of_log_p_has_a_formula_of_its_own() =>
        LogProbabilityRules.OfProbabilities.Concat(LogProbabilityRules.OfLogits).Select(rule => rule.Formula).ShouldBeUnique();

    // what is left of a random term where y is a number and z is gone
    private static ExprGraph OfProbability(ExprGraph random)
    {
        ExprBuilder builder = new();
        Expr p = builder.Add(Op.Probability);
        Expr term = Substitution.Apply(Transcription.Copy(random, builder)[random.Outputs[0].Node], e => e switch
        {
            { Op: Op.Sigmoid, A.Op: Op.Logit } => p,
            { Op: Op.Logit } => (2 * p) - 1,
            { Op: Op.Target } => e.Number(0.7),
            _ => null,
        });
        return builder.Build([(OutputKind.Term, term)]);
    }

    private static bool IsOfProbability(TypicalTerms.Term term) => !Graph(term).Nodes.Any(node => node.Op is Op.Target or Op.Logit);

    private static ExprGraph Graph(TypicalTerms.Term term)
    {
        ExprBuilder builder = new();
        return builder.Build([(OutputKind.Term, term(builder.Add(Op.Probability), builder.Add(Op.Target), builder.Add(Op.Logit)))]);
    }

    private static LossModel Model(ExprGraph term)
    {
        LossModel model = ModelOf.Configuration(
            new() { Activation = LossGen.Activation.Softmax, Roles = LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian });
        return model with { Configuration = model.Configuration with { Positive = model.Configuration.Positive with { Custom = new("F", default, term) } } };
    }

    private static ExprGraph Specialised(ExprGraph term)
    {
        LossModel model = Model(term);
        return LossCompiler.Specialise(LossCompiler.Simplify(model, CancellationToken.None), model, CancellationToken.None);
    }

    // differentiated as it is written, by z and the chain rule
    private static ExprGraph WithDerivatives(ExprGraph term) => Differentiator.Append(
        Differentiator.Append(Terms.Combine(Model(term)), Variable.LogProbability, (OutputKind.Loss, OutputKind.Gradient)),
        Variable.LogProbability,
        (OutputKind.Gradient, OutputKind.Hessian));

    private static IReadOnlyDictionary<OutputKind, double> OfLogit(ExprGraph graph, double v) =>
        Evaluator.Evaluate(graph, Leaves.Of(v - Math.Log(-double.ExpM1(v)), target: 1));

    // Rules may change what is computed from an infinity, or compared with what is no number.
    private static bool IsFinite(ExprGraph graph, double v) =>
        Evaluator.Values(graph, Leaves.Of(v - Math.Log(-double.ExpM1(v)), target: 1), []).All(double.IsFinite);
}
