using System;

namespace LossGen.Generator.Tests.Harness;

/// <summary>Text in which <c>[|</c> and <c>|]</c> mark a place.</summary>
internal sealed record Markup(string Text, int Start, int Length)
{
    public static Markup Parse(string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        return new Markup(marked.Remove(start, 2).Remove(end, 2), start, end - start);
    }
}
