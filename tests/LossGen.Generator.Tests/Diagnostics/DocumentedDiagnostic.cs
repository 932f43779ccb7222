using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;

namespace LossGen.Generator.Tests.Diagnostics;

/// <summary>A section of DIAGNOSTICS.md.</summary>
/// <param name="Id">The heading, of which the anchor is made.</param>
/// <param name="Summary">The line below it: severity and title.</param>
/// <param name="Cause">What stands before the first example.</param>
/// <param name="Fix">What stands after it.</param>
/// <param name="Examples">The code.</param>
internal sealed record DocumentedDiagnostic(string Id, string Summary, string Cause, string Fix, ImmutableArray<string> Examples)
{
    private const string Fence = "```";
    private const string FixMark = "Fix: ";

    /// <summary>All sections by their id.</summary>
    public static ImmutableSortedDictionary<string, DocumentedDiagnostic> All { get; } =
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DIAGNOSTICS.md")).Split("\n## ")[1..]
            .Select(Parse).ToImmutableSortedDictionary(section => section.Id, section => section, StringComparer.Ordinal);

    private static DocumentedDiagnostic Parse(string section)
    {
        // text and code take turns
        string[] blocks = [.. section.Split(Fence).Select(block => block.Trim('\n'))];
        string[] opening = blocks[0].Split("\n\n", 3);
        return new DocumentedDiagnostic(
            opening[0],
            opening.ElementAtOrDefault(1) ?? "",
            opening.ElementAtOrDefault(2) ?? "",
            string.Join("\n", blocks.Where((block, i) => i > 0 && i % 2 == 0 && block.StartsWith(FixMark, StringComparison.Ordinal))),
            [.. blocks.Where((_, i) => i % 2 == 1).Select(block => block["csharp\n".Length..])]);
    }
}
