using System;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Analysis;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Tests.Declarations;
using LossGen.Kernels;
using Shouldly;
using Xunit;
using static LossGen.Generator.Algebra.Functions;
using Declared = LossGen.Generator.Parsing;

namespace LossGen.Generator.Tests.Analysis;

/// <summary>Where terms of users are found infinite or NaN, and where they are not.</summary>
public class FinitenessTests
{
    private readonly ExprBuilder _builder = new();

    private Expr P => _builder.Add(Op.Probability);

    private Expr Z => _builder.Add(Op.Logit);

    private Expr Y => _builder.Add(Op.Target);

    private Expr A => _builder.Hyperparameter(0, isNonNegative: false);

    [Fact]
    public void A_quotient_by_the_probability_is_infinite_at_0() =>
        Positive(1 / P).ShouldBe("p = 0: value infinity; keep the divisor away from 0, for example with Math.Max(p, 1e-7)");

    [Fact]
    public void A_quotient_by_the_complement_is_infinite_at_1() =>
        Negative(-(1 / (1 - P))).ShouldBe("p = 1: value -infinity; keep the divisor away from 0, for example with Math.Max(1 - p, 1e-7)");

    [Fact]
    public void Logarithms_of_a_probability_of_logits_have_a_stable_form()
    {
        Positive(-Log(P)).ShouldBeNull();
        Negative(-Log(1 - P)).ShouldBeNull();
        Positive(Power(1 - P, 2) * -Log(P)).ShouldBeNull();
        Positive(Softplus(-Z) * Log(P)).ShouldBeNull();
    }

    [Fact]
    public void A_logarithm_beside_a_quotient_is_not_to_blame() =>
        Positive((1 / P) - Log(P)).ShouldBe("p = 0: value infinity; keep the divisor away from 0, for example with Math.Max(p, 1e-7)");

    [Fact]
    public void The_logarithm_of_a_given_probability_is_infinite_at_0() =>
        Positive(-Log(P), Declared.Activation.None).ShouldBe("p = 0: value infinity; keep the argument of the logarithm above 0, for example with Math.Max(p, 1e-7)");

    [Fact]
    public void A_logarithm_of_less_than_0_is_NaN() =>
        Negative(Log(P - 0.2)).ShouldBe("p = 0: value NaN; keep the argument of the logarithm above 0, for example with Math.Max(p, 1e-7)");

    [Fact]
    public void A_square_root_of_less_than_0_is_NaN_at_the_first_point_of_the_grid() =>
        Negative(Select(LessOrEqual(P, P.Number(0)), P.Number(0), SquareRoot(P - 0.5)))
            .ShouldBe("p = 0.015625: value NaN; keep the argument of the square root above 0, for example with Math.Max(x, 1e-7)");

    [Fact]
    public void A_pole_in_the_middle_is_found() =>
        Negative(1 / (P - 0.5)).ShouldBe("p = 0.5: value infinity; keep the divisor away from 0, for example with Math.Max(x, 1e-7)");

    [Fact]
    public void A_derivative_can_be_infinite_where_the_value_is_not() => Negative(SquareRoot(P), Declared.Activation.None)
        .ShouldBe("p = 0: derivative infinity; keep what it divides by, or takes a root or a power of, away from 0, for example with Math.Max(p, 1e-7)");

    [Fact]
    public void An_exponential_of_the_logit_grows_beyond_all_numbers() =>
        Positive(Exp(-Z)).ShouldBe("p = 0: value infinity; bound the argument of the exponential, for example with Math.Min(x, 50)");

    [Fact]
    public void What_is_not_selected_does_not_count() =>
        Negative(Select(Less(P, P.Number(0.1)), P, Log(P - 0.05))).ShouldBeNull();

    [Fact]
    public void A_bounded_divisor_is_finite() => Positive(1 / Max(P, 1e-7)).ShouldBeNull();

    [Fact]
    public void A_point_of_a_shifted_term_is_what_the_method_gets()
    {
        Describe(Model(configuration => configuration with { Negative = Custom(1 / (P - 0.75)) with { Shift = 0.25 } }))
            .ShouldBe("p = 0.75: value infinity; keep the divisor away from 0, for example with Math.Max(x, 1e-7)");
        Describe(Model(configuration => configuration with { Positive = Custom(1 / P) with { Shift = 0.25 } })).ShouldBeNull();
    }

