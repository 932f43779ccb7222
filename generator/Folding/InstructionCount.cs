using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Folding;

/// <summary>The instructions that expressions take as trees, roughly: what is saved where one does for two.</summary>
internal sealed class InstructionCount
{
    /// <summary>Of log(1 + e), which all logarithms of a sigmoid have in common.</summary>
    public const int OfLogarithmOfOnePlus = 10;

    // a tree of shared expressions may have exponentially many nodes
    private const int Largest = 1_000_000;

    private readonly Dictionary<Expr, int> _known = [];

    /// <summary>The instructions of an operation on operands that are there; what sigmoids and softplus share is not counted.</summary>
    public static int Of(Op op) => op switch
    {
        Op.Negate => 0,
        Op.Divide or Op.SquareRoot or Op.Softplus or Op.BoundedSoftplus => 2,
        Op.ScaleBy => 3,
        Op.Exp or Op.Expm1 => 13,
        Op.LogOfPair or Op.Tanh => 20,
        Op.PowerOfSigmoid or Op.PowerOfPair or Op.GeneralPower => 30,
        _ => 1,
    };

    /// <summary>A number of instructions, more or less than another, that can be added to others.</summary>
    public static int Limited(long count) => (int)Math.Max(-Largest, Math.Min(Largest, count));

    /// <summary>The instructions of an expression.</summary>
    public int Of(Expr e)
    {
        if (!_known.TryGetValue(e, out int count))
        {
            count = e.Operands.Length == 0 ? 0 : Limited(Of(e.Op) + e.Operands.Sum(operand => (long)Of(operand)));
            _known.Add(e, count);
        }

        return count;
    }
}
