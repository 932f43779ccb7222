using System.Collections.Generic;

namespace LossGen.Benchmarks.Reports;

/// <summary>A table of text: the first column is left-aligned, the others are right-aligned.</summary>
/// <param name="Title">What is in it.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">As many texts per row as there are headings.</param>
internal sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
