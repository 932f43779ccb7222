using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Benchmarks.Reports;

/// <summary>Tables to paste into a README.</summary>
internal sealed class MarkdownReport : IReport
{
    public void Line(string text) => Console.WriteLine(text + "  ");

    public void Table(ReportTable table)
    {
        Console.WriteLine();
        Console.WriteLine(table.Title);
        Console.WriteLine();
        Console.WriteLine(Row(table.Columns));
        Console.WriteLine(Row([.. table.Columns.Select((_, i) => i == 0 ? "---" : "--:")]));
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            Console.WriteLine(Row(row));
        }
    }

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}
