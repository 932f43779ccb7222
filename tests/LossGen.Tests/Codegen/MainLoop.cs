using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace LossGen.Tests.Codegen;

/// <summary>The loop of a kernel over its vectors, as the JIT compiled it.</summary>
/// <param name="Method">The method, with the type it is in.</param>
/// <param name="Instructions">Its instructions, from the label that is jumped back to until the jump.</param>
internal sealed partial record MainLoop(string Method, IReadOnlyList<string> Instructions)
{
    private const string Heading = "; Assembly listing for method ";

    /// <summary>The instructions that move a vector between a register and the stack.</summary>
    public IEnumerable<string> StackTraffic => Instructions.Where(instruction => VectorOnStack().IsMatch(instruction));

    /// <summary>The number of instructions of that kind.</summary>
    public int Count(string mnemonic) => Instructions.Count(instruction => instruction.StartsWith(mnemonic, StringComparison.Ordinal));

    /// <summary>The longest loop of each kernel of a listing by the JIT.</summary>
    public static IReadOnlyList<MainLoop> Read(string listing) =>
    [
        .. listing.Split(Heading).Skip(1)
            .Select(method => method.Split('\n'))
            .Where(lines => lines[0].Contains("Kernel:Loop", StringComparison.Ordinal))
            .Select(lines => new MainLoop(lines[0], LongestLoop(lines))),
    ];

    private static string[] LongestLoop(string[] lines)
    {
        Dictionary<string, int> labels = [];
        string[] longest = [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (Label().Match(lines[i]) is { Success: true } label)
            {
                labels[label.Groups[1].Value] = i;
            }
            else if (Jump().Match(lines[i]) is { Success: true } jump && labels.TryGetValue(jump.Groups[1].Value, out int start) && i - start > longest.Length)
            {
                longest = lines[start..(i + 1)];
            }
        }

        return [.. longest.Where(line => line.StartsWith("       ", StringComparison.Ordinal)).Select(line => line.Trim())];
    }

    [GeneratedRegex(@"^(G_M\w+):")]
    private static partial Regex Label();

    [GeneratedRegex(@"^\s+j\w+\s+(?:SHORT )?(G_M\w+)")]
    private static partial Regex Jump();

    [GeneratedRegex(@"[yz]mm.*\[r[bs]p|\[r[bs]p.*[yz]mm")]
    private static partial Regex VectorOnStack();
}
