using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>Vectors of words in their order.</summary>
/// <typeparam name="TVector">A vector of words.</typeparam>
internal interface IWordVectors<TVector>
    where TVector : struct
{
    /// <summary>The vector of that index.</summary>
    TVector At(nuint index);
}

/// <summary>Vectors in memory.</summary>
/// <typeparam name="TVector">A vector of words.</typeparam>
internal readonly ref struct WordVectors<TVector>(ref readonly TVector vectors) : IWordVectors<TVector>
    where TVector : struct
{
    private readonly ref readonly TVector _vectors = ref vectors;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At(nuint index) => Unsafe.Add(ref Unsafe.AsRef(in _vectors), index);
}

/// <summary>Words with the bit of the bin of each element.</summary>
/// <typeparam name="TVector">A vector of words.</typeparam>
/// <typeparam name="TWords">What makes them of bytes.</typeparam>
internal readonly ref struct OneHotBins<TVector, TWords>(ref readonly byte bins, uint first) : IWordVectors<TVector>
    where TVector : struct
    where TWords : struct, IBinWords<TVector>
{
    private readonly ref readonly byte _bins = ref bins;
    private readonly uint _first = first;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector At(nuint index) => TWords.OneHot(in Unsafe.Add(ref Unsafe.AsRef(in _bins), index * (nuint)TWords.Count), _first);
}
