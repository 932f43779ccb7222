using System;
using System.Runtime.CompilerServices;

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

        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<T> source = rows.Slice(row * classes, classes);
            for (int j = 0; j < source.Length; j++)
            {
                tile[(Rows * j) + row] = source[j];
            }
        }
    }

    /// <summary>To rows, of which there may be fewer.</summary>
    public static void Store<T>(ReadOnlySpan<T> tile, int classes, Span<T> rows)
        where T : unmanaged
    {
        int count = rows.Length / classes;
        for (int row = 0; row < count; row++)
        {
            Span<T> destination = rows.Slice(row * classes, classes);
            for (int j = 0; j < destination.Length; j++)
            {
                destination[j] = tile[(Rows * j) + row];
            }
        }
    }
}

/// <summary>The tiles of a block of rows, on the stack.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[InlineArray(Length)]
internal struct RowTiles<T>
    where T : unmanaged
{
    /// <summary>Room for 192 rows of 32 classes.</summary>
    public const int Length = 6144;

    private T element0;
}
