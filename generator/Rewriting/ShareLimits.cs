using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// In terms over (p, y) a share of 0 counts nothing, even of what is infinite: (1 - y) softplus(z) is 0 where y is 1, for
/// z = infinity too.
/// </summary>
internal sealed class ShareLimits
{
    private readonly Dictionary<(Expr, bool), Expr> _known = [];

    private ShareLimits()
    {
    }

    /// <summary>The graph with y x = y = 0 ? 0 : y x wherever x may be infinite.</summary>
    public static ExprGraph Run(ExprGraph graph)
    {
        ExprBuilder builder = new();
        Expr[] copies = Transcription.Copy(graph, builder);
        ShareLimits limits = new();
        return builder.Build(graph.Outputs.Select(o => (o.Kind, limits.Visit(copies[o.Node], isFactor: false))));
    }

    private Expr Visit(Expr e, bool isFactor)
    {
        if (!_known.TryGetValue((e, isFactor), out Expr visited))
        {
            bool isProduct = e.Op is Op.Multiply or Op.Divide;
            Expr[] operands = System.Array.ConvertAll(e.Operands, operand => Visit(operand, isProduct));
            visited = operands.Length == 0 ? e : e.Builder.Add(e.Op, operands);
            visited = isProduct && !isFactor ? WithLimit(e, visited) : visited;
            _known.Add((e, isFactor), visited);
        }

        return visited;
    }

    private static Expr WithLimit(Expr e, Expr visited)
    {
        Product product = Product.Of(e);
        return Range.IsBounded(product)
            ? visited
            : product.Factors.Where(f => f.Exponent > 0).Select(f => Vanishing(f.Base)).Aggregate(visited, (value, condition) =>
                condition is { } isZero ? Select(isZero, value.Number(0), value) : value);
    }

    // where the share is 0
    private static Expr? Vanishing(Expr share) => share switch
    {
        { Op: Op.Target } => Equal(share, 0),
        { Op: Op.Subtract, A.IsOne: true, B.Op: Op.Target } => Equal(share.B, 1),
        _ => null,
    };
}
