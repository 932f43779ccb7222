using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;
using LossGen.Generator.Tests.Declarations;
using LossGen.Kernels;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Scheduling;

public class SchedulerTests
{
    [Fact]
    public void A_kernel_computes_what_its_graph_says() => Samples.Check(30, sample =>
    {
        LossConfiguration configuration = sample.Configuration with { Roles = sample.Configuration.Roles | LossRoles.Weights };
        ExprGraph graph = Specialised(configuration, ScalarType.Double);
        IReadOnlyDictionary<Op, double> leaves = Leaves.Of(sample.Input, sample.Target, weight: 1.5, scale: 0.25);
        IReadOnlyDictionary<OutputKind, double> expected = Evaluator.Evaluate(graph, leaves);
        IReadOnlyDictionary<OutputKind, double> actual = KernelInterpreter.Run(Scheduler.Schedule(graph, ScalarType.Double, []), leaves);
        actual.Keys.ShouldBe(expected.Keys, ignoreOrder: true);
        HyperDual reference = sample.Reference;
        foreach ((OutputKind kind, Conditioned magnitude) in new[]
        {
            (OutputKind.Loss, reference.Value),
            (OutputKind.Gradient, reference.First),
            (OutputKind.Hessian, reference.Second),
        })
        {
            double scale = kind == OutputKind.Loss ? 1.5 : 1.5 * 0.25;
            actual[kind].ShouldBeClose(new Conditioned(expected[kind], scale * magnitude.Magnitude), 1e-13, kind.ToString());
        }
    });

    [Fact]
    public void An_element_of_weight_0_is_0_whatever_its_logit()
    {
        LossConfiguration configuration = Published.WithAllOutputs("asymmetric");
        Kernel kernel = Schedule(configuration with { Roles = configuration.Roles | LossRoles.Weights });
        foreach (double logit in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            KernelInterpreter.Run(kernel, Leaves.Of(logit, 1, weight: 0)).Values.ShouldAllBe(value => value == 0);
        }
    }

    [Fact]
    public void Operands_precede_their_uses_and_each_output_is_stored_once() => Samples.Check(30, sample =>
    {
        Kernel kernel = Schedule(sample.Configuration);
        for (int id = 0; id < kernel.Instructions.Count; id++)
        {
            kernel.Instructions[id].Operands.ShouldAllBe(operand => operand < id);
        }

        kernel.Instructions.Select(instruction => instruction.Op).Where(op => op >= KernelOp.StoreLoss)
            .ShouldBe([KernelOp.StoreLoss, KernelOp.StoreGradient, KernelOp.StoreHessian], ignoreOrder: true);
    }, count: 200);

    [Fact]
    public void Every_instruction_is_used() => Samples.Check(30, sample =>
    {
        Kernel kernel = Schedule(sample.Configuration);
        HashSet<int> used = [.. kernel.Instructions.SelectMany(instruction => instruction.Operands)];
        for (int id = 0; id < kernel.Instructions.Count; id++)
        {
            (used.Contains(id) || kernel.Instructions[id].Op >= KernelOp.StoreLoss).ShouldBeTrue(kernel.Instructions[id].ToString());
        }
    }, count: 200);

    [Fact]
    public void No_number_of_an_element_waits_long_in_a_register() => Samples.Check(30, sample =>
    {
        Kernel kernel = Schedule(sample.Configuration);
        for (int load = 0; load < kernel.Instructions.Count; load++)
        {
            if (!kernel.Instructions[load].IsLoad)
            {
                continue;
            }

            int waited = 0;
            foreach (Instruction instruction in kernel.Instructions.Take(FirstStore(kernel)).Skip(load + 1))
            {
                if (instruction.Operands.Contains(load))
                {
                    waited.ShouldBeLessThanOrEqualTo(Rematerialization.Distance, kernel.Instructions[load].ToString());
                    waited = 0;
                }
                else if (!instruction.IsLoad)
                {
                    waited++;
                }
            }
        }
    }, count: 200);

    [Fact]
    public void Nothing_is_read_after_a_store_which_may_lie_over_it() => Samples.Check(30, sample =>
    {
        Kernel kernel = Schedule(sample.Configuration with { Roles = sample.Configuration.Roles | LossRoles.Weights });
        kernel.Instructions.Skip(FirstStore(kernel)).ShouldAllBe(instruction => !instruction.IsLoad);
    }, count: 200);

    [Fact]
    public void Only_what_the_signature_asks_for_is_computed()
    {
        Kernel value = Schedule(Published.All["asymmetric"] with { Roles = LossRoles.Value });
        Stores(value).ShouldBe([KernelOp.StoreLoss]);
        Kernel gradient = Schedule(Published.All["binary cross entropy"] with { Roles = LossRoles.Gradient }, isVoid: true);
        Stores(gradient).ShouldBe([KernelOp.StoreGradient]);
        gradient.Logarithms.ShouldBe(0);
    }

    // Instructions with constants aside, and the largest number of values that are alive at a time: a change of either is
    // a change of the speed of every kernel.
    [Theory]
    [InlineData("binary cross entropy", 44, 6)]
    [InlineData("balanced cross entropy", 53, 8)]
    [InlineData("focal", 66, 12)]
    [InlineData("asymmetric", 78, 11)]
    [InlineData("asymmetric, positives focused", 82, 12)]
    [InlineData("Poly-1", 54, 8)]
    [InlineData("Poly-1 focal", 67, 10)]
    public void The_published_losses_cost_what_they_did(string loss, int instructions, int alive)
    {
        Kernel kernel = Schedule(Published.All[loss], scalar: ScalarType.Single);
        (kernel.InstructionsPerVector, kernel.ValuesAlive).ShouldBe((instructions, alive));
    }

    [Theory]
    [InlineData("focal", 87, 11)]
    [InlineData("asymmetric", 98, 12)]
    [InlineData("Poly-1 focal", 91, 12)]
    public void The_published_losses_with_every_output_cost_what_they_did(string loss, int instructions, int alive)
    {
        Kernel kernel = Schedule(Published.WithAllOutputs(loss), scalar: ScalarType.Single);
        (kernel.InstructionsPerVector, kernel.ValuesAlive).ShouldBe((instructions, alive));
    }

    private static int FirstStore(Kernel kernel) => kernel.Instructions.TakeWhile(instruction => !instruction.IsStore).Count();

    private static KernelOp[] Stores(Kernel kernel) =>
        [.. kernel.Instructions.Select(instruction => instruction.Op).Where(op => op >= KernelOp.StoreLoss)];

    private static Kernel Schedule(LossConfiguration configuration, ScalarType scalar = ScalarType.Double, bool isVoid = false) =>
        Scheduler.Schedule(Specialised(configuration, scalar, isVoid), scalar, []);

    private static ExprGraph Specialised(LossConfiguration configuration, ScalarType scalar, bool isVoid = false)
    {
        LossModel model = ModelOf.Configuration(configuration, scalar);
        model = isVoid ? model with { Signature = model.Signature with { Return = ReturnType.Void } } : model;
        return LossCompiler.Specialise(LossCompiler.Simplify(model, CancellationToken.None), model, CancellationToken.None);
    }
}
