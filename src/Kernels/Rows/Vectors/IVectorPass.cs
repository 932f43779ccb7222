using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>
/// Something to be done to each element of a sequence, written once for all vector widths: each result depends on one index
/// only, so that it does not matter which width computes it.
/// </summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
internal interface IVectorPass<T>
    where T : unmanaged
{
    /// <summary>Four vectors at a time: not for what is too long for the compiler to inline it four times over.</summary>
    static virtual bool IsInterleaved => true;

    /// <summary>Loads, computes and stores the elements of one vector; <paramref name="index"/> is a multiple of its lanes.</summary>
    void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>;
}
