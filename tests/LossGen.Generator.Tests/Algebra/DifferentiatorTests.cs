using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Tests.Declarations;
using LossGen.Verification;
using Shouldly;
using Xunit;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Tests.Algebra;

public class DifferentiatorTests
{
    /// <summary>For each operation, functions of z that use it, and where to differentiate them; the arguments are functions of z too.</summary>
    private static readonly IReadOnlyDictionary<Op, (Func<Expr, Expr> Function, double[] Points)> s_examples = new Dictionary<Op, (Func<Expr, Expr>, double[])>
    {
        [Op.Constant] = (z => z.Number(3), [0.5]),
        [Op.Logit] = (z => z, [-2, 0.5]),
        [Op.Probability] = (z => z.Builder.Add(Op.Probability), [0.2, 0.5]),
        [Op.LogProbability] = (z => z.Builder.Add(Op.LogProbability), [-2, -0.5]),
        [Op.Target] = (z => z.Builder.Add(Op.Target), [0.5]),
        [Op.Weight] = (z => z.Builder.Add(Op.Weight), [0.5]),
        [Op.Scale] = (z => z.Builder.Add(Op.Scale), [0.5]),
        [Op.Negate] = (z => z.Builder.Add(Op.Negate, z * z), [-2, 0.5]),
        [Op.Add] = (z => (z * z) + Sigmoid(z), [-2, 0.5]),
        [Op.Subtract] = (z => (z * z) - Sigmoid(z), [-2, 0.5]),
        [Op.Multiply] = (z => Sigmoid(z) * Softplus(z), [-2, 0.5]),
        [Op.ScaleBy] = (z => ScaleBy(z * z, z.Number(3)), [-2, 0.5]),
        [Op.Divide] = (z => Sigmoid(z) / ((z * z) + 1), [-2, 0.5]),
        [Op.Power] = (z => Power(Sigmoid(z), 2.3), [-2, 0.5]),
        [Op.PowerOfSigmoid] = (z => PowerOfSigmoid(z * z, z.Number(0.3)), [-2, 0.5]),
        [Op.PowerOfPair] = (z => PowerOfPair(Sigmoid(z), Sigmoid(-z), z.Number(0.3)), [-2, 0.5]),
        [Op.GeneralPower] = (z => GeneralPower(Sigmoid(z), (z * z) + 1), [-2, 0.5]),
        [Op.Abs] = (z => Abs(z), [-2, 0.5]),
        [Op.Exp] = (z => Exp(z * z), [-2, 0.5]),
        [Op.Expm1] = (z => Expm1(z * z), [-2, 0.5]),
        [Op.Tanh] = (z => Tanh(z * z), [-2, 0.5]),
        [Op.Hyperparameter] = (z => z.Builder.Hyperparameter(0, isNonNegative: false), [0.5]),
        [Op.SquareRoot] = (z => SquareRoot((z * z) + 1), [-2, 0.5]),
        [Op.Max] = (z => Max(z * z, 1), [-2, 0.5]),
        [Op.Min] = (z => Min(z * z, 1), [-2, 0.5]),
        [Op.Log] = (z => Log((z * z) + 1), [-2, 0.5]),
        [Op.LogOfPair] = (z => LogOfPair(Sigmoid(z), Sigmoid(-z)), [-2, 0.5]),
        [Op.Sigmoid] = (z => Sigmoid(z * z), [-2, 0.5]),
        [Op.Softplus] = (z => Softplus(z * z), [-2, 0.5]),
        [Op.BoundedSoftplus] = (z => BoundedSoftplus(z * z), [-2, 0.5]),
        [Op.Less] = (z => Less(z, z.Number(0)), [-2, 0.5]),
        [Op.LessOrEqual] = (z => LessOrEqual(z, z.Number(0)), [-2, 0.5]),
        [Op.Equal] = (z => Equal(z, 0), [-2, 0.5]),
        [Op.Select] = (z => Select(Less(z, z.Number(0)), z * z, Sigmoid(z)), [-2, 0.5]),
    };

