using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;

namespace LossGen.Benchmarks.Reports;

/// <summary>Tables for the eye.</summary>
internal sealed class ConsoleReport : IReport
{
    // a file is as wide as its widest table
    private const int FileWidth = 240;

    public ConsoleReport()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = FileWidth;
        }
    }

    public void Line(string text) => AnsiConsole.WriteLine(text);

    public void Table(ReportTable table)
    {
        AnsiConsole.WriteLine();
        AnsiConsole.WriteLine(table.Title);
        Table drawn = new Table().Border(TableBorder.Simple);
        for (int i = 0; i < table.Columns.Count; i++)
        {
            TableColumn column = new(Markup.Escape(table.Columns[i]));
            drawn.AddColumn(i == 0 ? column : column.RightAligned());
        }

        foreach (IReadOnlyList<string> row in table.Rows)
        {
            drawn.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(drawn);
    }
}
