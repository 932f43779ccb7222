extern alias compiler;
extern alias library;

using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Scheduling;
using LossGen.Generator.Tests.Declarations;
using Shouldly;
using Xunit;
using Compiled = compiler::LossGen.Elementary;
using Library = library::LossGen.Elementary;

namespace LossGen.Generator.Tests.Scheduling;

/// <summary>The elementary functions as they write themselves into a kernel.</summary>
public class KernelBuilderTests
{
    private static readonly double[] s_arguments = [-800, -40, -1.5, -0.3, -0.0, 1e-300, 0.2, 0.75, 1, 1.4, 3, 60, 709.5, 1e300, double.PositiveInfinity, double.NaN];

    private static readonly Dictionary<string, Func<Compiled.IElementaryFunctions<KernelValue>, KernelValue, KernelValue, KernelValue>> s_written = new()
    {
        ["Exp"] = (f, x, _) => f.Exp(x),
        ["Expm1"] = (f, x, _) => f.Expm1(x),
        ["Tanh"] = (f, x, _) => f.Tanh(x),
        ["LogAny"] = (f, t, u) => f.LogAny(t, u),
        ["PowerOfSigmoid"] = (f, x, a) => f.PowerOfSigmoid(x, a),
        ["PowerOfSigmoidOfNegated"] = (f, x, a) => f.PowerOfSigmoidOfNegated(x, a),
        ["PowerAnyOfSigmoid"] = (f, x, a) => f.PowerAnyOfSigmoid(x, a),
        ["PowerAnyOfSigmoidOfNegated"] = (f, x, a) => f.PowerAnyOfSigmoidOfNegated(x, a),
        ["PowerOfPair"] = (f, t, a) => f.PowerOfPair(t, a, a),
        ["PowerAny"] = (f, t, a) => f.PowerAny(t, a, a),
    };

