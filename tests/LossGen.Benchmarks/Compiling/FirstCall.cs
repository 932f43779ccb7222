using System;
using System.Collections.Generic;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Compiling;

/// <summary>The first call of a kernel in a process: the JIT compiler's time for it and for the library beneath.</summary>
internal static class FirstCall
{
    private const int Elements = 4_096;

    private static readonly Dictionary<string, Func<double>> s_calls = new()
    {
        ["BCE"] = () => OfElements(CombinedLosses.CrossEntropy),
        ["focal, gamma 2"] = () => OfElements(CombinedLosses.Focal),
        ["ASL 1/4"] = () => OfElements(CombinedLosses.Asymmetric1Soft),
        ["GHM, 30 bins"] = () => OfElements(CombinedLosses.Harmonized30),
        ["softmax CE"] = () => OfRows(CombinedLosses.SoftmaxCrossEntropy),
    };

    /// <summary>The losses that can be called.</summary>
    public static IEnumerable<string> Losses => s_calls.Keys;

    /// <summary>The milliseconds of processor time of the first call in this process.</summary>
    public static double Measure(string loss) => s_calls[loss]();

    private static double OfElements(CombinedLoss<float, float> loss) => Time(loss, MultiLabelBatch.Create<float>(Elements));

    private static double OfRows(CombinedLoss<float, int> loss) => Time(loss, MultiClassBatch.Create<float>(Elements, classes: 80));

    private static double Time<TTarget>(CombinedLoss<float, TTarget> loss, Batch<float, TTarget> batch)
        where TTarget : unmanaged
    {
        using (batch)
        {
            return ProcessorTime.Of(() => loss(batch.Logits, batch.Targets, batch.Gradient));
        }
    }
}
