using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>An expression as a product: a coefficient times bases with constant exponents, each base once.</summary>
internal sealed class Product
{
    // powers up to it of what is within a few binades of 1, and powers of 2 up to it, are numbers of single precision
    private const double LargestDistributed = 64;

    // rules ask for the same product one after the other
    private static readonly Findings<Product> s_known = new(Collect);

    private readonly ExprBuilder _builder;

    // in the order in which the bases were built
    private readonly List<(Expr Base, double Exponent)> _factors;

    private Product(ExprBuilder builder, double coefficient, List<(Expr Base, double Exponent)> factors)
    {
        _builder = builder;
        _factors = factors;
        Coefficient = coefficient;
    }

    public double Coefficient { get; private set; }

    /// <summary>The bases with their exponents, none of which is 0.</summary>
    public IReadOnlyList<(Expr Base, double Exponent)> Factors => _factors;

    /// <summary>The product is a mere number.</summary>
    public bool IsConstant => _factors.Count == 0;

    /// <summary>The base, where the product is one with exponent 1 and a coefficient.</summary>
    public Expr? Single => _factors.Count == 1 && _factors[0].Exponent == 1 ? _factors[0].Base : null;

    /// <summary>Collects the factors of nested products, quotients, signs and powers.</summary>
    public static Product Of(Expr e) => s_known.Of(e);

    /// <summary>-x in the normal form, in which it is found beside x: -2 z of 2 z.</summary>
    public static Expr Negation(Expr x) => Of(-x).ToExpr();

    /// <summary>Whether both have the same bases with the same exponents.</summary>
    public bool IsLike(Product other) => _factors.SequenceEqual(other._factors);

    /// <summary>The exponent of a base, 0 where it is not a factor.</summary>
    public double ExponentOf(Expr factor) => Place(factor) is var place && Has(factor, place) ? _factors[place].Exponent : 0;

    /// <summary>The same factors with another coefficient.</summary>
    public Product WithCoefficient(double coefficient) => new(_builder, coefficient, _factors);

    /// <summary>The ratio to another product, where that is a number.</summary>
    public double? RatioTo(Product other) => IsLike(other) && other.Coefficient != 0 ? Coefficient / other.Coefficient : null;

    /// <summary>The product with other factors beside, or divided by, those it has.</summary>
    public Product Times(Expr factor, double exponent)
    {
        Product product = new(_builder, Coefficient, [.. _factors]);
        product.MultiplyBy(factor, exponent);
        return product;
    }

    /// <summary>The product as an expression: numerator, divided by the denominator, times the coefficient.</summary>
    public Expr ToExpr()
    {
        Expr? numerator = Chain(Factors.Where(f => f.Exponent > 0));
        Expr? denominator = Chain(Factors.Where(f => f.Exponent < 0).Select(f => (f.Base, -f.Exponent)));
        return (Coefficient, numerator, denominator) switch
        {
            (0, _, _) => _builder.Constant(0),
            (_, null, null) => _builder.Constant(Coefficient),
            (_, null, { } d) => Coefficient / d,
            (1, { } n, { } d) => n / d,
            (1, { } n, null) => n,
            (-1, { } n, { } d) => -(n / d),
            (-1, { } n, null) => -n,
            (_, { } n, { } d) => Coefficient * (n / d),
            (_, { } n, null) => Coefficient * n,
        };
    }

    private static Product Collect(Expr e)
    {
        Product product = new(e.Builder, 1, []);
        product.MultiplyBy(e, 1);
        return product;
    }

    private static Expr? Chain(IEnumerable<(Expr Base, double Exponent)> factors) =>
        factors.Aggregate((Expr?)null, (product, f) =>
            f.Exponent == 1 ? Times(product, f.Base) : Times(product, Power(f.Base, f.Exponent)));

    private static Expr Times(Expr? product, Expr factor) => product is null ? factor : product.Value * factor;

    private void MultiplyBy(Expr e, double exponent)
    {
        switch (e.Op)
        {
            case Op.Constant when IsExact(e.Value, exponent):
                Coefficient = exponent > 0 ? Coefficient * Repeated(e.Value, exponent) : Coefficient / Repeated(e.Value, -exponent);
                break;

            // 0 or infinite
            case Op.Constant when double.IsInfinity(e.Value):
                Coefficient *= System.Math.Pow(e.Value, exponent);
                break;
            case Op.Multiply when Distributes(e, exponent):
                MultiplyBy(e.A, exponent);
                MultiplyBy(e.B, exponent);
                break;
            case Op.Divide when Distributes(e, exponent):
                MultiplyBy(e.A, exponent);
                MultiplyBy(e.B, -exponent);
                break;
            case Op.Negate when IsWhole(exponent):
                Coefficient = exponent % 2 == 0 ? Coefficient : -Coefficient;
                MultiplyBy(e.A, exponent);
                break;
            case Op.Power when IsWhole(exponent) || Range.IsNonNegative(e.A):
                MultiplyBy(e.A, exponent * e.B.Value);
                break;

            // (x^2)^a = |x|^2a
            case Op.Power when e.B.Value % 2 == 0:
                MultiplyBy(Abs(e.A), exponent * e.B.Value);
                break;

            // |x|^2 = x^2
            case Op.Abs when exponent % 2 == 0:
                MultiplyBy(e.A, exponent);
                break;
            default:
                MultiplyByFactor(e, exponent);
                break;
        }
    }

    private void MultiplyByFactor(Expr factor, double exponent)
    {
        int place = Place(factor);
        if (!Has(factor, place))
        {
            _factors.Insert(place, (factor, 0));
        }

        double sum = Decimals.Add(exponent, _factors[place].Exponent);
        _factors[place] = (factor, sum);
        if (sum == 0)
        {
            _factors.RemoveAt(place);
        }
    }

    // where the factor is, or would be
    private int Place(Expr factor)
    {
        int place = 0;
        while (place < _factors.Count && _factors[place].Base.Id < factor.Id)
        {
            place++;
        }

        return place;
    }

    private bool Has(Expr factor, int place) => place < _factors.Count && _factors[place].Base == factor;

    // (a b)^c = a^c b^c, but where c is no whole number both might be negative, and where it is large one might overflow
    private static bool Distributes(Expr e, double exponent) =>
        System.Math.Abs(exponent) == 1
        || (e.Operands.All(factor => IsWithinRange(factor, exponent)) && (IsWhole(exponent) || Range.IsNonNegative(e.A) || Range.IsNonNegative(e.B)));

    private static bool IsWithinRange(Expr factor, double exponent) =>
        System.Math.Abs(exponent) <= LargestDistributed
        && (!factor.IsConstant || factor.IsZero || System.Math.Abs(exponent * System.Math.Log(System.Math.Abs(factor.Value), 2)) <= LargestDistributed);

    private static bool IsWhole(double exponent) => exponent % 1 == 0;

    // Constants are folded where that is correctly rounded arithmetic, the same on every machine.
    private static bool IsExact(double value, double exponent) =>
        exponent == 1 || (IsWhole(exponent) && System.Math.Abs(exponent) <= 16 && (exponent > 0 || value != 0));

    private static double Repeated(double value, double exponent)
    {
        double power = value;
        for (int i = 1; i < exponent; i++)
        {
            power *= value;
        }

        return power;
    }
}
