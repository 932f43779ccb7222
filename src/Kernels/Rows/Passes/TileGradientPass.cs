using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// e f in place of the exponentials of tiles, each row with its own factor, as <see cref="GradientPass{T}"/> computes it, and the
/// derivative by the true class in its place.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="tiles">Some tiles of <paramref name="length"/> exponentials.</param>
/// <param name="length">The number of elements of a tile.</param>
/// <param name="classes">The number of classes; what fills up a tile is left as it is.</param>
/// <param name="labels">The true classes, as numbers.</param>
/// <param name="first">The derivatives by the true classes.</param>
/// <param name="factors">The factor of each row, normal or 0.</param>
internal readonly ref struct TileGradientPass<T>(
    Span<T> tiles, int length, int classes, ReadOnlySpan<T> labels, ReadOnlySpan<T> first, ReadOnlySpan<T> factors) : IRowPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Span<T> _tiles = tiles;
    private readonly int _length = length;
    private readonly int _classes = classes;
    private readonly ref readonly T _labels = ref MemoryMarshal.GetReference(labels);
    private readonly ref readonly T _first = ref MemoryMarshal.GetReference(first);
    private readonly ref readonly T _factors = ref MemoryMarshal.GetReference(factors);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TVector, TArithmetic, TFunctions>(TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<Four<TVector>>
    {
        nuint length = (nuint)_length;
        nuint end = (nuint)(_classes * RowTile.Rows);
        nuint row = 0;
        for (nuint tile = 0; tile < (nuint)_tiles.Length; tile += length)
        {
            for (nuint lane = 0; lane < RowTile.Rows; lane += Lanes.Count<T, TVector>())
            {
                ref T rows = ref Unsafe.Add(ref MemoryMarshal.GetReference(_tiles), tile + lane);
                TVector factor = Lanes.Load<T, TVector>(in _factors, row + lane);
                TVector normal = arithmetic.CopySign(arithmetic.Constant(Precision<T>.SmallestNormal), factor);
                TVector label = Lanes.Load<T, TVector>(in _labels, row + lane);
                TVector first = Lanes.Load<T, TVector>(in _first, row + lane);
                TVector number = arithmetic.Constant(0);
                for (nuint i = 0; i < end; i += RowTile.Rows)
                {
                    TVector e = Lanes.Load<T, TVector>(in rows, i);
                    TVector other = arithmetic.Subtract(arithmetic.MultiplyAdd(e, factor, normal), normal);
                    Lanes.Store(arithmetic.SelectEqual(label, number, first, other), ref rows, i);
                    number = arithmetic.Add(number, arithmetic.Constant(1));
                }
            }

            row += RowTile.Rows;
        }
    }
}
