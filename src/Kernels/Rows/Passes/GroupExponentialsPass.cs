using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// e = exp(min(z - M, 0)) of one row or of tiles, as <see cref="ExponentialsPass{T}"/> computes it, and the sums of four: of each 64
/// elements there are 16 sums (e_i + e_(16 + i)) + (e_(32 + i) + e_(48 + i)). As many logits that are read next are fetched meanwhile.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="logits">The first logit.</param>
/// <param name="next">The first of the logits that are read next; they may lie outside of all memory.</param>
/// <param name="count">The number of logits, a multiple of 64.</param>
/// <param name="maxima">M of each place in <paramref name="sums"/>, or 16 times the one of a row.</param>
/// <param name="stride">1, or 0 for one row.</param>
/// <param name="exponentials">Receives the exponentials; may be the memory of the logits.</param>
/// <param name="sums">Receives a quarter as many sums.</param>
internal readonly ref struct GroupExponentialsPass<T>(
    ref readonly T logits, ref readonly T next, int count, ref readonly T maxima, int stride, ref T exponentials, ref T sums) : IRowPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of elements that are summed to 16.</summary>
    public const int GroupLength = 4 * RowPass.Piece;

    private readonly ref readonly T _logits = ref logits;
    private readonly ref readonly T _next = ref next;
    private readonly int _count = count;
    private readonly ref readonly T _maxima = ref maxima;
    private readonly nuint _stride = (nuint)stride;
    private readonly ref T _exponentials = ref exponentials;
    private readonly ref T _sums = ref sums;

    /// <summary>What the sums of four of a row have too much of if one of its exponentials does not count.</summary>
    public static double Excess(ReadOnlySpan<T> exponentials, int excluded, ReadOnlySpan<T> sums)
    {
        int lane = excluded % RowPass.Piece;
        int first = (excluded / GroupLength * GroupLength) + lane;
        T others = (Of(exponentials, 0) + Of(exponentials, 1)) + (Of(exponentials, 2) + Of(exponentials, 3));
        return double.CreateTruncating(sums[(excluded / GroupLength * RowPass.Piece) + lane]) - double.CreateTruncating(others);

        // a product, since where the excluded one is cannot be predicted
        T Of(ReadOnlySpan<T> exponentials, int piece)
        {
            int i = first + (piece * RowPass.Piece);
            return i < exponentials.Length ? exponentials[i] * T.CreateTruncating(i == excluded ? 0 : 1) : T.Zero;
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TVector, TArithmetic, TFunctions>(TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<Four<TVector>>
    {
        FourArithmetic<TVector, TArithmetic> four = default;
        FourRows pieces = new(0, 4, RowPass.Piece);

        // One loop, in which the compiler leaves constants in memory, and places at a constant distance from one register: copies of
        // registers and stores by index would take longer.
        ref T from = ref Unsafe.AsRef(in _logits);
        ref readonly T next = ref _next;
        ref readonly T maxima = ref _maxima;
        nuint stride = _stride;
        ref T to = ref _exponentials;
        nuint count = (nuint)_count;
        for (nuint i = 0; i < count / 4; i += Lanes.Count<T, TVector>())
        {
            nuint start = (4 * i) - (3 * (i % RowPass.Piece));
            TVector maximum = Lanes.Load<T, TVector>(in maxima, i * stride);
            pieces.Prefetch(in next, start);
            Four<TVector> logits = pieces.Load<T, TVector>(in Unsafe.Add(ref from, start), 0);
            Four<TVector> difference = four.Subtract(logits, new(maximum, maximum, maximum, maximum));
            Four<TVector> e = functions.ExpOfDifference(four.Min(four.Constant(0), difference));
            pieces.Store(e, ref Unsafe.Add(ref to, start), 0);
            Lanes.Store(arithmetic.Add(arithmetic.Add(e.A, e.B), arithmetic.Add(e.C, e.D)), ref _sums, i);
        }
    }
}
