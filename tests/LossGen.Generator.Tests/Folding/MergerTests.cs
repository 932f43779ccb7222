using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Folding;
using LossGen.Generator.Rewriting;
using LossGen.Generator.Tests.Declarations;
using Shouldly;
using Xunit;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Tests.Folding;

/// <summary>What a condition selects of two expressions, as one expression.</summary>
public class MergerTests
{
    private readonly ExprBuilder _builder = new();

    private Expr Z => _builder.Add(Op.Logit);

    private Expr Y => _builder.Add(Op.Target);

    private Expr IsPositive => Less(_builder.Constant(0.5), Y);

    [Fact]
    public void Equal_expressions_need_no_selection() => Merge(Sigmoid(Z), Sigmoid(Z)).ShouldBe(Sigmoid(Z));

    [Fact]
    public void Mirrored_functions_are_one_function_of_a_selected_logit()
    {
        Expr margin = Select(IsPositive, Z, -Z);
        Merge(Softplus(-Z), Softplus(Z)).ShouldBe(Softplus(-margin));
        Merge(Sigmoid(-Z) * Softplus(-Z), Sigmoid(Z) * Softplus(Z)).ShouldBe(Sigmoid(-margin) * Softplus(-margin));
    }

    [Fact]
    public void Factors_are_paired_with_what_they_are_like() =>
        Merge(Sigmoid(Z) * Exp(Z), Exp(Y) * Sigmoid(Z)).ShouldBe(Sigmoid(Z) * Exp(Select(IsPositive, Z, Y)));

    [Fact]
    public void Opposite_differences_are_one_difference_with_a_selected_sign()
    {
        Expr second = Softplus(Z) - (2 * Sigmoid(Z));
        Merge((2 * Sigmoid(Z)) - Softplus(Z), second).ShouldBe(-Select(IsPositive, second, -second));
    }

    [Fact]
    public void The_sign_of_a_factor_is_the_sign_of_the_product()
    {
        Expr product = Sigmoid(Z) * Tanh(Y);
        Merge(product, Sigmoid(Z) * -Tanh(Y)).ShouldBe(Select(IsPositive, product, -product));
    }

    [Fact]
    public void Numbers_are_selected() => Merge(0.25 * Z, 0.75 * Z).ShouldBe(Select(IsPositive, _builder.Constant(0.25), _builder.Constant(0.75)) * Z);

    [Fact]
    public void Exponents_that_choose_an_algorithm_are_not_selected() =>
        Merge(PowerOfSigmoid(Z, _builder.Constant(0.3)), PowerOfSigmoid(Z, _builder.Constant(0.7))).Op.ShouldBe(Op.Select);

    [Fact]
    public void A_softplus_and_a_logarithm_take_one_logarithm()
    {
        Expr shifted = LogOfPair(Min(Sigmoid(-Z) + 0.05, 1), Max(Sigmoid(Z) - 0.05, 0));
        Expr merged = Merge(Softplus(-Z), -shifted);
        ExprGraph graph = _builder.Build([(OutputKind.Loss, merged)]);
        graph.Nodes.Count(node => node.Op == Op.LogOfPair).ShouldBe(1);
        graph.Nodes.Count(node => node.Op == Op.Softplus).ShouldBe(0);
    }

    // A sign that is applied later may change the sign of a 0, and so of an infinity that is divided by it.
    [Fact]
    public void Merged_expressions_have_the_values_of_those_that_they_merge() => RandomTerms.Check(depth: 4, count: 1000, term =>
    {
        ExprBuilder builder = new();
        Expr isPositive = Less(builder.Constant(0.5), builder.Add(Op.Target));
        Expr first = Transcription.Copy(term, builder)[term.Outputs.Single().Node];
        Expr second = Substitution.Apply(first, x => x.Op == Op.Logit ? -x : x.Op == Op.Constant ? 2 * x : null);
        Expr merged = new Merger(isPositive).Merge([(first, second)]).Single();
        ExprGraph graph = builder.Build([(OutputKind.Loss, merged), (OutputKind.PositiveTerm, first), (OutputKind.NegativeTerm, second)]);
        foreach (double target in new[] { 0.0, 1.0 })
        {
            IReadOnlyDictionary<OutputKind, double> values = Evaluator.Evaluate(graph, Leaves.Of(0.3, target));
            double expected = values[target == 1 ? OutputKind.PositiveTerm : OutputKind.NegativeTerm];
            if (double.IsFinite(expected))
            {
                values[OutputKind.Loss].ShouldBe(expected);
            }
        }
    });

    private Expr Merge(Expr a, Expr b) => new Merger(IsPositive).Merge([(a, b)]).Single();
}
