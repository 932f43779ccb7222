using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// How fast expressions vanish with a probability x: of order k where they are about x^k when x is small. softplus(z) =
/// -log(1 - p) is of order 1 in p, and so is log(1 - p) of a given p.
/// </summary>
internal sealed class VanishingOrder
{
    private readonly Expr _x;
    private readonly Dictionary<Expr, double> _known = [];

    public VanishingOrder(Expr x) => _x = x;

    /// <summary>The order of an expression; infinite for 0.</summary>
    public double Of(Expr e)
    {
        if (!_known.TryGetValue(e, out double order))
        {
            order = Compute(e);
            _known.Add(e, order);
        }

        return order;
    }

    private double Compute(Expr e) => e.Op switch
    {
        _ when e == _x => 1,
        Op.Constant when e.IsZero => double.PositiveInfinity,
        Op.Softplus or Op.BoundedSoftplus => _x.Op == Op.Sigmoid && _x.A == e.A ? 1 : 0,
        Op.LogOfPair => Of(e.B),
        Op.Power => Of(e.A) * e.B.Value,
        Op.Multiply => Of(e.A) + Of(e.B),
        Op.Divide => Of(e.A) - Of(e.B),
        Op.Add or Op.Subtract => Math.Min(Of(e.A), Of(e.B)),
        Op.Select => Math.Min(Of(e.B), Of(e.C)),
        Op.Negate or Op.ScaleBy => Of(e.A),
        _ => 0,
    };

    /// <summary>The largest order of a product that a power of x is a factor of.</summary>
    public double OfLargestProduct(IEnumerable<Expr> nodes) => nodes
        .Where(e => HasPowerOfX(e))
        .Select(Of)
        .Where(order => !double.IsInfinity(order))
        .DefaultIfEmpty(1)
        .Max();

    private bool HasPowerOfX(Expr e) => e.Op switch
    {
        Op.Power => e.A == _x,
        Op.Multiply => HasPowerOfX(e.A) || HasPowerOfX(e.B),
        Op.Divide => HasPowerOfX(e.A),
        _ => false,
    };
}
