using System;
using System.Collections.Generic;
using System.Linq;

namespace LossGen.Generator.Parsing;

/// <summary>Which of the known names a misspelled one was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The candidate with the nearest name, or null where none is near: more than half of the letters differ.</summary>
    public static T? Nearest<T>(string name, IEnumerable<T> candidates, Func<T, string> nameOf) where T : class
    {
        T? nearest = null;
        int least = int.MaxValue;
        foreach (T candidate in candidates)
        {
            int distance = nameOf(candidate).StartsWith(name, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(name, nameOf(candidate));
            if (distance < least)
            {
                (nearest, least) = (candidate, distance);
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
