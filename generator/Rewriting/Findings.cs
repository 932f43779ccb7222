using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Rewriting;

/// <summary>
/// What is known of expressions, found once for each of them: expressions share subexpressions, so that a tree of them has
/// exponentially many nodes. It is forgotten with the builder of the expressions.
/// </summary>
/// <param name="find">Finds it, maybe by asking for that of subexpressions.</param>
internal sealed class Findings<T>(Func<Expr, T> find)
{
    private readonly ConditionalWeakTable<ExprBuilder, Dictionary<int, T>> _known = new();

    /// <summary>What is known of the expression.</summary>
    public T Of(Expr e)
    {
        Dictionary<int, T> known = _known.GetOrCreateValue(e.Builder);
        if (!known.TryGetValue(e.Id, out T finding))
        {
            finding = find(e);
            known[e.Id] = finding;
        }

        return finding;
    }
}