    [Fact]
    public void A_hyperparameter_of_which_some_value_is_fine_gives_no_warning()
    {
        Positive(1 / (P + A)).ShouldBeNull();
        Positive(A / P).ShouldNotBeNull();
        Positive(GeneralPower(P, 1 - A)).ShouldBeNull();
        Positive(1 / (P * A)).ShouldBe("p = 0: value infinity; keep the divisor away from 0, for example with Math.Max(p, 1e-7)");
    }

    [Fact]
    public void A_term_over_targets_names_the_target()
    {
        const string message = "value infinity; keep the divisor away from 0, for example with Math.Max(x, 1e-7)";
        Describe(Model(configuration => configuration with { Term = Term(1 / Abs(Y - 0.5)) })).ShouldBe("p = 0, y = 0.5: " + message.Replace("Max(x", "Max(p"));
        Describe(Model(configuration => configuration with { Term = Term(1 / Abs(Y - 0.5)), HardTargets = true })).ShouldBeNull();
        Describe(Model(configuration => configuration with { Term = Term(P / Y) })).ShouldStartWith("p = 0, y = 0: value NaN");
    }

    [Fact]
    public void Both_terms_of_a_loss_are_checked() => LossCompiler
        .FindNonFiniteTerms(Model(configuration => configuration with { Positive = Custom(1 / P), Negative = Custom(1 / (1 - P)) }), CancellationToken.None)
        .Select(term => term.Side).ShouldBe([Side.Positive, Side.Negative]);

    [Fact]
    public void Built_in_terms_are_not_checked() =>
        LossCompiler.FindNonFiniteTerms(Model(configuration => configuration with { Activation = Declared.Activation.None }), CancellationToken.None).ShouldBeEmpty();

    [Fact]
    public void The_method_is_named_without_its_type() => LossCompiler
        .FindNonFiniteTerms(Model(configuration => configuration with { Positive = Custom(1 / P) }), CancellationToken.None)
        .ShouldHaveSingleItem().Arguments[0].ShouldBe("Inverse");

    [Fact]
    public void Cancellation_stops_the_search() => Should.Throw<OperationCanceledException>(() =>
        LossCompiler.FindNonFiniteTerms(Model(configuration => configuration with { Positive = Custom(1 / P) }), new CancellationToken(canceled: true)).ToArray());

    private string? Positive(Expr term, Declared.Activation activation = Declared.Activation.Sigmoid) =>
        Describe(Model(configuration => configuration with { Positive = Custom(term), Activation = activation }));

    private string? Negative(Expr term, Declared.Activation activation = Declared.Activation.Sigmoid) =>
        Describe(Model(configuration => configuration with { Negative = Custom(term), Activation = activation }));

    private static string? Describe(LossModel model)
    {
        NonFiniteTerm[] found = [.. LossCompiler.FindNonFiniteTerms(model, CancellationToken.None)];
        found.Length.ShouldBeLessThan(2);
        return found.Length == 0 ? null : $"{found[0].Arguments[1]}: {found[0].Arguments[2]} {found[0].Arguments[3]}; {found[0].Arguments[4]}";
    }

    // a loss with the run-time hyperparameter alpha
    private static LossModel Model(Func<Declared.LossConfiguration, Declared.LossConfiguration> configure)
    {
        LossModel model = ModelOf.Configuration(Published.WithAllOutputs("binary cross entropy"));
        LossParameter alpha = new("alpha", "double", ParameterRole.Hyperparameter, ElementType.Double)
        {
            Hyperparameter = new Hyperparameter("alpha", HyperparameterProperty.Custom, Side: null, IsPerClass: false),
        };
        MethodSignature signature = model.Signature with { Parameters = new([.. model.Signature.Parameters, alpha]) };
        return new LossModel(signature, configure(model.Configuration));
    }

    private static Declared.TermConfiguration Custom(Expr term) =>
        new(Weight: 1, Gamma: 0, Shift: 0, Poly: default, DetachFocus: false) { Custom = Term(term) };

    private static CustomTerm Term(Expr term) =>
        new("global::Terms.Inverse", default, term.Builder.Build([(OutputKind.Term, term)]));
}