    public static TheoryData<string> Names => [.. s_written.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_of_kernel_values_computes_what_it_computes_of_numbers(string name)
    {
        KernelBuilder kernel = new();
        KernelValue x = kernel.Add(KernelOp.LoadInput);
        KernelValue y = kernel.Add(KernelOp.LoadTarget);
        kernel.Add(KernelOp.StoreLoss, s_written[name](Compiled.DoubleFunctions.Over<KernelValue, KernelBuilder>(kernel), x, y));
        Kernel written = new(ScalarType.Double, new EquatableArray<Instruction>(kernel.Instructions), 0);

        Library.IElementaryFunctions<double> functions = Library.DoubleFunctions.Over<double, Library.DoubleScalar>(default);
        foreach (double first in s_arguments)
        {
            foreach (double second in new[] { 0, 0.3, 1, 2.5, -0.7 })
            {
                double expected = Numbers<double>()[name](functions, first, second);
                double actual = KernelInterpreter.Run(written, Leaves.Of(first, second))[OutputKind.Loss];
                (actual.Equals(expected) && double.IsNegative(actual) == double.IsNegative(expected)).ShouldBeTrue($"{actual:R} is not {expected:R} at {first:R}, {second:R}");
            }
        }
    }

    [Fact]
    public void A_run_time_power_of_a_sigmoid_shares_the_exponential_and_the_logarithm()
    {
        KernelBuilder kernel = new();
        Compiled.IElementaryFunctions<KernelValue> functions = Compiled.SingleFunctions.Over<KernelValue, KernelBuilder>(kernel);
        KernelValue x = kernel.Add(KernelOp.LoadInput);
        KernelValue gamma = kernel.Add(KernelOp.LoadTarget);

        functions.SigmoidOfNegatedOfPair(x);
        functions.Softplus(x);
        int shared = Operations(kernel);
        functions.PowerOfSigmoidOfNegated(x, gamma);
        int power = Operations(kernel) - shared;
        functions.PowerOfSigmoid(x, gamma);
        int other = Operations(kernel) - shared - power;

        // those of e^-|x| and log(1 + e), 24 each, are there
        (power, other).ShouldBe((25, 25));
    }

    // what -0 and 0 are told apart by is in the results, so that each of these is exact
    private static readonly Dictionary<string, (Func<KernelBuilder, KernelValue, KernelValue, KernelValue> Write, Func<double, double, double> Compute, KernelOp[] Operations)> s_signs = new()
    {
        ["max(0, -x) + y"] = ((k, x, y) => k.Add(k.Max(k.Constant(0), k.Negate(x)), y), (x, y) => (0 > -x ? 0 : -x) + y, [KernelOp.Min, KernelOp.Subtract]),
        ["y - min(2, -x)"] = ((k, x, y) => k.Subtract(y, k.Min(k.Constant(2), k.Negate(x))), (x, y) => y - (2 < -x ? 2 : -x), [KernelOp.Max, KernelOp.Add]),
        ["(x < y ? -x : 0) + y"] = ((k, x, y) => k.Add(k.SelectLess(x, y, k.Negate(x), k.Constant(0)), y), (x, y) => (x < y ? -x : 0) + y, [KernelOp.SelectLess, KernelOp.Subtract]),
        ["x < y ? -x : x"] = ((k, x, y) => k.SelectLess(x, y, k.Negate(x), x), (x, y) => x < y ? -x : x, [KernelOp.NegateWhereLess]),
        ["x < y ? x - y : -(x - y)"] = (
            (k, x, y) => k.SelectLess(x, y, k.Subtract(x, y), k.Negate(k.Subtract(x, y))), (x, y) => x < y ? x - y : y - x, [KernelOp.Subtract, KernelOp.NegateWhereLess]),
    };

    public static TheoryData<string> Signs => [.. s_signs.Keys];

    [Theory]
    [MemberData(nameof(Signs))]
    public void A_sign_goes_into_the_operation_that_follows(string formula)
    {
        (Func<KernelBuilder, KernelValue, KernelValue, KernelValue> write, Func<double, double, double> compute, KernelOp[] operations) = s_signs[formula];
        KernelBuilder kernel = new();
        KernelValue result = write(kernel, kernel.Add(KernelOp.LoadInput), kernel.Add(KernelOp.LoadTarget));
        kernel.Add(KernelOp.StoreLoss, result);
        Kernel written = new(ScalarType.Double, new EquatableArray<Instruction>(kernel.Instructions), 0);
        Needed(kernel, result).Order().Select(id => kernel.Instructions[id].Op)
            .Except([KernelOp.LoadInput, KernelOp.LoadTarget, KernelOp.Constant]).ShouldBe(operations);

        foreach (double x in s_arguments)
        {
            foreach (double y in s_arguments)
            {
                double expected = compute(x, y);
                double actual = KernelInterpreter.Run(written, Leaves.Of(x, y))[OutputKind.Loss];
                (double.IsNaN(expected) ? double.IsNaN(actual) : BitConverter.DoubleToInt64Bits(actual) == BitConverter.DoubleToInt64Bits(expected))
                    .ShouldBeTrue($"{actual:R} is not {expected:R} at {x:R}, {y:R}");
            }
        }
    }

    private static HashSet<int> Needed(KernelBuilder kernel, KernelValue result) =>
        [result.Id, .. kernel.Instructions[result.Id].Operands.SelectMany(operand => Needed(kernel, new KernelValue(operand)))];

    [Fact]
    public void A_constant_exponent_is_an_operand_like_any_other()
    {
        KernelBuilder kernel = new();
        Compiled.IElementaryFunctions<KernelValue> functions = Compiled.DoubleFunctions.Over<KernelValue, KernelBuilder>(kernel);
        KernelValue t = kernel.Add(KernelOp.LoadInput);
        kernel.Add(KernelOp.StoreLoss, functions.PowerAny(t, kernel.Subtract(kernel.Constant(1), t), kernel.Constant(-1.5)));
        Kernel written = new(ScalarType.Double, new EquatableArray<Instruction>(kernel.Instructions), 0);
        KernelInterpreter.Run(written, Leaves.Of(4, 0))[OutputKind.Loss].ShouldBe(0.125, 4e-17);
    }

    // a sign goes into the operation that follows, and the negation is not scheduled
    private static int Operations(KernelBuilder kernel) => kernel.Instructions.Count(instruction => instruction.Op is not (KernelOp.Constant or KernelOp.Negate));

    // generic, so that the exponent is a value although it is a double
    private static Dictionary<string, Func<Library.IElementaryFunctions<TValue>, TValue, TValue, TValue>> Numbers<TValue>() => new()
    {
        ["Exp"] = (f, x, _) => f.Exp(x),
        ["Expm1"] = (f, x, _) => f.Expm1(x),
        ["Tanh"] = (f, x, _) => f.Tanh(x),
        ["LogAny"] = (f, t, u) => f.LogAny(t, u),
        ["PowerOfSigmoid"] = (f, x, a) => f.PowerOfSigmoid(x, a),
        ["PowerOfSigmoidOfNegated"] = (f, x, a) => f.PowerOfSigmoidOfNegated(x, a),
        ["PowerAnyOfSigmoid"] = (f, x, a) => f.PowerAnyOfSigmoid(x, a),
        ["PowerAnyOfSigmoidOfNegated"] = (f, x, a) => f.PowerAnyOfSigmoidOfNegated(x, a),
        ["PowerOfPair"] = (f, t, a) => f.PowerOfPair(t, a, a),
        ["PowerAny"] = (f, t, a) => f.PowerAny(t, a, a),
    };
}
