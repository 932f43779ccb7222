using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Notation;

/// <summary>
/// Keeps formulas at a length that people read. An expression that shares its parts can have exponentially many operations
/// where it is written out; what does not fit becomes an ellipsis.
/// </summary>
internal sealed class Abridgement
{
    // in operations, several times those of the longest published loss
    private const double LongestFormula = 200;

    private readonly Dictionary<Expr, double> _sizes = [];
    private readonly int _ellipsis;

    private Abridgement(int ellipsis) => _ellipsis = ellipsis;

    /// <summary>The expression, with a variable of that index for what is left out.</summary>
    public static Expr Of(Expr e, int ellipsis) => new Abridgement(ellipsis).Shorten(e, LongestFormula);

    private Expr Shorten(Expr e, double budget)
    {
        if (Size(e) <= budget)
        {
            return e;
        }

        Expr[] operands = e.Operands;
        double share = (budget - 1) / Math.Max(operands.Length, 1);
        return share < 1
            ? e.Builder.Hyperparameter(_ellipsis, isNonNegative: false)
            : e.Builder.Add(e.Op, Array.ConvertAll(operands, operand => Shorten(operand, share)));
    }

    private double Size(Expr e)
    {
        if (!_sizes.TryGetValue(e, out double size))
        {
            size = 1 + e.Operands.Sum(Size);
            _sizes.Add(e, size);
        }

        return size;
    }
}
