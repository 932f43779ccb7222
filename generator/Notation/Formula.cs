using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Emission;
using LossGen.Generator.Rewriting;

namespace LossGen.Generator.Notation;

/// <summary>
/// Prints expressions as the papers write them: sigmoid(z) is p, softplus(-z) is -log p, a shifted probability is p_m
/// with its definition at the end.
/// </summary>
internal sealed class Formula
{
    private readonly Typography _type;
    private readonly List<string> _definitions = [];

    private Formula(Typography type) => _type = type with { Hyperparameters = [.. type.Hyperparameters, "..."] };

    private enum Precedence
    {
        Sum,
        Product,
        Application,
        Atom,
    }

    /// <summary>The formula of an expression and, after a comma, what its symbols stand for.</summary>
    public static string Print(Expr e, Typography type)
    {
        Formula formula = new(type);
        string text = formula.PrintAbridged(e).Signed;
        return string.Join(",   ", [text, .. formula._definitions.Distinct()]);
    }

    /// <summary>The formula alone.</summary>
    public static string PrintBare(Expr e, Typography type) => new Formula(type).PrintAbridged(e).Signed;

    /// <summary>What the symbols of the formula stand for.</summary>
    public static IReadOnlyList<string> Definitions(Expr e, Typography type)
    {
        Formula formula = new(type);
        formula.PrintAbridged(e);
        return formula._definitions;
    }

    private Text PrintAbridged(Expr e) => Print(Abridgement.Of(e, ellipsis: _type.Hyperparameters.Count - 1));

