using System;
using System.Collections.Generic;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// How fast expressions vanish with a probability x: of order k where they are about x^k when x is small. softplus(z) =
/// -log(1 - p) is of order 1 in p, and so is log(1 - p) of a given p.
/// </summary>
/// <param name="probability">x.</param>
internal sealed class VanishingOrder(Expr probability)
{
    private readonly Dictionary<Expr, double> _known = [];

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
        _ when e == probability => 1,
        Op.Constant when e.IsZero => double.PositiveInfinity,
        Op.Softplus or Op.BoundedSoftplus => probability.Op == Op.Sigmoid && probability.A == e.A ? 1 : 0,
        Op.LogOfPair => Of(e.B),

        // a normal number or 0, and of a base that may be far from x
        Op.Power when PowerLowering.IsByLogarithm(e.B.Value) => 0,
        Op.Power => Of(e.A) * e.B.Value,
        Op.Multiply => Of(e.A) + Of(e.B),
        Op.Divide => Of(e.A) - Of(e.B),
        Op.Add or Op.Subtract => Math.Min(Of(e.A), Of(e.B)),
        Op.Select => Math.Min(Of(e.B), Of(e.C)),
        Op.Max or Op.Min => Math.Min(Of(e.A), Of(e.B)),
        Op.Negate or Op.ScaleBy or Op.Abs or Op.Expm1 or Op.Tanh => Of(e.A),
        Op.SquareRoot => Of(e.A) / 2,

        // may be infinite where x is 0
        Op.Exp => double.NegativeInfinity,
        Op.GeneralPower when !Range.IsNonNegative(e.B) => double.NegativeInfinity,
        _ => 0,
    };
}
