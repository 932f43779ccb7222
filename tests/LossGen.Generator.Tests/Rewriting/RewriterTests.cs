using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Rewriting;
using LossGen.Generator.Tests.Declarations;
using LossGen.Generator.Tracing;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Rewriting;

public class RewriterTests
{
    [Fact]
    public void A_rewritten_loss_is_the_declared_one_where_that_is_finite()
    {
        int compared = 0;
        int finite = 0;
        Samples.Check(5, sample =>
        {
            LossModelGraphs graphs = new(sample.Configuration);
            IReadOnlyDictionary<OutputKind, double> declared = Evaluator.Evaluate(graphs.DeclaredWithDerivatives, Leaves.Of(sample));
            IReadOnlyDictionary<OutputKind, double> rewritten = Evaluator.Evaluate(graphs.Simplified, Leaves.Of(sample));
            HyperDual reference = sample.Reference;
            foreach ((OutputKind kind, Conditioned scale) in new[]
            {
                (OutputKind.Loss, reference.Value),
                (OutputKind.Gradient, reference.First),
                (OutputKind.Hessian, reference.Second),
            })
            {
                double.IsFinite(rewritten[kind]).ShouldBeTrue(kind.ToString());
                compared++;
                if (double.IsFinite(declared[kind]))
                {
                    finite++;
                    rewritten[kind].ShouldBeClose(new Conditioned(declared[kind], scale.Magnitude), 1e-9, kind.ToString());
                }
            }
        });
        finite.ShouldBeGreaterThan(compared / 2);
    }

    [Fact]
    public void Rewriting_twice_is_rewriting_once() => Samples.Check(5, sample =>
    {
        ExprGraph once = new LossModelGraphs(sample.Configuration).Simplified;
        Simplify(once).ShouldBe(once);
    }, count: 200);

    [Fact]
    public void Rules_that_undo_each_other_end_in_an_exception_that_can_be_caught()
    {
        ExprBuilder builder = new();
        ExprGraph graph = builder.Build([(OutputKind.Loss, builder.Add(Op.Logit))]);
        int next = 0;
        Rule endless = new("x = x + k", RuleClass.Exact, e => e.Op == Op.Constant ? null : e + next++);
        Should.Throw<InsufficientExecutionStackException>(() => Rewriter.Run(graph, CancellationToken.None, [endless]));
    }

    [Fact]
    public void Cancellation_stops_rewriting()
    {
        ExprBuilder builder = new();
        ExprGraph graph = builder.Build([(OutputKind.Loss, builder.Add(Op.Logit))]);
        Should.Throw<OperationCanceledException>(() => Rewriter.Run(graph, new CancellationToken(canceled: true), StabilityRules.All));
    }

    [Fact]
    public void Every_rule_has_a_formula_of_its_own()
    {
        IEnumerable<Rule> rules = [.. StabilityRules.All, .. PowerRules.All, .. AlgebraRules.All, .. AlgebraRules.AfterDifferentiation, .. SelectRules.All];
        rules.Select(rule => rule.Formula).ShouldBeUnique();
        rules.ShouldAllBe(rule => rule.Formula.Length > 0);
    }

    [Fact]
    public void The_rules_that_apply_are_counted_once_for_each_expression()
    {
        ExprBuilder builder = new();
        Expr complement = 1 - Functions.Sigmoid(builder.Add(Op.Logit));
        ExprGraph graph = builder.Build([(OutputKind.Loss, (complement * complement) + Functions.Log(complement))]);
        FiredRules fired = new();
        Rewriter.Run(graph, fired, CancellationToken.None, StabilityRules.All);
        fired.Counts.Select(rule => (rule.Rule.Formula, rule.Count)).ShouldBe(
            [("1 - sigmoid(x) = sigmoid(-x)", 1), ("log sigmoid(x) = -softplus(-x)", 1)]);
    }

    private static ExprGraph Simplify(ExprGraph graph) => Rewriter.Run(
        graph, CancellationToken.None, StabilityRules.All, PowerRules.All, AlgebraRules.All, SelectRules.All, AlgebraRules.AfterDifferentiation);
}
