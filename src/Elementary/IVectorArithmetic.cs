namespace LossGen.Elementary;

/// <summary>
/// What computes with vectors of any width is written in these operations: beyond those of elementary functions, to take vectors from memory and back,
/// and to compare. Kernels compute on several vectors side by side, with <see cref="ISideBySideArithmetic{T, TVector, TVectors}"/>, which is made of this.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
/// <typeparam name="TVector">A vector of them, or one.</typeparam>
[SideBySide]
public interface IVectorArithmetic<T, TVector> : IArithmetic<TVector>
    where T : unmanaged
    where TVector : unmanaged
{
    /// <summary>The number of lanes.</summary>
    nuint Count { get; }

    /// <summary>One of the vectors side by side from <paramref name="index"/> on.</summary>
    /// <param name="source">The first number of all, in memory of any alignment.</param>
    /// <param name="index">The number that the first of the vectors begins with.</param>
    /// <param name="vector">Which of the vectors.</param>
    TVector Load(ref readonly T source, nuint index, int vector);

    /// <summary>One of the vectors side by side from <paramref name="index"/> on, of targets that are bytes.</summary>
    /// <param name="source">The first target of all.</param>
    /// <param name="index">The target that the first of the vectors begins with.</param>
    /// <param name="vector">Which of the vectors.</param>
    TVector Load(ref readonly byte source, nuint index, int vector);

    /// <summary>Writes one of the vectors side by side from <paramref name="index"/> on.</summary>
    /// <param name="value">The vector.</param>
    /// <param name="destination">Where the first number of all is, in memory of any alignment.</param>
    /// <param name="index">The number that the first of the vectors begins with.</param>
    /// <param name="vector">Which of the vectors.</param>
    void Store(TVector value, ref T destination, nuint index, int vector);

    /// <summary>a * b - c, rounded once.</summary>
    TVector MultiplySubtract(TVector a, TVector b, TVector c);

    /// <summary>a &lt;= b ? x : y, hence y where a or b is NaN.</summary>
    TVector SelectLessOrEqual(TVector a, TVector b, TVector x, TVector y);

    /// <summary>a &lt; b ? -x : x.</summary>
    TVector NegateWhereLess(TVector a, TVector b, TVector x);
}