    public static TheoryData<string> Operations => [.. Enum.GetNames<Op>().Where(name => name != nameof(Op.Detach))];

    [Theory]
    [MemberData(nameof(Operations))]
    public void The_derivative_is_the_slope_of_the_function(string operation)
    {
        (Func<Expr, Expr> function, double[] points) = s_examples[Enum.Parse<Op>(operation)];
        ExprBuilder builder = new();
        ExprGraph graph = builder.Build([(OutputKind.Loss, function(builder.Add(Op.Logit)))]);
        graph.Nodes.ShouldContain(node => node.Op.ToString() == operation);
        ExprGraph both = Differentiator.Append(graph, (OutputKind.Loss, OutputKind.Gradient));
        foreach (double point in points)
        {
            Evaluate(both, point)[OutputKind.Gradient].ShouldBe(Slope(x => Evaluate(graph, x)[OutputKind.Loss], point), 1e-9);
        }
    }

    [Fact]
    public void A_stop_gradient_has_no_slope()
    {
        ExprBuilder builder = new();
        Expr z = builder.Add(Op.Logit);
        ExprGraph both = Differentiator.Append(builder.Build([(OutputKind.Loss, Detach(z * z) * z)]), (OutputKind.Loss, OutputKind.Gradient));
        Evaluate(both, 3)[OutputKind.Gradient].ShouldBe(9);
    }

    [Fact]
    public void A_power_of_0_whose_exponent_varies_is_flat()
    {
        ExprBuilder builder = new();
        Expr z = builder.Add(Op.Logit);
        ExprGraph both = Differentiator.Append(builder.Build([(OutputKind.Loss, GeneralPower(Max(z, 0), (z * z) + 1))]), (OutputKind.Loss, OutputKind.Gradient));
        Evaluate(both, -2)[OutputKind.Gradient].ShouldBe(0);
    }

    [Fact]
    public void Minimum_and_maximum_with_a_bound_are_flat_at_the_bound()
    {
        ExprBuilder builder = new();
        Expr z = builder.Add(Op.Logit);
        foreach (Expr kink in new[] { Max(z, 1), Min(z, 1) })
        {
            ExprGraph both = Differentiator.Append(builder.Build([(OutputKind.Loss, kink)]), (OutputKind.Loss, OutputKind.Gradient));
            Evaluate(both, 1)[OutputKind.Gradient].ShouldBe(0);
        }
    }

    [Fact]
    public void Gradient_and_hessian_of_a_loss_are_those_of_hyper_dual_arithmetic() => Samples.Check(30, sample =>
    {
        ExprGraph graph = LossCompiler.Simplify(ModelOf.Configuration(sample.Configuration), CancellationToken.None);
        IReadOnlyDictionary<OutputKind, double> outputs = Evaluator.Evaluate(graph, Leaves.Of(sample));
        HyperDual reference = sample.Reference;
        outputs[OutputKind.Loss].ShouldBeClose(reference.Value, 1e-9, "loss");
        outputs[OutputKind.Gradient].ShouldBeClose(reference.First, 1e-9, "gradient");
        outputs[OutputKind.Hessian].ShouldBeClose(reference.Second, 1e-9, "hessian");
    });

    private static IReadOnlyDictionary<OutputKind, double> Evaluate(ExprGraph graph, double input) =>
        Evaluator.Evaluate(graph, Leaves.Of(input, target: 0.25, weight: 2, scale: 0.5), 1.5);

    // central differences, extrapolated (Richardson): an error of order h^6
    private static double Slope(Func<double, double> f, double x)
    {
        double Difference(double h) => (f(x + h) - f(x - h)) / (2 * h);
        const double h = 1e-2;
        double coarse = Difference(h), middle = Difference(h / 2), fine = Difference(h / 4);
        double first = ((4 * middle) - coarse) / 3, second = ((4 * fine) - middle) / 3;
        return ((16 * second) - first) / 15;
    }
}
