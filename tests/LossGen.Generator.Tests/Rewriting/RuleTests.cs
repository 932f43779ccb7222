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
        Check(Detach(P) * Y, Detach(P) * Y);
        Check(Detach(P) * Y, P * Y, AlgebraRules.AfterDifferentiation);
    }

    [Fact]
    public void A_softplus_is_bounded_beside_the_sigmoid_that_vanishes_first()
    {
        Check(P * Softplus(-Z), P * BoundedSoftplus(-Z), AlgebraRules.AfterDifferentiation);
        Check(P * Softplus(Z), P * Softplus(Z), AlgebraRules.AfterDifferentiation);
    }

    [Fact]
    public void The_logarithm_of_a_product_near_1_takes_its_complement()
    {
        Expr product = Q * (P + 1);
        Check(
            LogOfPair(product, Power(P, 2)),
            Select(Less(product, product.Number(0.5)), LogOfPair(P + 1, -P) - Softplus(Z), LogOfPair(product, Min(Power(P, 2), 0.5))));
    }

    [Fact]
    public void A_share_of_what_may_be_no_finite_number_is_0_where_the_share_is()
    {
        foreach (Expr unbounded in new[] { Y * Y.Number(double.PositiveInfinity), Power(Tanh(Z), 0.5) * Y, Exp(1000 * P) * Y })
        {
            Expr share = Select(Equal(Y, 0), Y.Number(0), unbounded);
            Check(share, share);
        }

        Check(Select(Equal(Y, 0), Y.Number(0), Y * Exp(P)), Y * Exp(P));
    }

    [Fact]
    public void The_share_of_a_class_that_pays_1_stays_whole() =>
        Check((Y * Softplus(-Z)) - (1 - Y), (Y * Softplus(-Z)) - (1 - Y));

    [Fact]
    public void A_sum_with_NaN_is_a_sum() => Check((double.NaN * P) - Z, (double.NaN * P) - Z);

    [Fact]
    public void A_small_number_beside_a_complement_is_not_lost() => Check(1 - (P - 1e-20), Q + 1e-20);

    [Fact]
    public void A_probability_subtracted_from_a_number_near_1_is_a_complement()
    {
        Check(2 - (2 * P), 2 * Q);
        Check(P - 1, -Q);
        Check(1.25 - P, Q + 0.25);
        Check(2 - P, 2 - P);
    }

    [Fact]
    public void A_probability_and_its_complement_are_1() => Check((0.5 * P) + (0.5 * Q), P.Number(0.5));

    [Fact]
    public void A_difference_of_squares_is_factored() => Check(1 - (P * P), Q * (P + 1));

    [Fact]
    public void The_complement_of_a_bound_is_the_other_bound_of_the_complement() =>
        Check(Log(Max(P, 1e-7)), LogOfPair(Max(P, 1e-7), Min(Q, 0.9999999)));

    [Fact]
    public void The_complement_of_a_selection_is_a_selection_of_complements() =>
        Check(1 - Select(Equal(Y, 0), P, Q), Select(Equal(Y, 0), Q, P));

    [Fact]
    public void What_a_shift_adds_to_a_probability_is_at_most_the_complement() =>
        Check(Min(P + 0.05, P.Number(1)) - P, Min(Q, 0.05));

    [Fact]
    public void Under_a_condition_the_bound_of_the_complement_is_decided_too() =>
        Check(
            Select(LessOrEqual(P, P.Number(0.05)), P.Number(0), Min(Q, 0.95) * Max(P, 0.05)),
            Select(LessOrEqual(P, P.Number(0.05)), P.Number(0), P * Q));

    [Fact]
    public void The_complement_of_a_fourth_power_has_a_derivative_without_cancellation() =>
        Check(1 - Power(P, 4), -Expm1(-4 * Softplus(-Z)));

    [Fact]
    public void A_comparison_near_1_is_one_of_complements() =>
        Check(Select(Less(P, P.Number(0.999)), Y, Z), Select(Less(P.Number(0.001), Q), Y, Z));

    [Fact]
    public void Logarithms_of_products_powers_and_quotients_of_probabilities_are_softplus()
    {
        Check(Log(P * Q), -(Softplus(Z) + Softplus(-Z)));
        Check(Log(Power(P, 2.5)), -2.5 * Softplus(-Z));
        Check(Log(1 / P), Softplus(-Z));
        Check(Log(P / (1 - P)), Z);
        Check(LogOfPair(-P + 1, P), -Softplus(Z));
    }

    [Fact]
    public void The_logarithm_of_a_selected_probability_is_a_selected_softplus() =>
        Check(Log(Select(Equal(Y, 0), P, Q)), Select(Equal(Y, 0), -Softplus(-Z), -Softplus(Z)));

    [Fact]
    public void Logarithm_and_exponential_undo_each_other()
    {
        Check(Log(Exp(Z)), Z);
        Check(Exp(Log(P)), P);
        Check(Exp(3 * Log(1 - P)), Power(Q, 3));
    }

    [Fact]
    public void Sigmoid_and_softplus_are_known_by_their_definitions()
    {
        Check(1 / (Exp(-Z) + 1), P);
        Check(Exp(Z) / (Exp(Z) + 1), P);
        Check(Log(Exp(Z) + 1), Softplus(Z));
        Check(Max(Z, 0) + Softplus(-Abs(Z)), Softplus(Z));
        Check(Exp(-Softplus(Z)), Q);
    }

    [Fact]
    public void Differences_of_softplus_are_not_left_to_cancel()
    {
        Check(Softplus(Z) - Softplus(-Z), Z);
        Check(Softplus(2 * Z) - Softplus(-2 * Z), 2 * Z);
        Check(Softplus(Z) - Z, Softplus(-Z));
        Check(Softplus(Z) - (Y * Z), (Y * Softplus(-Z)) + ((1 - Y) * Softplus(Z)));
    }

    [Fact]
    public void Small_differences_of_exponentials_are_expm1()
    {
        Check(Exp(Z) - 1, Expm1(Z));
        Check(1 - Exp(Z), -Expm1(Z));
        Check(Expm1(Z) + 1, Exp(Z));
        Check(1 - Power(P, 0.7), -Expm1(-0.7 * Softplus(-Z)));
        Check(1 - Tanh(Z), 2 * Sigmoid(-2 * Z));
    }

    [Fact]
    public void Quotients_of_sigmoids_and_exponentials_cancel()
    {
        Check(P / Q, Exp(Z));
        Check(Sigmoid(2 * Z) / (1 - Sigmoid(2 * Z)), Exp(2 * Z));
        Check(Exp(Z) * Q, P);
        Check(Exp(Z) * Exp(Y), Exp(Z + Y));
        Check(Power(Exp(Z), 2.5), Exp(2.5 * Z));
    }

    [Fact]
    public void The_distance_from_the_target_is_that_of_each_class()
    {
        Check(Y - P, (Y * Q) - ((1 - Y) * P));
        Check((P + Y) - (2 * (P * Y)), (Y * Q) + ((1 - Y) * P));
        Check((Y * Z) + ((1 - Y) * Z), Z);
        Check(1 - ((Y * P) + ((1 - Y) * Q)), (Y * Q) + ((1 - Y) * P));
    }

    [Fact]
    public void Bounds_and_magnitudes_that_change_nothing_vanish()
    {
        Check(Max(P, 0), P);
        Check(Min(P, 2), P);
        Check(Min(Max(P, 0.25), 0.125), P.Number(0.125));
        Check(Max(P.Number(0.5), P), Max(P, 0.5));
        Check(Max(Max(P, 0.25), 0.5), Max(P, 0.5));
        Check(Abs(P), P);
        Check(Power(Abs(Z), 2), Power(Z, 2));
        Check(Select(Less(P, P.Number(-1)), Z, Y), Y);
    }

    [Fact]
    public void A_root_of_what_may_be_negative_is_not_split() =>
        Check(SquareRoot(Power(Z, 2)), Abs(Z));

    [Fact]
    public void Selections_by_one_condition_are_one_in_a_product()
    {
        Check(Select(Equal(Y, 0), P, Z) * Select(Equal(Y, 0), Z, Q), Select(Equal(Y, 0), P * Z, Z * Q));
        Check(P / Select(Equal(Y, 0), P, Z), Select(Equal(Y, 0), P.Number(1), P / Z));
    }

    [Fact]
    public void A_quotient_near_1_is_subtracted_in_its_numerator()
    {
        Check(1 - (((2 * P * Y) + 1) / (P + Y + 1)), ((Y * Q) + ((1 - Y) * P)) / (Y + P + 1));
        Check(1 - (2 * P / (P + 1)), Q / (P + 1));
    }

    [Fact]
    public void The_complement_of_a_mean_with_1_is_half_the_complement() => Check(1 - ((P + 1) / P.Number(2)), 0.5 * Q);

    [Fact]
    public void A_quotient_whose_divisor_may_be_infinite_stays_what_it_is() => Check(1 - (1 / (Abs(Z) + 1)), 1 - (1 / (Abs(Z) + 1)));

    [Fact]
    public void A_softplus_beside_a_root_of_the_sigmoid_is_bounded_where_that_root_vanishes() =>
        Check(Power(P, 0.01) * Softplus(-Z), Power(P, 0.01) * Softplus(Min(-Z, 100_000)), AlgebraRules.AfterDifferentiation);

    [Fact]
    public void A_softplus_is_bounded_beside_the_sigmoid_of_the_same_difference() =>
        Check(Sigmoid(Z - 1) * Softplus(1 - Z), Sigmoid(Z - 1) * BoundedSoftplus(1 - Z), AlgebraRules.AfterDifferentiation);

    [Fact]
    public void The_difference_of_opposite_sigmoids_is_a_hyperbolic_tangent() => Check(Sigmoid(2 * Z) - Sigmoid(-(2 * Z)), Tanh(Z));

    [Fact]
    public void Where_a_selection_knows_which_side_of_a_bound_it_is_on_the_bound_goes()
    {
        Expr half = Z.Number(0.5);
        Check(Select(LessOrEqual(Z, half), Max(Z, 0.5) * Y, Z / Max(Z, 0.5)), Select(LessOrEqual(Z, half), 0.5 * Y, Z.Number(1)));
        Check(Select(LessOrEqual(half, Z), Min(Z, 0.5) * Y, Y / Min(Z, 0.5)), Select(LessOrEqual(half, Z), 0.5 * Y, Y / Z));
    }

    [Fact]
    public void A_logit_is_bounded_beside_the_sigmoid_that_vanishes_first() =>
        Check(P * Z, P * Max(Z, -1000), AlgebraRules.AfterDifferentiation);

    [Fact]
    public void An_asymmetric_loss_by_hand_is_the_declared_one()
    {
        Expr shifted = 1 - Min((1 - P) + 0.05, 1);
        Expr byHand = Max(P.Number(0), P - 0.05);
        Check(-(Power(byHand, 4) * Log(1 - byHand)), Stable(-(Power(shifted, 4) * Log(1 - shifted))));
    }

    private Expr Stable(Expr e)
    {
        ExprGraph rewritten = LossCompiler.Normalise(_builder.Build([(OutputKind.Loss, e)]), CancellationToken.None);
        return Transcription.Copy(rewritten, new ExprBuilder())[rewritten.Outputs[0].Node];
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
    public void A_power_of_a_sigmoid_to_any_number_uses_its_logarithm() => Check(GeneralPower(P, Any), PowerOfSigmoid(Z, Any));

    [Fact]
    public void A_power_of_something_else_to_an_exponent_that_may_be_negative_stays_what_it_is() =>
        Check(GeneralPower(Max(P - Shift, 0), Any), GeneralPower(Max(P - Shift, 0), Any));

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
