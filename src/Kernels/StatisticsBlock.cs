using System.Runtime.CompilerServices;

namespace LossGen.Kernels;

/// <summary>What the elements of a block add to the statistics: one row of values per number of <see cref="ProbabilityStatistics"/>, on the stack.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
[InlineArray(ElementwiseBlock.Length * ProbabilityStatistics.Length)]
internal struct StatisticsBlock<T>
    where T : unmanaged
{
    private T element0;
}
