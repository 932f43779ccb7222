namespace LossGen.Kernels;

/// <summary>Vectors of words of 32 bits, one for each element, in which the bit of the bin of the element is set.</summary>
/// <typeparam name="TVector">A vector of words.</typeparam>
internal interface IBinWords<TVector>
    where TVector : struct
{
    /// <summary>The number of words in a vector, and of the elements that they are of.</summary>
    static abstract int Count { get; }

    /// <summary>1 &lt;&lt; (bin - first) of as many bytes, and 0 where the bin is not one of the 32 from the first on.</summary>
    static abstract TVector OneHot(ref readonly byte bins, uint first);

    /// <summary>The lower bit of the sum of three bits.</summary>
    static abstract TVector Sum(TVector a, TVector b, TVector c);

    /// <summary>The upper bit of the sum of three bits.</summary>
    static abstract TVector Carry(TVector a, TVector b, TVector c);

    /// <summary>The bit of that index of each byte.</summary>
    static abstract ulong BitsOfBytes(TVector words, int index);
}
