namespace LossGen.Elementary;

/// <summary>Four vectors that a kernel computes side by side.</summary>
/// <typeparam name="TVector">A vector of any width, or a number.</typeparam>
public struct Vectors4<TVector>
    where TVector : unmanaged
{
    internal TVector V0, V1, V2, V3;
}
