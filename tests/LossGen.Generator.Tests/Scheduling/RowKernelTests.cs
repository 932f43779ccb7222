using System;
using System.Collections.Generic;
using System.Globalization;
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

/// <summary>Kernels of losses over rows of classes.</summary>
public class RowKernelTests
{
    private const LossRoles Everything = LossRoles.Value | LossRoles.Gradient | LossRoles.Hessian;

    private static readonly Hyperparameter[] s_gammas =
    [
        new("positiveGamma", HyperparameterProperty.Gamma, Side.Positive, IsPerClass: false),
        new("negativeGamma", HyperparameterProperty.Gamma, Side.Negative, IsPerClass: false),
    ];

    private static readonly double[] s_gammaValues = [0, 0.1, 0.5, 1, 1.5, 2, 2.3, 4];

    private static readonly OutputKind[] s_outputs = [OutputKind.Loss, OutputKind.Gradient, OutputKind.Hessian];

    /// <summary>Smoothed labels: exponents of both terms, coefficients, stop-gradient.</summary>
    private static readonly LossConfiguration[] s_smoothed =
    [
        .. s_gammaValues.SelectMany(gamma => new[] { 0, 0.5, 1, 3 }.Select(other => Smoothed(new() { Gamma = gamma, Weight = 0.5 }, new() { Gamma = other }))),
        Smoothed(new() { Poly = [1] }, new()),
        Smoothed(new() { Gamma = 0.5, Poly = [1, -0.5, 0.25] }, new() { Gamma = 2.5 }),
        Smoothed(new() { Gamma = 0.5, DetachFocus = true }, new() { Gamma = 1.5, DetachFocus = true }),
    ];

