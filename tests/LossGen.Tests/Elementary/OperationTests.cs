using System;
using LossGen.Elementary;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Elementary;

/// <summary>What the functions do on the way: how many operations, and no denormal, which costs over a hundred cycles on some machines.</summary>
public sealed class OperationTests
{
    [Theory]
    [InlineData("BoundedMagnitude", 2, 2)]
    [InlineData("ExpNonPositive", 13, 18)]
    [InlineData("ExpOfDifference", 12, 18)]
    [InlineData("Log1PUnit", 10, 15)]
    [InlineData("Softplus", 26, 36)]
    [InlineData("BoundedSoftplus", 28, 38)]
    [InlineData("Sigmoid", 17, 22)]
    [InlineData("SigmoidOfPair", 19, 24)]
    [InlineData("PowerOfSigmoid", 49, 63)]
    [InlineData("PowerOfPair", 49, 56)]
    [InlineData("Log", 17, 21)]
    [InlineData("LogAboveOne", 17, 21)]
    [InlineData("LogGuarded", 24, 28)]
    [InlineData("Exp", 14, 19)]
    [InlineData("Expm1", 23, 28)]
    [InlineData("Tanh", 29, 34)]
    [InlineData("LogAny", 26, 30)]
    [InlineData("PowerOfSigmoid to a value", 50, 65)]
    [InlineData("PowerAnyOfSigmoid", 52, 67)]
    [InlineData("PowerOfPair to a value", 46, 54)]
    [InlineData("PowerAny", 50, 58)]
    public void A_function_takes_so_many_operations(string name, int single, int @double)
    {
        int count = 0;
        FunctionTable.Of<float>(Singles((_, _) => count++))[name](0.5f, 0.5f);
        count.ShouldBe(single);

        count = 0;
        FunctionTable.Of<double>(Doubles((_, _) => count++))[name](0.5, 0.5);
        count.ShouldBe(@double);
    }

    [Fact]
    public void No_function_of_a_logit_computes_a_denormal_on_the_way()
    {
        string current = "";
        IElementaryFunctions<float> functions = Singles((operation, value) =>
            float.IsSubnormal(value).ShouldBeFalse($"{operation} in {current}"));
        for (float x = -120; x <= 120; x += 1f / 64)
        {
            current = $"functions of {x:R}";
            functions.Softplus(x);
            functions.BoundedSoftplus(x);
            functions.Sigmoid(x);
            functions.PowerOfSigmoid(x, 0.3);
            functions.Exp(x);
            functions.Expm1(x);
            functions.Tanh(x);
            RunTimePower.OfSigmoid(functions, x, 0.3f);
            (float p, float q) = (functions.SigmoidOfPair(x), functions.SigmoidOfNegatedOfPair(x));
            if (p > 0)
            {
                functions.Log(p, q);
                functions.LogGuarded(p, q);
                functions.LogAny(p, q);
                RunTimePower.OfPair(functions, p, q, 0.3f);
                functions.PowerAny(p, q, -0.3f);
            }
        }
    }

    [Fact]
    public void No_double_function_of_a_logit_computes_a_denormal_on_the_way()
    {
        string current = "";
        IElementaryFunctions<double> functions = Doubles((operation, value) =>
            double.IsSubnormal(value).ShouldBeFalse($"{operation} in {current}"));
        for (double x = -750; x <= 750; x += 1.0 / 32)
        {
            current = $"functions of {x:R}";
            functions.Softplus(x);
            functions.BoundedSoftplus(x);
            functions.Sigmoid(x);
            functions.PowerOfSigmoid(x, 0.3);
            functions.Exp(x);
            functions.Expm1(x);
            functions.Tanh(x);
            RunTimePower.OfSigmoid(functions, x, 0.3);
            (double p, double q) = (functions.SigmoidOfPair(x), functions.SigmoidOfNegatedOfPair(x));
            if (p > 0)
            {
                functions.Log(p, q);
                functions.LogGuarded(p, q);
                functions.LogAny(p, q);
                RunTimePower.OfPair(functions, p, q, 0.3);
                functions.PowerAny(p, q, -0.3);
            }
        }
    }

    private static IElementaryFunctions<float> Singles(Action<string, float> observe) =>
        SingleFunctions.Over<float, IArithmetic<float>>(new ObservedArithmetic<float>(default(SingleScalar), observe));

    private static IElementaryFunctions<double> Doubles(Action<string, double> observe) =>
        DoubleFunctions.Over<double, IArithmetic<double>>(new ObservedArithmetic<double>(default(DoubleScalar), observe));
}
