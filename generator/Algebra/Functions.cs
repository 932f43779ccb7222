namespace LossGen.Generator.Algebra;

/// <summary>The functions of an expression, to be used with <c>using static</c>.</summary>
internal static class Functions
{
    public static Expr Power(Expr x, double exponent) => x.Builder.Add(Op.Power, x, x.Number(exponent));

    public static Expr SquareRoot(Expr x) => x.Builder.Add(Op.SquareRoot, x);

    public static Expr Max(Expr a, double b) => a.Builder.Add(Op.Max, a, a.Number(b));

    public static Expr Min(Expr a, double b) => a.Builder.Add(Op.Min, a, a.Number(b));

    public static Expr PowerOfPair(Expr x, Expr complement, double exponent) => x.Builder.Add(Op.PowerOfPair, x, complement, x.Number(exponent));

    public static Expr Log(Expr x) => x.Builder.Add(Op.Log, x);

    public static Expr LogOfPair(Expr x, Expr complement) => x.Builder.Add(Op.LogOfPair, x, complement);

    public static Expr Sigmoid(Expr x) => x.Builder.Add(Op.Sigmoid, x);

    public static Expr PowerOfSigmoid(Expr x, double exponent) => x.Builder.Add(Op.PowerOfSigmoid, x, x.Number(exponent));

    public static Expr Softplus(Expr x) => x.Builder.Add(Op.Softplus, x);

    public static Expr BoundedSoftplus(Expr x) => x.Builder.Add(Op.BoundedSoftplus, x);

    public static Expr Detach(Expr x) => x.Builder.Add(Op.Detach, x);

    public static Expr ScaleBy(Expr x, Expr scale) => x.Builder.Add(Op.ScaleBy, x, scale);

    public static Expr Less(Expr a, Expr b) => a.Builder.Add(Op.Less, a, b);

    public static Expr LessOrEqual(Expr a, Expr b) => a.Builder.Add(Op.LessOrEqual, a, b);

    public static Expr Equal(Expr a, double b) => a.Builder.Add(Op.Equal, a, a.Number(b));

    public static Expr Select(Expr condition, Expr whenTrue, Expr whenFalse) =>
        condition.Builder.Add(Op.Select, condition, whenTrue, whenFalse);
}
