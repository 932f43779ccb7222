namespace LossGen.Elementary;

/// <summary>Eight vectors that a kernel computes side by side.</summary>
/// <typeparam name="TVector">A vector of any width, or a number.</typeparam>
public struct Vectors8<TVector>
    where TVector : unmanaged
{
    internal TVector V0, V1, V2, V3, V4, V5, V6, V7;
}
