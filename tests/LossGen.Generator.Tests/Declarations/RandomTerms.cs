using System;
using FsCheck;
using FsCheck.Fluent;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>Random terms over the whole set of operations that a user can write; the same ones in every run.</summary>
internal static class RandomTerms
{
    /// <summary>Checks a property of the graph of a random term.</summary>
    public static void Check(int depth, int count, Action<ExprGraph> property) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(new Replay(new Rnd(2026, 1123), null)),
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(seed => Term(new Random(seed), depth))), property));

    private static ExprGraph Term(Random random, int depth)
    {
        ExprBuilder builder = new();
        return builder.Build([(OutputKind.Loss, Value(builder, random, depth))]);
    }

    private static Expr Value(ExprBuilder builder, Random random, int depth)
    {
        Expr Next() => Value(builder, random, depth - 1);
        Expr Exponent() => builder.Constant(random.Next(2) == 0 ? random.Next(-2, 5) : random.Next(1, 12) / 4.0);
        return (depth == 0 ? random.Next(6) : random.Next(3, 30)) switch
        {
            0 or 1 or 2 or 3 => Sigmoid(builder.Add(Op.Logit)),
            4 => random.Next(2) == 0 ? builder.Add(Op.Target) : builder.Add(Op.Logit),
            5 => builder.Constant(random.Next(3) == 0 ? 1e-7 : random.Next(-4, 9) / 4.0),
            6 or 7 => 1 - Next(),
            8 or 9 => Next() + Next(),
            10 or 11 => Next() - Next(),
            12 or 13 => Next() * Next(),
            14 or 15 => Next() / Next(),
            16 => -Next(),
            17 or 18 => GeneralPower(Next(), Exponent()),
            19 => SquareRoot(Next()),
            20 => Abs(Next()),
            21 => Max(Next(), Next()),
            22 => Min(Next(), Next()),
            23 => Exp(Next()),
            24 => random.Next(2) == 0 ? Expm1(Next()) : Tanh(Next()),
            25 or 26 => Log(Next()),
            27 => random.Next(2) == 0 ? Sigmoid(Next()) : Softplus(Next()),
            28 => Detach(Next()),
            _ => Select(builder.Add(random.Next(2) == 0 ? Op.Less : Op.LessOrEqual, Next(), Next()), Next(), Next()),
        };
    }
}
