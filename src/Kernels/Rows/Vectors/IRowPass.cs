using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// Something to be done to several rows in one call, written once for all vector widths. A row is made of pieces of
/// <see cref="RowPass.Piece"/> elements, which are one vector or several; the last piece ends where the row does, and overlaps the one before.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface IRowPass<T>
    where T : unmanaged
{
    /// <summary>Does it with vectors of one width.</summary>
    void Run<TVector, TArithmetic, TFunctions>(TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<Four<TVector>>;
}