    private Text Print(Expr e) => (_type.IsLiteral ? LiteralForm(e) : ShiftedProbability(e)) ?? e.Op switch
    {
        Op.Constant => new(e.Value < 0, Literal.Shortest(Math.Abs(e.Value)), Precedence.Atom),
        Op.Logit => Atom("z"),
        Op.Probability => Atom("p"),
        Op.LogProbability => _type.IsLiteral ? Atom("v") : Logarithm(Atom("p")),
        Op.Target => Atom("y"),
        Op.Weight => Atom("w"),
        Op.Scale => Atom("s"),
        Op.Hyperparameter => Atom(_type.Variable(_type.Hyperparameters[e.HyperparameterIndex])),
        Op.Negate => IsComplement(e) ? new(false, "1 - p", Precedence.Sum) : Print(e.A).Negated,
        Op.Add => NumberLessProbability(e.A, e.B) ?? NumberLessProbability(e.B, e.A) ?? Sum(Print(e.A), Print(e.B)),
        Op.Subtract => Sum(Print(e.A), Print(e.B).Negated),
        Op.Multiply or Op.ScaleBy => Product(e),
        Op.Divide => Quotient(Print(e.A), Print(e.B)),
        Op.Power => Exponentiation(e.A, e.B),
        Op.GeneralPower => Exponentiation(e.A, e.B),
        Op.SquareRoot => Call("sqrt", e),
        Op.Abs => Atom($"|{Print(e.A).Signed}|"),
        Op.Exp => IsLogProbability(e.A) ? Atom("p") : Call("exp", e),
        Op.Expm1 => IsLogProbability(e.A) ? new(true, "(1 - p)", Precedence.Product) : Call("expm1", e),
        Op.Tanh => Call("tanh", e),
        Op.Max => Call("max", e),
        Op.Min => Call("min", e),
        Op.Log or Op.LogOfPair => Logarithm(Print(e.A)),

        // sigmoid(z) = p, sigmoid(-z) = 1 - p
        Op.Sigmoid => e.A switch
        {
            { Op: Op.Logit } => Atom("p"),
            { Op: Op.Negate, A.Op: Op.Logit } => new(false, "1 - p", Precedence.Sum),
            _ => Call("sigmoid", e),
        },

        Op.PowerOfSigmoid => Exponentiation(Functions.Sigmoid(e.A), e.B),

        Op.PowerOfPair => Exponentiation(e.A, e.C),

        // softplus(-z) = -log p
        Op.Softplus or Op.BoundedSoftplus => e.A is { Op: Op.Logit } or { Op: Op.Negate, A.Op: Op.Logit }
            ? Logarithm(Print(Functions.Sigmoid(-e.A))).Negated
            : Call("softplus", e),
        Op.Detach => Call("detach", e),
        Op.Less => Relation(e, "<"),
        Op.LessOrEqual => Relation(e, _type.LessOrEqual),
        Op.Equal => Relation(e, "="),
        Op.Select => Margin.Is(e) ? Atom("u") : Selection(e),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.Op, "The operation has no notation."),
    };

    // q is not 1 - p, softplus(-z) not -log p, and a logarithm shows the complement that it knows
    private Text? LiteralForm(Expr e) => e switch
    {
        { Op: Op.Sigmoid, A: { Op: Op.Negate, A.Op: Op.Logit } } => Atom("q"),
        { Op: Op.Softplus } => Call("softplus", e),
        { Op: Op.BoundedSoftplus } => Call("bounded_softplus", e),
        { Op: Op.LogOfPair } => Call("log", e),
        { Op: Op.Select } when !Margin.Is(e) => Choice(e),
        _ => null,
    };

    private Text Exponentiation(Expr x, Expr exponent)
    {
        Text power = Print(exponent);
        return new(false, _type.Power(Within(Print(x), Precedence.Atom), power.Precedence == Precedence.Atom ? power.Signed : $"({power.Signed})"), Precedence.Application);
    }

    // max(t - m, 0) is p_m or q_m, and min(1 - t + m, 1) what is left of it
    private Text? ShiftedProbability(Expr e)
    {
        if (e is { Op: Op.Max, A.Op: Op.Subtract, B.IsZero: true } && Range.IsFixed(e.A.B) && IsProbability(e.A.A))
        {
            return Symbol(e.A.A, e.A.B);
        }

        // p - 0.95 = 0.05 - (1 - p)
        if (e is { Op: Op.Max, A: { Op: Op.Subtract, A.IsConstant: true }, B.IsZero: true } && IsProbability(e.A.B))
        {
            return Symbol(Complement(e.A.B), e.Number(Decimals.Add(1, -e.A.A.Value)));
        }

        return e is { Op: Op.Min, A.Op: Op.Add, B.IsOne: true } && Range.IsFixed(e.A.B)
            && IsProbability(e.A.A)
            && Symbol(Complement(e.A.A), e.A.B) is { } symbol
            ? new(false, "1 - " + symbol.Signed, Precedence.Sum)
            : null;
    }

    private static bool IsProbability(Expr t) => Rewriting.Complement.OfProbability(t) is not null;

    private static Expr Complement(Expr t) => t switch
    {
        { Op: Op.Sigmoid } => Functions.Sigmoid(-t.A),
        { Op: Op.Subtract, A.IsOne: true } => t.B,
        _ => 1 - t,
    };

    private Text Symbol(Expr t, Expr shift)
    {
        string probability = Print(t).Signed;
        string symbol = probability == "p" ? "p_m" : "q_m";
        _definitions.Add($"{symbol} = {_type.Function("max")}({probability} - {Within(Print(shift), Precedence.Product)}, 0)");
        return Atom(symbol);
    }

    // 0.5 + (1 - p) = 1.5 - p
    private Text? NumberLessProbability(Expr number, Expr complement) =>
        !_type.IsLiteral && number is { IsConstant: true, Value: > 0 } && complement.Op is (Op.Sigmoid or Op.Subtract) && Print(complement) is { Signed: "1 - p" }
            ? new(false, $"{Literal.Shortest(Decimals.Add(number.Value, 1))} - p", Precedence.Sum)
            : null;

    // exp(log p) is p, -expm1(log p) is 1 - p
    private bool IsLogProbability(Expr e) => !_type.IsLiteral && e.Op == Op.LogProbability;

    private bool IsComplement(Expr e) => e is { Op: Op.Negate, A.Op: Op.Expm1 } && IsLogProbability(e.A.A);

    private static Text Atom(string text) => new(false, text, Precedence.Atom);

    private Text Call(string function, Expr e) =>
        new(false, $"{_type.Function(function)}({string.Join(", ", e.Operands.Select(x => Print(x).Signed))})", Precedence.Atom);

    private Text Logarithm(Text argument) =>
        new(false, _type.Log + (argument.Precedence == Precedence.Atom ? " " + argument.Signed : $"({argument.Signed})"), Precedence.Application);

    private Text Relation(Expr e, string relation) => new(false, $"{Print(e.A).Signed} {relation} {Print(e.B).Signed}", Precedence.Sum);

    private static Text Sum(Text a, Text b) => new(false, $"{a.Signed} {(b.IsNegative ? "-" : "+")} {b.Magnitude}", Precedence.Sum);

    // numbers first, logarithms last
    private Text Product(Expr e)
    {
        bool negative = false;
        List<(int Rank, string Text)> factors = [];
        void Collect(Expr factor)
        {
            if (factor.Op is Op.Multiply or Op.ScaleBy)
            {
                Collect(factor.A);
                Collect(factor.B);
            }
            else if (factor.Op == Op.Negate)
            {
                negative = !negative;
                Collect(factor.A);
            }
            else
            {
                Text text = Print(factor);
                negative ^= text.IsNegative;
                int rank = factor.IsConstant ? 0 : text.Magnitude.StartsWith(_type.Log, StringComparison.Ordinal) ? 2 : 1;
                factors.Add((rank, Within(text with { IsNegative = false }, Precedence.Application)));
            }
        }

        Collect(e);
        return new(negative, string.Join(" ", factors.OrderBy(f => f.Rank).Select(f => f.Text)), Precedence.Product);
    }

    private Text Quotient(Text a, Text b) =>
        new(a.IsNegative, _type.Quotient(Within(a with { IsNegative = false }, Precedence.Product), Within(b, Precedence.Application)), Precedence.Product);

    // p <= m ? 0 : x is x where the shifted probability is not 0
    private Text Selection(Expr e)
    {
        // a shift that is 0 is computed in another way, which is the same formula
        if (e.A is { Op: Op.Equal, A.IsNonNegativeHyperparameter: true, B.IsZero: true })
        {
            return Print(e.C);
        }

        if (e is { A: { Op: Op.LessOrEqual, B.IsZero: true }, B.IsZero: true })
        {
            Text text = Print(e.C);
            Expr difference = e.A.A;
            string condition = difference.Op == Op.Subtract
                ? $"{Print(difference.A).Signed} {_type.LessOrEqual} {Print(difference.B).Signed}"
                : Print(e.A).Signed;
            _definitions.Add("0 where " + condition);
            return text;
        }

        return Choice(e);
    }

    private Text Choice(Expr e) => Atom($"({Print(e.A).Signed} ? {Print(e.B).Signed} : {Print(e.C).Signed})");

    private static string Within(Text text, Precedence least) =>
        text.IsNegative || text.Precedence < least ? $"({text.Signed})" : text.Signed;

    private readonly record struct Text(bool IsNegative, string Magnitude, Precedence Precedence)
    {
        public Text Negated => Precedence == Precedence.Sum && !IsNegative
            ? new(true, $"({Magnitude})", Precedence.Atom)
            : this with { IsNegative = !IsNegative };

        public string Signed => IsNegative ? "-" + Magnitude : Magnitude;
    }
}
