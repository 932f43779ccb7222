using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>Sixteen rows transposed: number 16 j + r belongs to class j of row r.</summary>
internal static class RowTile
{
    /// <summary>The number of rows.</summary>
    public const int Rows = 16;

    /// <summary>From rows, of which there may be fewer: the others are 0.</summary>
    public static void Load<T>(ReadOnlySpan<T> rows, int classes, Span<T> tile)
        where T : unmanaged
    {
        int count = rows.Length / classes;
        if (count < Rows)
        {
            tile.Clear();
        }

        Transposition.Run(in MemoryMarshal.GetReference(rows), count, classes, classes, ref MemoryMarshal.GetReference(tile), Rows);
    }

    /// <summary>From rows, to as many tiles as they fill, of <paramref name="length"/> numbers each; the last one may have fewer rows: the others are 0.</summary>
    public static void LoadAll<T>(ReadOnlySpan<T> rows, int classes, Span<T> tiles, int length)
        where T : unmanaged
    {
        int whole = rows.Length / (Rows * classes);
        Transposition.Run(
            in MemoryMarshal.GetReference(rows), Rows, classes, classes, ref MemoryMarshal.GetReference(tiles), Rows, whole, Rows * classes, length);
        if (whole * Rows * classes < rows.Length)
        {
            Load(rows[(whole * Rows * classes)..], classes, tiles.Slice(whole * length, Rows * classes));
        }
    }

    /// <summary>To rows, from tiles of <paramref name="length"/> numbers each.</summary>
    public static void StoreAll<T>(ReadOnlySpan<T> tiles, int length, int classes, Span<T> rows)
        where T : unmanaged
    {
        int whole = rows.Length / (Rows * classes);
        Transposition.Run(
            in MemoryMarshal.GetReference(tiles), classes, Rows, Rows, ref MemoryMarshal.GetReference(rows), classes, whole, length, Rows * classes);
        if (whole * Rows * classes < rows.Length)
        {
            Store(tiles.Slice(whole * length, Rows * classes), classes, rows[(whole * Rows * classes)..]);
        }
    }

    /// <summary>To rows, of which there may be fewer.</summary>
    public static void Store<T>(ReadOnlySpan<T> tile, int classes, Span<T> rows)
        where T : unmanaged =>
        Transposition.Run(
            in MemoryMarshal.GetReference(tile), classes, rows.Length / classes, Rows, ref MemoryMarshal.GetReference(rows), classes);

    /// <summary>The largest numbers of the rows from that one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Maximum<T, TVector, TArithmetic>(ref readonly T tile, int classes, nuint row, TArithmetic arithmetic)
        where T : unmanaged
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
    {
        TVector maximum = Lanes.Load<T, TVector>(in tile, row);
        for (int j = 1; j < classes; j++)
        {
            maximum = arithmetic.Max(maximum, Lanes.Load<T, TVector>(in tile, (nuint)(Rows * j) + row));
        }

        return maximum;
    }
}

/// <summary>The tiles of a block of rows, on the stack.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[InlineArray(Length)]
internal struct RowTiles<T>
    where T : unmanaged
{
    /// <summary>Room for 192 rows of 40 classes, or for fewer of more.</summary>
    public const int Length = 8192;

    private T element0;
}
