using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Tests.Declarations;
using LossGen.Generator.Tests.Rewriting;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Folding;

/// <summary>Losses with their terms or their signs merged.</summary>
public class FoldTests
{
    [Theory]
    [InlineData("binary cross entropy")]
    [InlineData("balanced cross entropy")]
    [InlineData("focal")]
    [InlineData("Poly-1")]
    [InlineData("Poly-1 focal")]
    public void Mirrored_terms_of_hard_targets_are_one_term_of_the_margin(string loss)
    {
        ExprGraph folded = new LossModelGraphs(Hard(Published.All[loss])).Specialised;
        Count(folded, Op.Sigmoid).ShouldBeLessThanOrEqualTo(2);
        folded.Nodes.Where(node => node.Op is Op.Sigmoid or Op.Softplus)
            .ShouldAllBe(node => folded.Nodes[node.A].Op == Op.Select || folded.Nodes[folded.Nodes[node.A].A].Op == Op.Select);
    }

    [Theory]
    [InlineData("asymmetric")]
    [InlineData("asymmetric, positives focused")]
    public void Terms_of_hard_targets_with_a_shift_take_one_logarithm(string loss)
    {
        ExprGraph folded = new LossModelGraphs(Hard(Published.All[loss])).Specialised;
        Count(folded, Op.LogOfPair).ShouldBe(1);
        (Count(folded, Op.Softplus) + Count(folded, Op.BoundedSoftplus)).ShouldBe(0);
    }

    [Theory]
    [InlineData("binary cross entropy")]
    [InlineData("balanced cross entropy")]
    [InlineData("Poly-1")]
    public void Mirrored_terms_of_soft_targets_are_functions_of_the_magnitude_of_the_logit(string loss)
    {
        ExprGraph folded = new LossModelGraphs(Published.All[loss]).Specialised;
        folded.Nodes.Where(node => node.Op is Op.Sigmoid or Op.Softplus)
            .ShouldAllBe(node => folded.Nodes[node.A].Op == Op.Abs || folded.Nodes[folded.Nodes[node.A].A].Op == Op.Abs);
    }

    [Fact]
    public void Terms_that_do_not_mirror_each_other_are_left_as_they_are_with_soft_targets() =>
        Count(new LossModelGraphs(Published.All["asymmetric"]).Specialised, Op.Abs).ShouldBe(0);

    // -0 is not below 0, and |z| of both zeros is 0
    [Theory]
    [InlineData("binary cross entropy", 0.3)]
    [InlineData("focal", 0.3)]
    [InlineData("focal", 1)]
    [InlineData("Poly-1", 0)]
    public void Both_zeros_have_the_same_loss_and_gradient(string loss, double target)
    {
        foreach (LossConfiguration configuration in new[] { Published.All[loss], Hard(Published.All[loss]) })
        {
            ExprGraph graph = new LossModelGraphs(configuration).Specialised;
            IReadOnlyDictionary<OutputKind, double> positive = Evaluator.Evaluate(graph, Leaves.Of(0.0, target));
            Evaluator.Evaluate(graph, Leaves.Of(-0.0, target)).ShouldBe(positive, ignoreOrder: true);
        }
    }

    private static LossConfiguration Hard(LossConfiguration configuration) => configuration with { HardTargets = true };

    private static int Count(ExprGraph graph, Op op) => graph.Nodes.Count(node => node.Op == op);
}
