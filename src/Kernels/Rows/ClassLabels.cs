using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace LossGen.Kernels;

/// <summary>Labels as the places of classes.</summary>
internal static class ClassLabels
{
    /// <summary>Each of them is at least 0 and less than <paramref name="classes"/>.</summary>
    public static bool AreClasses(ReadOnlySpan<int> labels, int classes)
    {
        ReadOnlySpan<uint> places = MemoryMarshal.Cast<int, uint>(labels);
        ref uint first = ref MemoryMarshal.GetReference(places);
        Vector<uint> a = Vector<uint>.Zero, b = a;
        int i = 0;
        for (; i + (2 * Vector<uint>.Count) <= places.Length; i += 2 * Vector<uint>.Count)
        {
            a = Vector.Max(a, Vector.LoadUnsafe(ref first, (nuint)i));
            b = Vector.Max(b, Vector.LoadUnsafe(ref first, (nuint)(i + Vector<uint>.Count)));
        }

        bool areClasses = Vector.LessThanAll(Vector.Max(a, b), new Vector<uint>((uint)classes));
        for (; i < places.Length; i++)
        {
            areClasses &= places[i] < (uint)classes;
        }

        return areClasses;
    }
}
