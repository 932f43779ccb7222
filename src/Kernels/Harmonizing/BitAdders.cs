using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>
/// Trees of full adders. The digits are variables of the caller and not a structure, so that they stay in registers.
/// </summary>
/// <typeparam name="TVector">A vector of words.</typeparam>
/// <typeparam name="TWords">What is done to it.</typeparam>
internal static class BitAdders<TVector, TWords>
    where TVector : struct
    where TWords : struct, IBinWords<TVector>
{
    /// <summary>Adds sixteen vectors of words, and returns what counts sixteen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector AddSixteen<TSource>(TSource words, ref TVector ones, ref TVector twos, ref TVector fours, ref TVector eights)
        where TSource : struct, IWordVectors<TVector>, allows ref struct
    {
        TVector a = AddEight(words, 0, ref ones, ref twos, ref fours);
        TVector b = AddEight(words, 8, ref ones, ref twos, ref fours);
        return Add(a, b, ref eights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddEight<TSource>(TSource words, nuint index, ref TVector ones, ref TVector twos, ref TVector fours)
        where TSource : struct, IWordVectors<TVector>, allows ref struct
    {
        TVector a = AddFour(words, index, ref ones, ref twos);
        TVector b = AddFour(words, index + 4, ref ones, ref twos);
        return Add(a, b, ref fours);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddFour<TSource>(TSource words, nuint index, ref TVector ones, ref TVector twos)
        where TSource : struct, IWordVectors<TVector>, allows ref struct
    {
        TVector a = Add(words.At(index), words.At(index + 1), ref ones);
        TVector b = Add(words.At(index + 2), words.At(index + 3), ref ones);
        return Add(a, b, ref twos);
    }

    /// <summary>Adds two words to a digit, and returns what counts twice as much.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add(TVector a, TVector b, ref TVector digit)
    {
        TVector before = digit;
        digit = TWords.Sum(before, a, b);
        return TWords.Carry(before, a, b);
    }
}
