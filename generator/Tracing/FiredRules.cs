using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Rewriting;

namespace LossGen.Generator.Tracing;

/// <summary>Counts how often each rewriting rule applied.</summary>
internal sealed class FiredRules
{
    private readonly Dictionary<Rule, int> _counts = [];

    /// <summary>The rules that applied with how often, the most frequent first.</summary>
    public IReadOnlyList<(Rule Rule, int Count)> Counts =>
        [.. _counts.Select(pair => (Rule: pair.Key, Count: pair.Value)).OrderByDescending(fired => fired.Count).ThenBy(fired => fired.Rule.Formula, System.StringComparer.Ordinal)];

    /// <summary>One application more.</summary>
    public void Count(Rule rule) => _counts[rule] = (_counts.TryGetValue(rule, out int count) ? count : 0) + 1;
}
