using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>The functions of <c>Math</c>, <c>double</c> and <c>LossMath</c> that a term may call.</summary>
internal static class MathFunctions
{
    private const double RadiansPerDegree = Math.PI / 180;

    private static readonly Row[] s_ofMathAndDouble =
    [
        new("Abs", 1, x => Abs(x[0])),
        new("Clamp", 3, x => Least(Greatest(x[0], x[1]), x[2])),
        new("Cosh", 1, x => (Exp(x[0]) + Exp(-x[0])) / x[0].Number(2)),
        new("Exp", 1, x => Exp(x[0])),
        new("FusedMultiplyAdd", 3, x => (x[0] * x[1]) + x[2]),
        new("Log", 1, x => Log(x[0])),
        new("Log", 2, x => Log(x[0]) / Log(x[1])),
        new("Log10", 1, x => Log(x[0]) / x[0].Number(Math.Log(10))),
        new("Log2", 1, x => Log(x[0]) / x[0].Number(Math.Log(2))),
        new("Max", 2, x => Greatest(x[0], x[1])),
        new("Min", 2, x => Least(x[0], x[1])),
        new("Pow", 2, x => GeneralPower(x[0], x[1])),
        new("Sign", 1, x => Select(Less(x[0].Number(0), x[0]), x[0].Number(1), Select(Less(x[0], x[0].Number(0)), x[0].Number(-1), x[0].Number(0)))),

        // both parts have the sign of x: no cancellation where x is small
        new("Sinh", 1, x => (Expm1(x[0]) - Expm1(-x[0])) / x[0].Number(2)),
        new("Sqrt", 1, x => SquareRoot(x[0])),
        new("Tanh", 1, x => Tanh(x[0])),
    ];

    private static readonly Row[] s_ofDouble =
    [
        new("ClampNative", 3, x => Least(Greatest(x[0], x[1]), x[2])),
        new("DegreesToRadians", 1, x => x[0] * x[0].Number(RadiansPerDegree)),
        new("Exp10", 1, x => GeneralPower(x[0].Number(10), x[0])),
        new("Exp2", 1, x => GeneralPower(x[0].Number(2), x[0])),
        new("ExpM1", 1, x => Expm1(x[0])),
        new("Hypot", 2, x => SquareRoot((x[0] * x[0]) + (x[1] * x[1]))),
        new("Lerp", 3, x => (x[0] * (1 - x[2])) + (x[1] * x[2])),
        new("Log10P1", 1, x => Log1P(x[0]) / x[0].Number(Math.Log(10))),
        new("Log2P1", 1, x => Log1P(x[0]) / x[0].Number(Math.Log(2))),
        new("LogP1", 1, x => Log1P(x[0])),
        new("MaxNative", 2, x => Greatest(x[0], x[1])),
        new("MinNative", 2, x => Least(x[0], x[1])),
        new("MultiplyAddEstimate", 3, x => (x[0] * x[1]) + x[2]),
        new("RadiansToDegrees", 1, x => x[0] / x[0].Number(RadiansPerDegree)),
    ];

    private static readonly Row[] s_ofLossMath =
    [
        new("Detach", 1, x => Detach(x[0])),
        new("Expm1", 1, x => Expm1(x[0])),
        new("Log1P", 1, x => Log1P(x[0])),
        new("LogSigmoid", 1, x => -Softplus(-x[0])),
        new("Sigmoid", 1, x => Sigmoid(x[0])),
        new("Softplus", 1, x => Softplus(x[0])),
    ];

    private static readonly IReadOnlyDictionary<string, Row[]> s_types = new Dictionary<string, Row[]>
    {
        ["System.Math"] = s_ofMathAndDouble,
        ["double"] = [.. s_ofMathAndDouble, .. s_ofDouble],
        ["LossGen.LossMath"] = s_ofLossMath,
    };

    /// <summary>Whether the functions of the type are known here, or else not understood.</summary>
    public static bool AreOf(string type) => s_types.ContainsKey(type);

    /// <summary>The value of a function for the values of its parameters, or null where the function is not understood.</summary>
    public static Func<Expr[], Expr>? Find(string type, string name, int parameters) =>
        s_types[type].FirstOrDefault(row => row.Name == name && row.Parameters == parameters)?.Value;

    /// <summary>The names of the functions of a type that are understood.</summary>
    public static IEnumerable<string> Names(string type) => s_types[type].Select(row => row.Name).Distinct().OrderBy(name => name, StringComparer.Ordinal);

    private static Expr Log1P(Expr x) => LogOfPair(x + 1, -x);

    // a constant is the second operand
    private static Expr Greatest(Expr a, Expr b) => a.IsConstant ? Max(b, a) : Max(a, b);

    private static Expr Least(Expr a, Expr b) => a.IsConstant ? Min(b, a) : Min(a, b);

    private sealed record Row(string Name, int Parameters, Func<Expr[], Expr> Value);
}
