using System;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>
/// Counts how often each bit is set in words that have one bit set for each element: the positional population count. Digit k of
/// the counters of all 32 bits is a word itself, so that a full adder, which is two or five operations, takes words in for all bins
/// at once (Harley and Seal; Klarqvist, Mula and Lemire, 2019). No two elements write to one counter, as they do in a table
/// of counters, so that an imbalanced batch costs no more than any other.
/// </summary>
/// <typeparam name="TVector">A vector of words.</typeparam>
/// <typeparam name="TWords">What is done to it.</typeparam>
/// <param name="first">The bin of the lowest bit.</param>
internal struct BitCounters<TVector, TWords>(int first)
    where TVector : struct
    where TWords : struct, IBinWords<TVector>
{
    private const int DigitCount = 16;

    // so many vectors become one carry, which counts in a digit that is four above theirs
    private const int Fan = 16;

    private readonly uint _first = (uint)first;
    private Digits _digits;
    private int _vectors;

    /// <summary>The number of elements that are taken in at a time.</summary>
    public static int GroupLength => Fan * TWords.Count;

    /// <summary>The number of elements that the digits are enough for; a multiple of <see cref="GroupLength"/>.</summary>
    public static int MaxLength => ((1 << DigitCount) - Fan) * TWords.Count;

    /// <summary>Takes in bytes, whose number is a multiple of <see cref="GroupLength"/>.</summary>
    [SkipLocalsInit]
    public void Take(ReadOnlySpan<byte> bins)
    {
        Unsafe.SkipInit(out Carries buffer);
        Span<TVector> carries = buffer;
        _vectors += bins.Length / TWords.Count;
        while (!bins.IsEmpty)
        {
            int groups = Math.Min(Fan, bins.Length / GroupLength);
            TakeGroups(in bins[0], (nuint)groups, _first, ref _digits[0], ref carries[0]);
            carries[groups..].Clear();
            TakeCarries(in carries[0], ref _digits[4]);
            bins = bins[(groups * GroupLength)..];
        }
    }

    /// <summary>Adds the counters to counts, as many as there are.</summary>
    public readonly void AddTo(Span<long> counts)
    {
        // bit 4 i + j is from byte j of word i, where bins 8 j to 8 j + 7 are
        const ulong FirstBytes = 0x1111_1111_1111_1111;
        int digits = BitOperations.Log2((uint)_vectors) + 1;
        for (int bit = 0; bit < 8; bit++)
        {
            int first = 0, second = 0, third = 0, fourth = 0;
            for (int k = digits - 1; k >= 0; k--)
            {
                ulong bits = TWords.BitsOfBytes(_digits[k], bit);
                first = (2 * first) + BitOperations.PopCount(bits & FirstBytes);
                second = (2 * second) + BitOperations.PopCount(bits & (FirstBytes << 1));
                third = (2 * third) + BitOperations.PopCount(bits & (FirstBytes << 2));
                fourth = (2 * fourth) + BitOperations.PopCount(bits & (FirstBytes << 3));
            }

            AddTo(counts, bit, first);
            AddTo(counts, bit + 8, second);
            AddTo(counts, bit + 16, third);
            AddTo(counts, bit + 24, fourth);
        }
    }

    private static void AddTo(Span<long> counts, int bin, int count)
    {
        if (bin < counts.Length)
        {
            counts[bin] += count;
        }
    }

    // into the lowest four digits, and of each group what they do not hold
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TakeGroups(ref readonly byte bins, nuint groups, uint first, ref TVector digits, ref TVector carries)
    {
        TVector ones = digits, twos = Unsafe.Add(ref digits, 1), fours = Unsafe.Add(ref digits, 2), eights = Unsafe.Add(ref digits, 3);
        for (nuint group = 0; group < groups; group++)
        {
            OneHotBins<TVector, TWords> words = new(in Unsafe.Add(ref Unsafe.AsRef(in bins), group * (nuint)GroupLength), first);
            Unsafe.Add(ref carries, group) = BitAdders<TVector, TWords>.AddSixteen(words, ref ones, ref twos, ref fours, ref eights);
        }

        (digits, Unsafe.Add(ref digits, 1), Unsafe.Add(ref digits, 2), Unsafe.Add(ref digits, 3)) = (ones, twos, fours, eights);
    }

    // into the next four digits, and into those above as they come
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TakeCarries(ref readonly TVector carries, ref TVector digits)
    {
        TVector ones = digits, twos = Unsafe.Add(ref digits, 1), fours = Unsafe.Add(ref digits, 2), eights = Unsafe.Add(ref digits, 3);
        TVector carry = BitAdders<TVector, TWords>.AddSixteen(new WordVectors<TVector>(in carries), ref ones, ref twos, ref fours, ref eights);
        (digits, Unsafe.Add(ref digits, 1), Unsafe.Add(ref digits, 2), Unsafe.Add(ref digits, 3)) = (ones, twos, fours, eights);
        for (int k = 4; k < DigitCount - 4; k++)
        {
            carry = BitAdders<TVector, TWords>.Add(carry, default, ref Unsafe.Add(ref digits, k));
        }
    }

    [InlineArray(DigitCount)]
    private struct Digits
    {
        private TVector element0;
    }

    [InlineArray(Fan)]
    private struct Carries
    {
        private TVector element0;
    }
}
