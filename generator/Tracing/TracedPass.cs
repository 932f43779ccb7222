using System.Collections.Generic;
using LossGen.Generator.Algebra;
using LossGen.Generator.Rewriting;

namespace LossGen.Generator.Tracing;

/// <summary>A pass of the compiler.</summary>
/// <param name="Name">The past participle of what it does.</param>
/// <param name="Result">The graph that it made.</param>
/// <param name="Rules">The rewriting rules that applied, with how often.</param>
internal sealed record TracedPass(string Name, ExprGraph Result, IReadOnlyList<(Rule Rule, int Count)> Rules);

/// <summary>Names the passes where they are run.</summary>
internal static class TracedPassExtensions
{
    /// <summary>The graph, and its record where there is a trace.</summary>
    public static ExprGraph Traced(this ExprGraph graph, CompilerTrace? trace, string pass)
    {
        trace?.Record(pass, graph);
        return graph;
    }
}
