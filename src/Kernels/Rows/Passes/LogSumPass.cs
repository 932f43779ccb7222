using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>log(1 + R) = -log p, p = 1 / (1 + R), with 1 - p = R / (1 + R).</summary>
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
        TVector reciprocal = arithmetic.Divide(arithmetic.Constant(1), arithmetic.Add(arithmetic.Constant(1), rest));
        Lanes.Store(arithmetic.Negate(functions.Log(reciprocal, arithmetic.Multiply(rest, reciprocal))), ref _logSums, index);
    }
}
