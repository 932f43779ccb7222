using System.Collections.Generic;
using LossGen.Generator.Algebra;

namespace LossGen.Generator.Tracing;

/// <summary>What each pass made of a loss. It is kept only where a project asks for it (<c>LossGenTrace</c>).</summary>
internal sealed class CompilerTrace
{
    private readonly List<TracedPass> _passes = [];

    /// <summary>The passes so far, in their order.</summary>
    public IReadOnlyList<TracedPass> Passes => _passes;

    /// <summary>The rules that applied since the last pass ended.</summary>
    public FiredRules Rules { get; private set; } = new();

    /// <summary>Ends a pass.</summary>
    public void Record(string pass, ExprGraph result)
    {
        _passes.Add(new TracedPass(pass, result, Rules.Counts));
        Rules = new FiredRules();
    }
}
