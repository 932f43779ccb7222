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

        // of 51 and 50, 24 are those of e^-|x| and log(1 + e); the second power has the negated logarithm of the first too
        (power, other).ShouldBe((27, 25));
    }

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

    private static int Operations(KernelBuilder kernel) => kernel.Instructions.Count(instruction => instruction.Op != KernelOp.Constant);

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
