using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Scheduling;
using LossGen.Generator.Tests.Declarations;
using LossGen.Kernels;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Scheduling;

/// <summary>Kernels of losses with hyperparameters at run time.</summary>
public class HyperparameterTests
{
    private static readonly Hyperparameter[] s_both =
    [
        new("positiveGamma", HyperparameterProperty.Gamma, Side.Positive, IsPerClass: false),
        new("negativeGamma", HyperparameterProperty.Gamma, Side.Negative, IsPerClass: false),
    ];

    private static readonly Hyperparameter[] s_asymmetric =
        [.. s_both, new("negativeShift", HyperparameterProperty.Shift, Side.Negative, IsPerClass: false)];

    // as in SchedulerTests: a change is a change of the speed of every such kernel
    [Theory]
    [InlineData("gammas", 118)]
    [InlineData("gammas and a shift", 208)]
    [InlineData("a weight", 48)]
    [InlineData("a weight per class", 49)]
    public void Kernels_cost_what_they_did(string hyperparameters, int instructions)
    {
        Kernel kernel = Schedule(hyperparameters switch
        {
            "gammas" => s_both,
            "gammas and a shift" => s_asymmetric,
            "a weight" => [new("positiveWeight", HyperparameterProperty.Weight, Side.Positive, IsPerClass: false)],
            _ => [new("positiveWeight", HyperparameterProperty.Weight, Side.Positive, IsPerClass: true)],
        });
        kernel.InstructionsPerVector.ShouldBe(instructions);
    }

    [Fact]
    public void What_depends_on_no_element_runs_once_before_the_loop()
    {
        Kernel kernel = Schedule(s_both);
        kernel.Instructions.Take(kernel.Preamble).Select(i => i.Op).Where(op => op != KernelOp.Constant)
            .ShouldBe([KernelOp.LoadScalar, KernelOp.Add, KernelOp.LoadScalar, KernelOp.Add]);
        for (int id = kernel.Preamble; id < kernel.Instructions.Count; id++)
        {
            bool isOfElements = kernel.Instructions[id].Op is KernelOp.LoadInput or KernelOp.LoadTarget or KernelOp.Constant or KernelOp.Scale
                || kernel.Instructions[id].Operands.Any(operand => operand >= kernel.Preamble && kernel.Instructions[operand].Op != KernelOp.Constant);
            isOfElements.ShouldBeTrue(kernel.Instructions[id].ToString());
        }
    }

    [Fact]
    public void A_loss_that_is_a_hyperparameter_is_stored_for_each_element()
    {
        ExprBuilder builder = new();
        ExprGraph graph = builder.Build([(OutputKind.Loss, builder.Hyperparameter(0, isNonNegative: true))]);
        Kernel kernel = Scheduler.Schedule(graph, ScalarType.Double, s_both);
        kernel.Instructions.Skip(kernel.Preamble).Select(i => i.Op).ShouldBe([KernelOp.StoreLoss]);
    }

    [Fact]
    public void A_value_per_class_is_loaded_for_each_element() =>
        Schedule([new("positiveGamma", HyperparameterProperty.Gamma, Side.Positive, IsPerClass: true)]).Preamble.ShouldBe(0);

    [Fact]
    public void A_kernel_without_hyperparameters_has_nothing_before_its_loop() => Samples.Check(30, sample =>
    {
        LossModel model = ModelOf.Configuration(sample.Configuration);
        ExprGraph graph = LossCompiler.Specialise(LossCompiler.Simplify(model, CancellationToken.None), model, CancellationToken.None);
        Scheduler.Schedule(graph, ScalarType.Double, []).Preamble.ShouldBe(0);
    }, count: 100);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.5, 2, 0)]
    [InlineData(3.7, 1, 0.05)]
    [InlineData(1, 0.5, 0.2)]
    public void A_kernel_computes_the_loss_of_its_hyperparameters(double positive, double negative, double shift)
    {
        LossConfiguration configuration = new()
        {
            Reduction = LossGen.Reduction.Sum,
            Positive = new() { Gamma = positive },
            Negative = new() { Gamma = negative, Shift = shift },
        };
        Kernel kernel = Schedule(s_asymmetric, ScalarType.Double);
        foreach (double logit in new[] { -40, -3.1, -0.2, 0, 0.7, 5, 35 })
        {
            foreach (double target in new[] { 0, 0.3, 1 })
            {
                HyperDual expected = ReferenceLoss.Evaluate(configuration, logit, target);
                IReadOnlyDictionary<OutputKind, double> actual = KernelInterpreter.Run(kernel, Leaves.Of(logit, target), [positive, negative, shift]);
                actual[OutputKind.Loss].ShouldBeClose(expected.Value, 1e-14, "loss");
                actual[OutputKind.Gradient].ShouldBeClose(expected.First, 1e-14, "gradient");
            }
        }
    }

    private static Kernel Schedule(Hyperparameter[] hyperparameters, ScalarType scalar = ScalarType.Single)
    {
        LossModel model = ModelOf.Configuration(new() { Roles = LossRoles.Value | LossRoles.Gradient }, scalar);
        EquatableArray<LossParameter> parameters = new(model.Signature.Parameters.Concat(hyperparameters.Select(h =>
            new LossParameter(h.Name, "", ParameterRole.Hyperparameter, ElementType.Single) { Hyperparameter = h })));
        model = model with { Signature = model.Signature with { Parameters = parameters } };
        ExprGraph graph = LossCompiler.Specialise(LossCompiler.Simplify(model, CancellationToken.None), model, CancellationToken.None);
        return Scheduler.Schedule(graph, scalar, model.Signature.Hyperparameters);
    }
}
