using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Tracing;

namespace LossGen.Generator.Rewriting;

/// <summary>Applies rules, operands first, until none applies; what an expression settles to is found once.</summary>
internal sealed class Rewriter
{
    // A loss takes a few hundred; rules that undo each other would go on for ever.
    private const int MaxSteps = 100_000;

    private readonly Rule[] _rules;
    private readonly FiredRules? _fired;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<Expr, Expr> _settled = [];
    private int _steps;

    private Rewriter(Rule[] rules, FiredRules? fired, CancellationToken cancellation)
    {
        _rules = rules;
        _fired = fired;
        _cancellation = cancellation;
    }

    /// <summary>The graph under those rules.</summary>
    public static ExprGraph Run(ExprGraph graph, CancellationToken cancellation, params IReadOnlyList<Rule>[] ruleSets) =>
        Run(graph, fired: null, cancellation, ruleSets);

    /// <summary>The graph under those rules, and which of them it took where somebody wants to know.</summary>
    public static ExprGraph Run(ExprGraph graph, FiredRules? fired, CancellationToken cancellation, params IReadOnlyList<Rule>[] ruleSets)
    {
        Rewriter rewriter = new(ruleSets.SelectMany(set => set).ToArray(), fired, cancellation);
        ExprBuilder builder = new();
        Expr[] nodes = Transcription.Copy(graph, builder);
        return builder.Build(graph.Outputs.Select(o => (o.Kind, rewriter.Settle(nodes[o.Node]))));
    }

    private Expr Settle(Expr e)
    {
        if (_settled.TryGetValue(e, out Expr settled))
        {
            return settled;
        }

        _cancellation.ThrowIfCancellationRequested();

        // Rules that undo each other nest: an exception is reported, a stack overflow ends the compiler.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_steps > MaxSteps)
        {
            throw new InvalidOperationException("The rewriting rules do not settle.");
        }

        Expr[] operands = Array.ConvertAll(e.Operands, Settle);
        Expr rebuilt = operands.Length == 0 ? e : e.Builder.Add(e.Op, operands);
        settled = rebuilt == e || !_settled.ContainsKey(rebuilt) ? Rewrite(rebuilt) : _settled[rebuilt];
        _settled[rebuilt] = settled;
        _settled[e] = settled;
        return settled;
    }

    private Expr Rewrite(Expr e)
    {
        foreach (Rule rule in _rules)
        {
            if (rule.Apply(e) is { } rewritten && rewritten != e)
            {
                _fired?.Count(rule);
                return Settle(rewritten);
            }
        }

        return e;
    }
}
