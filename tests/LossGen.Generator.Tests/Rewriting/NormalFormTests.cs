using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Tests.Declarations;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Rewriting;

/// <summary>What every simplified loss looks like.</summary>
public class NormalFormTests
{
    [Fact]
    public void No_probability_without_shift_is_divided_by() => Samples.Check(5, sample =>
    {
        LossConfiguration configuration = WithoutShift(sample.Configuration);
        Expr[] nodes = Nodes(new LossModelGraphs(configuration).Simplified);
        nodes.Where(e => e.Op == Op.Power && e.B.Value < 0).ShouldBeEmpty();
        if (configuration.Activation == Activation.Sigmoid)
        {
            nodes.Where(e => e.Op == Op.Divide).ShouldBeEmpty();
        }
    }, count: 300);

    [Fact]
    public void No_probability_is_subtracted_from_1() => Samples.Check(5, sample =>
        Nodes(new LossModelGraphs(sample.Configuration).Simplified)
            .Where(e => e.Op == Op.Subtract && e.A.IsOne && e.B.Op is Op.Sigmoid or Op.Min or Op.Max).ShouldBeEmpty(), count: 300);

    [Fact]
    public void No_stop_gradient_and_no_bare_logarithm_is_left() => Samples.Check(5, sample =>
        new LossModelGraphs(sample.Configuration).Simplified.Nodes
            .Where(node => node.Op is Op.Detach or Op.Log).ShouldBeEmpty(), count: 300);

    [Fact]
    public void Each_shift_is_tested_once() => Samples.Check(5, sample =>
        Nodes(new LossModelGraphs(sample.Configuration).Simplified)
            .Where(e => e.Op == Op.LessOrEqual).Count()
            .ShouldBeLessThanOrEqualTo((sample.Configuration.Positive.Shift > 0 ? 1 : 0) + (sample.Configuration.Negative.Shift > 0 ? 1 : 0)), count: 300);

    [Fact]
    public void Gamma_0_leaves_nothing_of_the_focus()
    {
        ExprGraph graph = LossModelGraphs.Part(new LossModelGraphs(Published.All["binary cross entropy"]).Simplified, OutputKind.Gradient);
        Nodes(graph).ShouldAllBe(e => e.Op == Op.Sigmoid || e.Op == Op.Logit || e.Op == Op.Negate || e.Op == Op.Target
            || e.Op == Op.Constant || e.Op == Op.Multiply || e.Op == Op.Subtract);
    }

    private static Expr[] Nodes(ExprGraph graph) => Transcription.Copy(graph, new ExprBuilder());

    private static LossConfiguration WithoutShift(LossConfiguration configuration) => configuration with
    {
        Positive = configuration.Positive with { Shift = 0 },
        Negative = configuration.Negative with { Shift = 0 },
    };
}
