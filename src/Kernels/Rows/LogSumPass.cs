using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>log(1 + R).</summary>
internal readonly ref struct LogSumPass(ref readonly double rests, ref double logSums) : IVectorPass<double>
{
    private readonly ref readonly double _rests = ref rests;
    private readonly ref double _logSums = ref logSums;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        TVector rest = Lanes.Load<double, TVector>(in _rests, index);
        Lanes.Store(functions.LogAny(arithmetic.Add(arithmetic.Constant(1), rest), arithmetic.Negate(rest)), ref _logSums, index);
    }
}
