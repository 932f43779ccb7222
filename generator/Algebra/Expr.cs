using System;

namespace LossGen.Generator.Algebra;

/// <summary>An expression under construction; its operators write formulas as formulas.</summary>
internal readonly record struct Expr(ExprBuilder Builder, int Id)
{
    public Op Op => Builder[Id].Op;

    public Expr A => Builder.At(Builder[Id].A);

    public Expr B => Builder.At(Builder[Id].B);

    public Expr C => Builder.At(Builder[Id].C);

    public Expr[] Operands => Array.ConvertAll(ExprGraph.Operands(Builder[Id]), Builder.At);

    public bool IsConstant => Op == Op.Constant;

    public double Value => BitConverter.Int64BitsToDouble(Builder[Id].Bits);

    /// <summary>Which of the loss's hyperparameters this one is.</summary>
    public int HyperparameterIndex => (int)(Builder[Id].Bits >> 1);

    /// <summary>This hyperparameter is known to be at least 0: a focusing exponent or a shift.</summary>
    public bool IsNonNegativeHyperparameter => Op == Op.Hyperparameter && (Builder[Id].Bits & 1) != 0;

    public bool IsZero => Is(0);

    public bool IsOne => Is(1);

    public static Expr operator +(Expr a, Expr b) => a.Builder.Add(Op.Add, a, b);

    public static Expr operator -(Expr a, Expr b) => a.Builder.Add(Op.Subtract, a, b);

    public static Expr operator *(Expr a, Expr b) => a.Builder.Add(Op.Multiply, a, b);

    public static Expr operator /(Expr a, Expr b) => a.Builder.Add(Op.Divide, a, b);

    public static Expr operator +(Expr a, double b) => a + a.Number(b);

    public static Expr operator -(Expr a, double b) => a - a.Number(b);

    public static Expr operator -(double a, Expr b) => b.Number(a) - b;

    public static Expr operator *(double a, Expr b) => b.Number(a) * b;

    public static Expr operator /(double a, Expr b) => b.Number(a) / b;

    public static Expr operator -(Expr a) => a.Op switch
    {
        Op.Negate => a.A,
        Op.Constant => a.Number(-a.Value),
        _ => a.Builder.Add(Op.Negate, a),
    };

    public bool Is(double number) => IsConstant && Value == number;

    public Expr Number(double value) => Builder.Constant(value);

    public bool Equals(Expr other) => Id == other.Id && ReferenceEquals(Builder, other.Builder);

    public override int GetHashCode() => Id;
}
