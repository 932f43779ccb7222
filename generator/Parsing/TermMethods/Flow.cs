using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>What is known at a point of a body: the values of its variables, and what has been returned before and when.</summary>
/// <param name="Variables">The values of parameters and locals that are assigned.</param>
/// <param name="Returns">What is returned: the first whose condition holds. A condition that is true ends the body.</param>
internal sealed record Flow(ImmutableDictionary<ISymbol, Value> Variables, ImmutableList<(Condition When, Value Value)> Returns)
{
    public static Flow Start { get; } = new(
        ImmutableDictionary<ISymbol, Value>.Empty.WithComparers(SymbolEqualityComparer.Default), ImmutableList<(Condition, Value)>.Empty);

    /// <summary>Whatever comes next is never reached.</summary>
    public bool IsOver => Returns.Any(r => r.When == Condition.True);

    public Flow With(ISymbol variable, Value value) => this with { Variables = Variables.SetItem(variable, value) };

    public Flow Returning(Condition when, Value value) => this with { Returns = Returns.Add((when, value)) };

    /// <summary>The same point with nothing returned, from where a branch is read.</summary>
    public Flow Branch => this with { Returns = ImmutableList<(Condition, Value)>.Empty };

    /// <summary>What is returned, where something is.</summary>
    public Value Result(Effort effort)
    {
        Value result = Returns[Returns.Count - 1].Value;
        for (int i = Returns.Count - 2; i >= 0; i--)
        {
            result = Choice.Of(Returns[i].When, Returns[i].Value, result, effort);
        }

        return result;
    }

    /// <summary>The point after two branches, of which the first is taken where the condition holds.</summary>
    public Flow After(Condition condition, Flow whenTrue, Flow whenFalse, Effort effort)
    {
        Flow joined = this with { Variables = Join(condition, whenTrue, whenFalse, effort) };
        if (whenTrue.Returns.IsEmpty && whenFalse.Returns.IsEmpty)
        {
            return joined;
        }

        Condition returned = Condition.Choose(condition, whenTrue.Returned, whenFalse.Returned);
        Value result = whenTrue.Returns.IsEmpty ? whenFalse.Result(effort)
            : whenFalse.Returns.IsEmpty ? whenTrue.Result(effort)
            : Choice.Of(condition, whenTrue.Result(effort), whenFalse.Result(effort), effort);
        return joined.Returning(returned, result);
    }

    private Condition Returned => Returns.Aggregate(Condition.False, (any, r) => Condition.Or(any, r.When));

    // What one branch alone has assigned is not read before the other is known to be over.
    private static ImmutableDictionary<ISymbol, Value> Join(Condition condition, Flow whenTrue, Flow whenFalse, Effort effort)
    {
        if (whenTrue.IsOver || whenFalse.IsOver)
        {
            return whenTrue.IsOver ? whenFalse.Variables : whenTrue.Variables;
        }

        ImmutableDictionary<ISymbol, Value> joined = whenTrue.Variables;
        foreach (KeyValuePair<ISymbol, Value> variable in whenFalse.Variables)
        {
            joined = joined.SetItem(variable.Key, joined.TryGetValue(variable.Key, out Value? value)
                ? Choice.Of(condition, value, variable.Value, effort)
                : variable.Value);
        }

        return joined;
    }
}
