using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>e f in place of the exponentials of rows, each with its own factor, as <see cref="GradientPass{T}"/> computes it.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="exponentials">The rows.</param>
/// <param name="classes">The length of a row: a piece at least.</param>
/// <param name="factors">The factor of each row, normal or 0.</param>
internal readonly ref struct RowGradientPass<T>(Span<T> exponentials, int classes, ReadOnlySpan<T> factors) : IRowPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref T _exponentials = ref MemoryMarshal.GetReference(exponentials);
    private readonly int _classes = classes;
    private readonly ReadOnlySpan<T> _factors = factors;

    /// <inheritdoc/>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TVector, TArithmetic, TFunctions>(TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<Four<TVector>>
    {
        Unsafe.SkipInit(out RowLanes<T> lastPiece);
        FourArithmetic<TVector, TArithmetic> four = default;
        nuint lanes = Lanes.Count<T, TVector>();
        nuint last = (nuint)(_classes - RowPass.Piece);
        ref T row = ref _exponentials;
        int classes = _classes;
        foreach (T rowFactor in _factors)
        {
            TVector factor = Lanes.Fill<T, TVector>(rowFactor);
            TVector normal = arithmetic.CopySign(arithmetic.Constant(Precision<T>.SmallestNormal), factor);
            Four<TVector> factors = new(factor, factor, factor, factor);
            Four<TVector> normals = new(normal, normal, normal, normal);

            // multiplied before what it has in common with the piece before is
            for (nuint lane = 0; lane < RowPass.Piece; lane += lanes)
            {
                TVector e = Lanes.Load<T, TVector>(in row, last + lane);
                Lanes.Store(arithmetic.Subtract(arithmetic.MultiplyAdd(e, factor, normal), normal), ref lastPiece[0], lane);
            }

            nuint j = 0;
            for (; j + (4 * lanes) <= last; j += 4 * lanes)
            {
                Four<TVector> e = Lanes.Load<T, Four<TVector>>(in row, j);
                Lanes.Store(four.Subtract(four.MultiplyAdd(e, factors, normals), normals), ref row, j);
            }

            for (; j < last; j += lanes)
            {
                TVector e = Lanes.Load<T, TVector>(in row, j);
                Lanes.Store(arithmetic.Subtract(arithmetic.MultiplyAdd(e, factor, normal), normal), ref row, j);
            }

            for (nuint lane = 0; lane < RowPass.Piece; lane += lanes)
            {
                Lanes.Store(Lanes.Load<T, TVector>(in lastPiece[0], lane), ref row, last + lane);
            }

            row = ref Unsafe.Add(ref row, classes);
        }
    }
}
