using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Notation;
using Shouldly;
using Xunit;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Tests.Notation;

public class FormulaListingTests
{
    private readonly ExprBuilder _builder = new();

    private Expr Z => _builder.Add(Op.Logit);

    [Fact]
    public void Short_formulas_have_no_steps() => Lines(Power(Sigmoid(-Z), 2) * (1 - Sigmoid(Z)) * Softplus(-Z))
        .ShouldBe(["loss = q^2 (1 - p) softplus(-z)"]);

    [Fact]
    public void A_logarithm_shows_the_complement_that_it_knows() =>
        Lines(Log(Sigmoid(Z)) + LogOfPair(Max(Sigmoid(Z) - 0.05, 0), Min(Sigmoid(-Z) + 0.05, 1)))
            .ShouldBe(["loss = log p + log(max(p - 0.05, 0), min(q + 0.05, 1))"]);

    [Fact]
    public void A_doubling_of_fifty_steps_has_as_many_lines_at_most()
    {
        Expr sum = Z * Sigmoid(Z) * Softplus(Z);
        for (int i = 0; i < 50; i++)
        {
            sum = sum * sum;
        }

        string[] lines = Lines(sum);
        lines.Length.ShouldBeInRange(10, 51);
        lines.Max(line => line.Length).ShouldBeLessThan(140);
        lines[0].ShouldStartWith("t1 = ");
        lines[^1].ShouldStartWith("loss = ");
    }

    [Fact]
    public void A_long_formula_in_which_nothing_is_shared_is_cut()
    {
        IEnumerable<Expr> summands = Enumerable.Range(1, 200).Select(i => Power(Z, i));
        Lines(summands.Aggregate((sum, summand) => sum + summand)).Max(line => line.Length).ShouldBeLessThan(300);
    }

    [Fact]
    public void Steps_come_after_the_hyperparameters_of_the_loss()
    {
        Expr a = _builder.Hyperparameter(0, isNonNegative: false);
        Expr shared = Power(a * Z, 3) + a;
        string[] lines = Lines(Enumerable.Range(1, 20).Select(i => i * shared).Aggregate((sum, summand) => sum + summand));
        lines[0].ShouldBe("t1 = (alpha z)^3 + alpha");
        lines[^1].ShouldContain("20 t1");
    }

    private string[] Lines(Expr loss)
    {
        ExprGraph graph = _builder.Build([(OutputKind.Loss, loss)]);
        Typography type = Typography.Literal with { Hyperparameters = ["alpha"] };
        return [.. FormulaListing.Of(graph, type).Select(line => FormattableString.Invariant($"{line.Name} = {line.Formula}"))];
    }
}
