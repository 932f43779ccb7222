using System;
using System.Collections.Generic;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>Terms of the literature as people write them, in p, the target y and the logit z.</summary>
internal static class TypicalTerms
{
    /// <summary>A term over p, y and z.</summary>
    public delegate Expr Term(Expr p, Expr y, Expr z);

    public static IReadOnlyDictionary<string, Term> All { get; } = new Dictionary<string, Term>
    {
        ["cross entropy"] = (p, y, z) => -Log(p),
        ["cross entropy over p and y"] = (p, y, z) => -((y * Log(p)) + ((1 - y) * Log(1 - p))),
        ["cross entropy of the logit"] = (p, y, z) => Softplus(z) - (y * z),
        ["cross entropy of the logit, as libraries write it"] = (p, y, z) => Max(z, 0) - (z * y) + Log(p.Number(1) + Exp(-Abs(z))),
        ["clipped cross entropy"] = (p, y, z) => -Log(Min(Max(p, 1e-7), 1 - 1e-7)),
        ["cross entropy with epsilon"] = (p, y, z) => -Log((1 - p) + 1e-8),
        ["focal"] = (p, y, z) => -(Power(1 - p, 2) * Log(p)),
        ["focal with a fraction"] = (p, y, z) => -(GeneralPower(1 - p, p.Number(0.5)) * Log(p)),
        ["focal over the probability of the truth"] = (p, y, z) => FocalOfTruth((y * p) + ((1 - y) * (1 - p))),
        ["focal over the selected probability"] = (p, y, z) => FocalOfTruth(Select(Less(p.Number(0.5), y), p, 1 - p)),
        ["asymmetric by hand"] = (p, y, z) => -(Power(Max(p - 0.05, 0), 4) * Log(1 - Max(p - 0.05, 0))),
        ["Hill"] = (p, y, z) => (1.5 - p) * (p * p),
        ["generalized cross entropy"] = (p, y, z) => (1 - Power(p, 0.7)) / p.Number(0.7),
        ["symmetric cross entropy"] = (p, y, z) => (0.1 * -Log(p)) - (Log(p.Number(1e-4)) * (1 - p)),
        ["Taylor cross entropy"] = (p, y, z) => (1 - p) + (Power(1 - p, 2) / p.Number(2)) + (Power(1 - p, 3) / p.Number(3)),
        ["quality focal"] = (p, y, z) => Power(Abs(y - p), 2) * -((y * Log(p)) + ((1 - y) * Log(1 - p))),
        ["varifocal"] = (p, y, z) => Select(
            Less(p.Number(0), y),
            y * -((y * Log(p)) + ((1 - y) * Log(1 - p))),
            0.75 * (Power(p, 2) * -Log(1 - p))),
        ["absolute error"] = (p, y, z) => Abs(y - p),
        ["squared error"] = (p, y, z) => (y - p) * (y - p),
        ["hinge"] = (p, y, z) => Max(1 - z, 0),
        ["squared hinge"] = (p, y, z) => Power(Max(1 - z, 0), 2),
        ["logistic"] = (p, y, z) => Log(p.Number(1) + Exp(-z)),
        ["bi-tempered logarithm"] = (p, y, z) => -((Power(p, 0.2) - 1) / p.Number(0.2)),
        ["Tversky-like"] = (p, y, z) => 1 - ((p + 1) / (p + (0.7 * (1 - p)) + 1)),
        ["entropy"] = (p, y, z) => -((p * Log(p)) + ((1 - p) * Log(1 - p))),
        ["log odds"] = (p, y, z) => Log(p / (1 - p)),
        ["square root"] = (p, y, z) => 1 - SquareRoot(p),
        ["logarithm of 1 - p^2"] = (p, y, z) => -Log(1 - (p * p)),
        ["swish"] = (p, y, z) => z * p,
        ["flat below 0.3"] = (p, y, z) => SquareRoot(Max(p - 0.3, 0)),
        ["selected logarithm"] = (p, y, z) => Select(Less(p.Number(0.3), p), -Log(p), 1.5 - p),
        ["sigmoid by hand"] = (p, y, z) => -Log(1 / (p.Number(1) + Exp(-z))),
        ["exponential of a logarithm"] = (p, y, z) => Exp(2.5 * Log(1 - p)) + (p * (1 - p)),
    };

    private static Expr FocalOfTruth(Expr truth) => -(Power(1 - truth, 2) * Log(truth));
}
