using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// e = exp(min(z - M, 0)) of one row, as <see cref="ExponentialsPass{T}"/> computes it, and the sums of four: of each 64 elements
/// there are 16 sums (e_i + e_(16 + i)) + (e_(32 + i) + e_(48 + i)).
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <param name="logits">The first logit.</param>
/// <param name="count">The number of logits, a multiple of 64.</param>
/// <param name="maximum">M.</param>
/// <param name="exponentials">Receives the exponentials; may be the memory of the logits.</param>
/// <param name="sums">Receives a quarter as many sums.</param>
internal readonly ref struct GroupExponentialsPass<T>(ref readonly T logits, int count, T maximum, ref T exponentials, ref T sums) : IRowPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of elements that are summed to 16.</summary>
    public const int GroupLength = 4 * RowPass.Piece;

    private readonly ref readonly T _logits = ref logits;
    private readonly int _count = count;
    private readonly T _maximum = maximum;
    private readonly ref T _exponentials = ref exponentials;
    private readonly ref T _sums = ref sums;

    /// <summary>Sums of four once more, where one of the exponentials has changed.</summary>
    public static void SumAgain(ref readonly T exponentials, int changed, ref T sums)
    {
        int sum = (changed / GroupLength * RowPass.Piece) + (changed % RowPass.Piece);
        ref T first = ref Unsafe.Add(ref Unsafe.AsRef(in exponentials), (changed / GroupLength * GroupLength) + (changed % RowPass.Piece));
        Unsafe.Add(ref sums, sum) = (first + Unsafe.Add(ref first, RowPass.Piece))
            + (Unsafe.Add(ref first, 2 * RowPass.Piece) + Unsafe.Add(ref first, 3 * RowPass.Piece));
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
        TVector maximum = Lanes.Fill<T, TVector>(_maximum);
        Four<TVector> maxima = new(maximum, maximum, maximum, maximum);
        for (nuint group = 0; group < (nuint)_count; group += GroupLength)
        {
            for (nuint lane = 0; lane < RowPass.Piece; lane += Lanes.Count<T, TVector>())
            {
                Four<TVector> difference = four.Subtract(pieces.Load<T, TVector>(in _logits, group + lane), maxima);
                Four<TVector> e = functions.ExpNonPositive(four.Min(four.Constant(0), difference));
                pieces.Store(e, ref _exponentials, group + lane);
                Lanes.Store(arithmetic.Add(arithmetic.Add(e.A, e.B), arithmetic.Add(e.C, e.D)), ref _sums, (group / 4) + lane);
            }
        }
    }
}
