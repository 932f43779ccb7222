using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace LossGen.Generator.Parsing;

/// <summary>Which role an unknown parameter name was meant to be.</summary>
internal static class RoleSuggestion
{
    /// <summary>
    /// The role that is abbreviated (pos_weight, gammaNeg), or the one that begins so, or the nearest; null where several
    /// begin so, or where even of the nearest more than half of the letters differ.
    /// </summary>
    public static Role? Nearest(string name, IReadOnlyCollection<Role> roles)
    {
        if (name.Length < 2)
        {
            return null;
        }

        Role? abbreviated = roles.FirstOrDefault(role => IsAbbreviation(Words(name), Words(role.Name)));
        Role[] beginning = [.. roles.Where(role => role.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))];
        return (abbreviated, beginning.Length) switch
        {
            ({ } role, _) => role,
            (_, 1) => beginning[0],
            (_, > 1) => null,
            _ => roles.OrderBy(role => Distance(name, role.Name)).FirstOrDefault(role => 2 * Distance(name, role.Name) <= name.Length),
        };
    }

    // each word begins another word of the role, in any order
    private static bool IsAbbreviation(string[] words, string[] role) =>
        words.Length == role.Length
        && role.All(full => words.Any(word => full.StartsWith(word, StringComparison.Ordinal)))
        && words.All(word => role.Any(full => full.StartsWith(word, StringComparison.Ordinal)));

    // positiveGamma and Positive_gamma are positive, gamma
    private static string[] Words(string name) =>
        [.. Regex.Matches(name, "[A-Z]*[^A-Z_]*").Cast<Match>().Where(word => word.Length > 0).Select(word => word.Value.ToLowerInvariant())];

    /// <summary>The Levenshtein distance without regard to case: the least number of letters to insert, delete or change.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 0; i < a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < b.Length; j++)
            {
                int change = diagonal + (char.ToUpperInvariant(a[i]) == char.ToUpperInvariant(b[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(change, 1 + Math.Min(row[j], diagonal));
            }
        }

        return row[b.Length];
    }
}
