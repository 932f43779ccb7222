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
        bool isAmbiguous = roles.Count(role => role.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)) > 1;
        return abbreviated ?? (isAmbiguous ? null : Spelling.Nearest(name, roles, role => role.Name));
    }

    // each word begins another word of the role, in any order
    private static bool IsAbbreviation(string[] words, string[] role) =>
        words.Length == role.Length
        && role.All(full => words.Any(word => full.StartsWith(word, StringComparison.Ordinal)))
        && words.All(word => role.Any(full => full.StartsWith(word, StringComparison.Ordinal)));

    // positiveGamma and Positive_gamma are positive, gamma
    private static string[] Words(string name) =>
        [.. Regex.Matches(name, "[A-Z]*[^A-Z_]*").Cast<Match>().Where(word => word.Length > 0).Select(word => word.Value.ToLowerInvariant())];
}
