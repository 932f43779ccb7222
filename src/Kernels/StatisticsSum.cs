namespace LossGen.Kernels;

/// <summary>The statistics of the elements so far, each number in the fixed order of <see cref="LossSum"/>.</summary>
internal struct StatisticsSum
{
    private LossSum positiveCount;
    private LossSum negativeCount;
    private LossSum positiveSum;
    private LossSum negativeSum;

    /// <summary>Adds the shares of <paramref name="count"/> elements; all calls but the last one need a multiple of 64.</summary>
    public void Add<T, TTarget>(scoped in ElementwiseLanes<T, TTarget> lanes, int count)
        where T : unmanaged
        where TTarget : unmanaged
    {
        positiveCount.Add(ref lanes.Statistic(0), count);
        negativeCount.Add(ref lanes.Statistic(1), count);
        positiveSum.Add(ref lanes.Statistic(2), count);
        negativeSum.Add(ref lanes.Statistic(3), count);
    }

    /// <summary>The statistics.</summary>
    public readonly ProbabilityStatistics Total() =>
        new(positiveCount.Total(), negativeCount.Total(), positiveSum.Total(), negativeSum.Total());
}
