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
        Vector<uint> largest = Vector<uint>.Zero;
        int i = 0;
        for (; i + Vector<uint>.Count <= places.Length; i += Vector<uint>.Count)
        {
            largest = Vector.Max(largest, Vector.LoadUnsafe(ref first, (nuint)i));
        }

        bool areClasses = Vector.LessThanAll(largest, new Vector<uint>((uint)classes));
        for (; i < places.Length; i++)
        {
            areClasses &= places[i] < (uint)classes;
        }

        return areClasses;
    }
}