    public static TheoryData<bool, bool> Paths => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Paths))]
    public void Terms_and_derivatives_by_log_p_are_those_of_the_formula(bool isSingle, bool isAtRunTime)
    {
        double tolerance = isSingle ? Math.ScaleB(8, -24) : Math.ScaleB(16, -53);
        foreach (LossConfiguration configuration in Losses(isAtRunTime))
        {
            Kernel kernel = Schedule(configuration, isSingle, isAtRunTime);
            foreach (double v in new[] { -80, -40.5, -17, -3.1, -1, -0.3, -0.01, -1e-4, -1e-9 }.Select(v => isSingle ? (float)v : v))
            {
                Check(kernel, configuration, v, y: 1, RowReference.Positive(configuration, v), tolerance);
                Check(kernel, configuration, v, y: 0, RowReference.Other(configuration, v), tolerance);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Terms_and_derivatives_are_finite_for_every_probability(bool isSingle, bool isAtRunTime)
    {
        double largest = isSingle ? float.MaxValue : double.MaxValue;
        double[] magnitudes = [SmallestNormal(isSingle), 1e-30, 1e-20, 1e-13, 1e-9, 1e-6, 0.001, 0.7, 16, 60, 87, 90, 104, 174, 200, 708, 746, 1500, 1e10, 1e30, largest];
        foreach (LossConfiguration configuration in Losses(isAtRunTime))
        {
            Kernel kernel = Schedule(configuration, isSingle, isAtRunTime);
            foreach ((double magnitude, double y) in magnitudes.SelectMany(magnitude => new[] { (magnitude, 0.0), (magnitude, 1) }))
            {
                foreach ((OutputKind kind, double value) in Run(kernel, configuration, -magnitude, y))
                {
                    double.IsFinite(value).ShouldBeTrue(Place(configuration, kind, -magnitude, y) + $" is {value}");
                }
            }
        }
    }

    /// <summary>q^G (-log p) is w^(G + 1) where w = -log p is next to 0.</summary>
    [Theory]
    [MemberData(nameof(Paths))]
    public void Nothing_is_lost_where_the_probability_is_nearly_1(bool isSingle, bool isAtRunTime)
    {
        foreach (double gamma in new[] { 0.1, 0.5, 1.5, 2.3, 3 }.Select(gamma => isSingle && isAtRunTime ? (float)gamma : gamma))
        {
            LossConfiguration configuration = Smoothed(new() { Gamma = gamma }, new());
            Kernel kernel = Schedule(configuration, isSingle, isAtRunTime);
            foreach (double w in new[] { 1e-9, 3e-8 })
            {
                IReadOnlyDictionary<OutputKind, double> actual = Run(kernel, configuration, -w, y: 1);
                Close(OutputKind.Loss, Math.Pow(w, gamma + 1));
                Close(OutputKind.Gradient, -(gamma + 1) * Math.Pow(w, gamma));
                Close(OutputKind.Hessian, gamma * (gamma + 1) * Math.Pow(w, gamma - 1));

                void Close(OutputKind kind, double expected) => actual[kind].ShouldBe(
                    expected, (isSingle ? 1e-6 : 2e-7) * Math.Abs(expected), Place(configuration, kind, -w, y: 1));
            }
        }
    }

    [Fact]
    public void A_power_of_an_exponent_below_1_is_not_0_where_the_probability_is()
    {
        LossConfiguration configuration = Smoothed(new(), new() { Gamma = 0.1 });
        foreach (bool isAtRunTime in new[] { false, true })
        {
            double actual = Run(Schedule(configuration, isSingle: true, isAtRunTime), configuration, -300, y: 0)[OutputKind.Loss];
            actual.ShouldBe(300 * Math.Exp(-30), 1e-4 * 300 * Math.Exp(-30));
        }
    }

    [Fact]
    public void A_true_class_pays_the_positive_term_of_its_logit_in_double_precision()
    {
        LossConfiguration binary = new() { Positive = new() { Gamma = 2, Poly = [0.5] }, Roles = Everything, Reduction = LossGen.Reduction.Sum };
        LossConfiguration rows = binary with { Activation = LossGen.Activation.Softmax, HasLabels = true };
        Kernel kernel = Schedule(rows, isSingle: true, isAtRunTime: false);
        kernel.Scalar.ShouldBe(ScalarType.Double);
        kernel.Instructions.ShouldNotContain(instruction => instruction.Op == KernelOp.LoadTarget);
        foreach (double z in new[] { -700, -30, -1.5, 0, 0.7, 12, 500 })
        {
            HyperDual expected = ReferenceLoss.Evaluate(binary, z, target: 1);
            Check(kernel, rows, z, y: 0, expected, Math.ScaleB(16, -53));
        }
    }

    [Fact]
    public void Soft_rows_have_no_targets_in_the_kernel()
    {
        LossConfiguration configuration = new() { Activation = LossGen.Activation.Softmax, Positive = new() { Gamma = 2 }, Roles = Everything };
        Kernel kernel = Schedule(configuration, isSingle: false, isAtRunTime: false);
        kernel.Instructions.ShouldNotContain(instruction => instruction.Op == KernelOp.LoadTarget);
        Check(kernel, configuration, v: -0.3, y: 0, RowReference.Positive(configuration, -0.3), 1e-14);
    }

    [Fact]
    public void Rows_are_neither_weighted_nor_scaled_by_the_kernel()
    {
        Kernel kernel = Schedule(s_smoothed[0] with { Roles = Everything | LossRoles.Weights | LossRoles.ClassWeights }, isSingle: true, isAtRunTime: false);
        kernel.Instructions.ShouldNotContain(instruction => instruction.Op == KernelOp.LoadWeight || instruction.Op == KernelOp.Scale);
    }

    [Theory]
    [InlineData(LossRoles.Value, new[] { KernelOp.StoreLoss })]
    [InlineData(LossRoles.Value | LossRoles.Gradient, new[] { KernelOp.StoreLoss, KernelOp.StoreGradient })]
    [InlineData(LossRoles.Value | LossRoles.Hessian, new[] { KernelOp.StoreLoss, KernelOp.StoreGradient, KernelOp.StoreHessian })]
    internal void A_second_derivative_by_a_logit_takes_the_first_by_the_term(LossRoles roles, KernelOp[] stores) =>
        Schedule(s_smoothed[0] with { Roles = roles }, isSingle: true, isAtRunTime: false).Instructions.Select(i => i.Op).Where(op => op >= KernelOp.StoreLoss)
            .ShouldBe(stores, ignoreOrder: true);

    private static IEnumerable<LossConfiguration> Losses(bool isAtRunTime) =>
        s_smoothed.Where(configuration => !isAtRunTime || configuration.Positive.Poly.Count == 0);

    private static LossConfiguration Smoothed(TermConfiguration positive, TermConfiguration negative) => new()
    {
        Activation = LossGen.Activation.Softmax,
        HasLabels = true,
        LabelSmoothing = 0.1,
        Positive = positive,
        Negative = negative,
        Roles = Everything,
    };

    private static void Check(Kernel kernel, LossConfiguration configuration, double v, double y, HyperDual expected, double tolerance)
    {
        IReadOnlyDictionary<OutputKind, double> actual = Run(kernel, configuration, v, y);
        foreach ((OutputKind kind, Conditioned value) in s_outputs.Zip([expected.Value, expected.First, expected.Second]))
        {
            // what is below the normal numbers may count as 0
            double fraction = Math.Max(tolerance, 16 * SmallestNormal(kernel.Scalar == ScalarType.Single) / value.Magnitude);
            actual[kind].ShouldBeClose(value, fraction, Place(configuration, kind, v, y));
        }
    }

    private static double SmallestNormal(bool isSingle) => Math.ScaleB(1, isSingle ? -126 : -1022);

    private static IReadOnlyDictionary<OutputKind, double> Run(Kernel kernel, LossConfiguration configuration, double v, double y) =>
        KernelInterpreter.Run(kernel, Leaves.Of(v, y), [configuration.Positive.Gamma, configuration.Negative.Gamma]);

    private static string Place(LossConfiguration configuration, OutputKind kind, double v, double y) => string.Create(
        CultureInfo.InvariantCulture,
        $"{kind} of Gamma {configuration.Positive.Gamma} and {configuration.Negative.Gamma} at v = {v:R}, y = {y}");

    private static Kernel Schedule(LossConfiguration configuration, bool isSingle, bool isAtRunTime)
    {
        LossModel model = ModelOf.Configuration(configuration, isSingle ? ScalarType.Single : ScalarType.Double);
        EquatableArray<LossParameter> hyperparameters = new(s_gammas.Select(h =>
            new LossParameter(h.Name, "", ParameterRole.Hyperparameter, ElementType.Single) { Hyperparameter = h }));
        model = isAtRunTime ? model with { Signature = model.Signature with { Parameters = new([.. model.Signature.Parameters, .. hyperparameters]) } } : model;
        ExprGraph graph = LossCompiler.Specialise(LossCompiler.Simplify(model, CancellationToken.None), model, CancellationToken.None);
        return Scheduler.Schedule(graph, model.KernelScalar, model.Signature.Hyperparameters);
    }
}
