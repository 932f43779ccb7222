using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Rewriting;
using Shouldly;
using Xunit;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Tests.Rewriting;

/// <summary>What the rules make of small expressions.</summary>
public class RuleTests
{
    private readonly ExprBuilder _builder = new();

    private Expr Z => _builder.Add(Op.Logit);

    private Expr Y => _builder.Add(Op.Target);

    private Expr P => Sigmoid(Z);

    private Expr Q => Sigmoid(-Z);

    private Expr Gamma => _builder.Hyperparameter(0, isNonNegative: true);

    private Expr Shift => _builder.Hyperparameter(1, isNonNegative: true);

    private Expr Any => _builder.Hyperparameter(2, isNonNegative: false);

    [Fact]
    public void The_complement_of_a_sigmoid_is_no_subtraction() => Check(1 - P, Q);

    [Fact]
    public void The_complement_of_the_complement_is_the_probability() => Check(1 - (1 - P), P);

    [Fact]
    public void The_logarithm_of_a_sigmoid_is_a_softplus() => Check(Log(P), -Softplus(-Z));

    [Fact]
    public void The_logarithm_of_the_complement_is_a_softplus() => Check(Log(1 - P), -Softplus(Z));

    [Fact]
    public void The_logarithm_of_a_shifted_probability_knows_its_complement_without_cancellation() =>
        Check(Log(Min((1 - P) + 0.05, 1)), LogOfPair(Min(Q + 0.05, 1), Max(P - 0.05, 0)));

    [Fact]
    public void The_complement_of_a_probability_shifted_up_is_the_complement_shifted_down() =>
        Check(1 - Min(P + 0.05, 1), Max(Q - 0.05, 0));

    [Fact]
    public void The_complement_of_a_probability_shifted_down_is_the_complement_shifted_up() =>
        Check(1 - Max(P - 0.05, 0), Min(Q + 0.05, 1));

    [Fact]
    public void The_two_conditions_of_a_shift_become_one() =>
        Check(Select(LessOrEqual(Z.Number(1), Q + 0.05), Y, Z), Select(LessOrEqual(P - 0.05, Z.Number(0)), Y, Z));

    [Fact]
    public void Powers_of_one_base_add_their_exponents() => Check(Power(P, 2.25) * (P * Power(P, 0.75)), Power(P, 4));

    [Fact]
    public void Powers_cancel_in_quotients() => Check((Power(P, 3) * Q) / (P * Q), Power(P, 2));

    [Fact]
    public void A_power_of_0_is_1_and_of_1_is_the_base()
    {
        Check(Power(P, 0), P.Number(1));
        Check(Power(P, 1), P);
    }

    [Fact]
    public void Like_terms_are_collected() => Check((2 * P) + (3 * P), 5 * P);

    [Fact]
    public void Terms_that_cancel_vanish() => Check((Z + P) - P, Z);

    [Fact]
    public void Factors_that_all_terms_have_are_multiplied_once() => Check((P * Z) - (P * Q), P * (Z - Q));

    [Fact]
    public void A_power_that_would_leave_another_fraction_is_not_factored_out() =>
        Check((P * Z) + (Power(P, 0.875) * Q), (P * Z) + (Power(P, 0.875) * Q));

    [Fact]
    public void Signs_move_out_of_products() => Check(-P * -Q * -Y, -(P * Q * Y));

    [Fact]
    public void A_selection_between_equal_values_is_the_value() => Check(Select(Equal(Y, 0), P, P), P);

    [Fact]
    public void Nested_selections_by_one_condition_are_one() =>
        Check(Select(Equal(Y, 0), Select(Equal(Y, 0), Z, P), Q), Select(Equal(Y, 0), Z, Q));

    [Fact]
    public void What_is_not_selected_is_not_multiplied() =>
        Check(P * Select(Equal(Y, 0), Z.Number(0), Z), Select(Equal(Y, 0), Z.Number(0), P * Z));

    [Fact]
    public void Sums_of_selections_by_one_condition_are_one_selection() =>
        Check(Select(Equal(Y, 0), Z, P) + Select(Equal(Y, 0), Q, Z), Select(Equal(Y, 0), Z + Q, P + Z));

    [Fact]
    public void A_mask_is_dropped_where_the_bounded_product_vanishes_anyway() =>
        Check(Select(Equal(Y, 0), Z.Number(0), Y * P), Y * P);

    [Fact]
    public void A_mask_stays_where_the_product_may_be_0_times_infinity() =>
        Check(Select(Equal(Y, 0), Z.Number(0), Y * Softplus(Z)), Select(Equal(Y, 0), Z.Number(0), Y * Softplus(Z)));

    [Fact]
    public void A_stop_gradient_lasts_until_the_last_differentiation()
    {
        Check(Detach(P) * Z, Detach(P) * Z);
        Check(Detach(P) * Z, P * Z, AlgebraRules.AfterDifferentiation);
    }

    [Fact]
    public void A_softplus_is_bounded_beside_the_sigmoid_that_vanishes_first()
    {
        Check(P * Softplus(-Z), P * BoundedSoftplus(-Z), AlgebraRules.AfterDifferentiation);
        Check(P * Softplus(Z), P * Softplus(Z), AlgebraRules.AfterDifferentiation);
    }

    [Fact]
    public void A_focus_given_at_run_time_is_a_power_of_the_sigmoid() => Check(GeneralPower(1 - P, Gamma), PowerOfSigmoid(-Z, Gamma));

    [Fact]
    public void The_focus_of_a_shifted_probability_knows_its_complement() =>
        Check(GeneralPower(1 - Min((1 - P) + Shift, 1), Gamma), PowerOfPair(Max(P - Shift, 0), Min(Q + Shift, 1), Gamma));

    [Fact]
    public void The_focus_of_a_given_probability_knows_its_complement()
    {
        Expr p = _builder.Add(Op.Probability);
        Check(GeneralPower(1 - p, Gamma), PowerOfPair(1 - p, p, Gamma));
    }

    [Fact]
    public void A_power_to_an_exponent_that_may_be_negative_stays_what_it_is() => Check(GeneralPower(P, Any), GeneralPower(P, Any));

    private void Check(Expr from, Expr to, params IReadOnlyList<Rule>[] more)
    {
        ExprGraph graph = _builder.Build([(OutputKind.Loss, from)]);
        ExprGraph rewritten = Rewriter.Run(graph, CancellationToken.None, [StabilityRules.All, PowerRules.All, AlgebraRules.All, SelectRules.All, .. more]);
        ExprBuilder builder = new();
        Text(Transcription.Copy(rewritten, builder)[rewritten.Outputs[0].Node]).ShouldBe(Text(to));
    }

    // the order of summands and factors is of no interest
    private static string Text(Expr e)
    {
        IEnumerable<string> operands = e.Operands.Select(Text);
        operands = e.Op is Op.Add or Op.Multiply ? operands.Order(StringComparer.Ordinal) : operands;
        return e.IsConstant ? e.Value.ToString("R", CultureInfo.InvariantCulture)
            : e.Op == Op.Hyperparameter ? $"h{e.HyperparameterIndex}"
            : e.Operands.Length == 0 ? e.Op.ToString()
            : $"{e.Op}({string.Join(", ", operands)})";
    }
}
