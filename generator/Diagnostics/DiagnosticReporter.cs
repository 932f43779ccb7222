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

    public void Report(DiagnosticDescriptor descriptor, SyntaxNodeOrToken place, params string[] arguments) =>
        Add(new DiagnosticRecord(descriptor, IndexOf(place.SyntaxTree), place.Span, new(arguments)));

    /// <summary>Reports that a parameter is missing, which a code fix can add.</summary>
    public void ReportMissing(string parameter, DiagnosticDescriptor descriptor, SyntaxNodeOrToken place, params string[] arguments) =>
        Add(new DiagnosticRecord(descriptor, IndexOf(place.SyntaxTree), place.Span, new(arguments), parameter));

    private void Add(DiagnosticRecord record)
    {
        HasErrors |= record.Descriptor.DefaultSeverity == DiagnosticSeverity.Error;
        _records.Add(record);
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
