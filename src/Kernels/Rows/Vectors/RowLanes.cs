using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>One number for each row of a tile; the first one where there is a single row.</summary>
/// <typeparam name="T">The type of the number.</typeparam>
[InlineArray(RowTile.Rows)]
internal struct RowLanes<T>
    where T : unmanaged
{
    private T element0;
}
