using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generator.Parsing;

/// <summary>Which role an unknown parameter name was meant to be.</summary>
internal static class RoleSuggestion
{
    /// <summary>The nearest of the roles, or null where none is near: more than half of the letters differ.</summary>
    public static Role? Nearest(string name, IEnumerable<Role> roles)
    {
        Role? nearest = null;
        int least = int.MaxValue;
        foreach (Role role in roles)
        {
            int distance = role.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(name, role.Name);
            if (distance < least)
            {
                (nearest, least) = (role, distance);
            }
        }

        return 2 * least <= name.Length ? nearest : null;
    }

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
