using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Emission;
using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Algebra;

/// <summary>A new operation needs a row in every table; these tests name the missing ones.</summary>
public class CompletenessTests
{
    private static readonly Op[] s_leaves = [Op.Constant, Op.Logit, Op.Probability, Op.LogProbability, Op.Target, Op.Weight, Op.Scale, Op.Hyperparameter];

    private static readonly Op[] s_conditions = [Op.Less, Op.LessOrEqual, Op.Equal];

    // Powers and logarithms are rewritten, stop-gradients have done their work, and a selection tests its condition itself.
    private static readonly Op[] s_goneBeforeScheduling = [Op.Power, Op.GeneralPower, Op.Log, Op.Detach, .. s_conditions];

    [Fact]
    public void Every_operation_has_a_derivative() => Missing(Differentiator.Rows.Keys, []).ShouldBeEmpty();

    [Fact]
    public void Every_operation_with_operands_has_an_evaluation() => Missing(Evaluator.Rows.Keys, s_leaves).ShouldBeEmpty();

    [Fact]
    public void Every_operation_that_reaches_scheduling_has_a_lowering() => Missing(Lowering.Rows.Keys, s_goneBeforeScheduling).ShouldBeEmpty();

    [Fact]
    public void No_operation_that_is_gone_before_scheduling_has_a_lowering() =>
        Lowering.Rows.Keys.Intersect(s_goneBeforeScheduling).ShouldBeEmpty();

    [Fact]
    public void Every_operation_has_a_plain_a_literal_and_a_LaTeX_notation()
    {
        List<Op> missing = [];
        foreach (Op op in Enum.GetValues<Op>())
        {
            Expr e = Example(op, new ExprBuilder());
            foreach (Typography typography in new[] { Typography.Plain, Typography.Literal, Typography.Latex }.Select(t => t with { Hyperparameters = ["q"] }))
            {
                if (Record.Exception(() => Formula.Print(e, typography)) is not null)
                {
                    missing.Add(op);
                }
            }
        }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_kernel_operation_has_a_text() => Enum.GetValues<KernelOp>().Except(OperationTexts.Rows.Keys).ShouldBeEmpty();

    // Each operation over logits, with as many operands as its evaluation takes.
    internal static Expr Example(Op op, ExprBuilder builder)
    {
        Expr z = builder.Add(Op.Logit);
        return op switch
        {
            Op.Constant => builder.Constant(0.5),
            Op.Hyperparameter => builder.Hyperparameter(0, isNonNegative: false),
            _ when s_leaves.Contains(op) => builder.Add(op),
            Op.Power => Functions.Power(z, 2.5),
            Op.PowerOfPair => Functions.PowerOfPair(z, 1 - z, z.Number(0.3)),
            Op.LogOfPair => Functions.LogOfPair(z, 1 - z),
            Op.Negate or Op.SquareRoot or Op.Abs or Op.Exp or Op.Expm1 or Op.Tanh or Op.Log or Op.Sigmoid or Op.Softplus or Op.BoundedSoftplus or Op.Detach => builder.Add(op, z),
            Op.Select => Functions.Select(Functions.Less(z, builder.Constant(0)), z, builder.Constant(0)),
            _ => builder.Add(op, z, builder.Constant(0.5)),
        };
    }

    private static IEnumerable<Op> Missing(IEnumerable<Op> rows, Op[] notDue) => Enum.GetValues<Op>().Except(notDue).Except(rows);
}
