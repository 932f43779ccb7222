using System.Numerics;
using System.Runtime.CompilerServices;
using LossGen.Elementary;

namespace LossGen.Kernels;

/// <summary>The sums of the rows of tiles, of which the sums of four classes are given, in the order of the classes.</summary>
/// <typeparam name="T">The type of the sums of four.</typeparam>
/// <param name="fours">16 numbers for each four classes of a tile.</param>
/// <param name="groups">The number of classes of a tile, by four.</param>
/// <param name="sums">Receives a sum per row.</param>
internal readonly ref struct TileSumsPass<T>(ref readonly T fours, int groups, ref double sums) : IVectorPass<double>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref readonly T _fours = ref fours;
    private readonly nuint _groups = (nuint)groups;
    private readonly ref double _sums = ref sums;

    /// <inheritdoc/>
    public static bool IsInterleaved => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<TVector, TArithmetic, TFunctions>(nuint index, TArithmetic arithmetic, TFunctions functions)
        where TVector : struct
        where TArithmetic : struct, IArithmetic<TVector>
        where TFunctions : struct, IElementaryFunctions<TVector>
    {
        nuint lane = index % RowTile.Rows;
        nuint first = ((index - lane) * _groups) + lane;
        TVector sum = Lanes.Widen<T, TVector>(in _fours, first);
        for (nuint group = 1; group < _groups; group++)
        {
            sum = arithmetic.Add(sum, Lanes.Widen<T, TVector>(in _fours, first + (RowTile.Rows * group)));
        }

        Lanes.Store(sum, ref _sums, index);
    }
}
