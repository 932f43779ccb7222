using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// e = exp(min(z - M, 0)) of rows, each with its own finite M: a normal number or 0. Four rows side by side hide the latency of the
/// exponential however short they are; the last ones may be the same row, of which the same is computed again.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="logits">The rows, which may be the memory of the exponentials.</param>
/// <param name="classes">The length of a row: a piece at least.</param>
/// <param name="maxima">M of each row.</param>
/// <param name="exponentials">Receives the exponentials.</param>
/// <param name="prefetches">As many rows after these are fetched from main memory meanwhile.</param>
internal readonly ref struct RowExponentialsPass<T>(ReadOnlySpan<T> logits, int classes, ReadOnlySpan<T> maxima, Span<T> exponentials, bool prefetches)
    : IRowPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _logits = ref MemoryMarshal.GetReference(logits);
    private readonly int _classes = classes;
    private readonly ReadOnlySpan<T> _maxima = maxima;
    private readonly ref T _exponentials = ref MemoryMarshal.GetReference(exponentials);
    private readonly bool _prefetches = prefetches;

    /// <inheritdoc/>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TVector, TArithmetic, TFunctions>(TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<Four<TVector>>
    {
        Unsafe.SkipInit(out Period<T> lastPieces);
        FourArithmetic<TVector, TArithmetic> four = default;
        nuint lanes = Lanes.Count<T, TVector>();
        nuint last = (nuint)(_classes - RowPass.Piece);
        nuint ahead = (nuint)(_maxima.Length * _classes);
        ref T from = ref Unsafe.AsRef(in _logits);
        ref T to = ref _exponentials;
        bool prefetches = _prefetches;
        for (int row = 0; row < _maxima.Length; row += 4)
        {
            FourRows rows = new(row, _maxima.Length, _classes);
            Four<TVector> maxima = new(
                Lanes.Fill<T, TVector>(_maxima[row]),
                Lanes.Fill<T, TVector>(_maxima[rows.Second]),
                Lanes.Fill<T, TVector>(_maxima[rows.Third]),
                Lanes.Fill<T, TVector>(_maxima[rows.Fourth]));

            // The last pieces come first, and are written when the ones before were read. There is one exponential in the text, since what
            // the compiler inlines is limited.
            for (nuint i = 0; i < last + RowPass.Piece; i += lanes)
            {
                nuint index = i < RowPass.Piece ? last + i : i - RowPass.Piece;
                if (prefetches)
                {
                    rows.Prefetch(in from, ahead + index);
                }

                Four<TVector> difference = four.Subtract(rows.Load<T, TVector>(in from, index), maxima);
                Four<TVector> e = functions.ExpOfDifference(four.Min(four.Constant(0), difference));
                if (i < RowPass.Piece)
                {
                    Lanes.Store(e, ref lastPieces[0], 4 * i);
                }
                else
                {
                    rows.Store(e, ref to, index);
                }
            }

            for (nuint i = 0; i < RowPass.Piece; i += lanes)
            {
                rows.Store(Lanes.Load<T, Four<TVector>>(in lastPieces[0], 4 * i), ref to, last + i);
            }
        }
    }
}
