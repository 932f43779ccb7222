using System;
using System.Collections;
using System.Collections.Generic;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Harness;

/// <summary>Walks everything that a value refers to.</summary>
internal static class ReachableObjects
{
    private static readonly Type[] s_compilation =
    [
        typeof(Compilation), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SemanticModel), typeof(IOperation),
        typeof(Location), typeof(AttributeData),
    ];

    /// <summary>The paths from a value to objects that keep a whole compilation alive, by assignability.</summary>
    public static IReadOnlyList<string> OfCompilation(object value)
    {
        List<string> found = [];
        Walk(value, value.GetType().Name, new HashSet<object>(ReferenceEqualityComparer.Instance), found);
        return found;
    }

    private static void Walk(object? value, string path, HashSet<object> seen, List<string> found)
    {
        if (value is null or string or Type || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
        {
            return;
        }

        if (Array.Exists(s_compilation, type => type.IsInstanceOfType(value)))
        {
            found.Add(path);
            return;
        }

        if (value is Array items)
        {
            foreach (object? item in (IEnumerable)items)
            {
                Walk(item, path + "[]", seen, found);
            }

            return;
        }

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            const BindingFlags instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
            foreach (FieldInfo field in type.GetFields(instance))
            {
                if (!field.FieldType.IsPointer)
                {
                    Walk(field.GetValue(value), path + "." + field.Name, seen, found);
                }
            }
        }
    }
}
