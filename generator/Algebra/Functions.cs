namespace LossGen.Generator.Algebra;

/// <summary>The functions of an expression, to be used with <c>using static</c>.</summary>
internal static class Functions
{
    public static Expr Power(Expr x, double exponent) => x.Builder.Add(Op.Power, x, x.Number(exponent));

    public static Expr GeneralPower(Expr x, Expr exponent) =>
        exponent.IsConstant ? Power(x, exponent.Value) : x.Builder.Add(Op.GeneralPower, x, exponent);

    public static Expr SquareRoot(Expr x) => x.Builder.Add(Op.SquareRoot, x);

    public static Expr Abs(Expr x) => x.Builder.Add(Op.Abs, x);

    public static Expr Max(Expr a, Expr b) => a.Builder.Add(Op.Max, a, b);

    public static Expr Max(Expr a, double b) => Max(a, a.Number(b));

    public static Expr Min(Expr a, Expr b) => a.Builder.Add(Op.Min, a, b);

    public static Expr Min(Expr a, double b) => Min(a, a.Number(b));

    public static Expr Exp(Expr x) => x.Builder.Add(Op.Exp, x);

    public static Expr Expm1(Expr x) => x.Builder.Add(Op.Expm1, x);

    public static Expr Tanh(Expr x) => x.Builder.Add(Op.Tanh, x);

    public static Expr PowerOfPair(Expr x, Expr complement, Expr exponent) => x.Builder.Add(Op.PowerOfPair, x, complement, exponent);

    public static Expr Log(Expr x) => x.Builder.Add(Op.Log, x);

    public static Expr LogOfPair(Expr x, Expr complement) => x.Builder.Add(Op.LogOfPair, x, complement);

    public static Expr Sigmoid(Expr x) => x.Builder.Add(Op.Sigmoid, x);

    public static Expr PowerOfSigmoid(Expr x, Expr exponent) => x.Builder.Add(Op.PowerOfSigmoid, x, exponent);

    public static Expr Softplus(Expr x) => x.Builder.Add(Op.Softplus, x);

    public static Expr BoundedSoftplus(Expr x) => x.Builder.Add(Op.BoundedSoftplus, x);

    public static Expr Detach(Expr x) => x.Builder.Add(Op.Detach, x);

    public static Expr ScaleBy(Expr x, Expr scale) => x.Builder.Add(Op.ScaleBy, x, scale);

    public static Expr Less(Expr a, Expr b) => a.Builder.Add(Op.Less, a, b);

    public static Expr LessOrEqual(Expr a, Expr b) => a.Builder.Add(Op.LessOrEqual, a, b);

    public static Expr Equal(Expr a, Expr b) => a.Builder.Add(Op.Equal, a, b);

    public static Expr Equal(Expr a, double b) => Equal(a, a.Number(b));

    public static Expr Select(Expr condition, Expr whenTrue, Expr whenFalse) =>
        condition.Builder.Add(Op.Select, condition, whenTrue, whenFalse);
}
