using System.Collections.Generic;
using LossGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Diagnostics;

/// <summary>Collects what is wrong with one declaration.</summary>
internal sealed class DiagnosticReporter(Compilation compilation)
{
    private readonly List<DiagnosticRecord> _records = [];

    public bool HasErrors { get; private set; }

    public EquatableArray<DiagnosticRecord> Records => new(_records);

    public void Report(DiagnosticDescriptor descriptor, SyntaxNodeOrToken place, params string[] arguments)
    {
        HasErrors |= descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        _records.Add(new DiagnosticRecord(descriptor, IndexOf(place.SyntaxTree), place.Span, new(arguments)));
    }

    /// <summary>The index of a syntax tree in the compilation.</summary>
    public int IndexOf(SyntaxTree? tree)
    {
        int index = 0;
        foreach (SyntaxTree candidate in compilation.SyntaxTrees)
        {
            if (candidate == tree)
            {
                break;
            }

            index++;
        }

        return index;
    }
}
