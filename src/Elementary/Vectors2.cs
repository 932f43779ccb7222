namespace LossGen.Elementary;

/// <summary>Two vectors that a kernel computes side by side.</summary>
/// <typeparam name="TVector">A vector of any width, or a number.</typeparam>
public struct Vectors2<TVector>
    where TVector : unmanaged
{
    internal TVector V0, V1;
}
