using System.Collections.Generic;
using System.Linq;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;
using LossGen.Benchmarks.Peers.Floors;

namespace LossGen.Benchmarks.Measuring;

/// <summary>The losses of independent elements.</summary>
internal sealed class ElementwiseWorkload(IReadOnlyList<BenchmarkedLoss<float, double>> losses) : Workload<float, double>(losses)
{
    public override int LeastElements => 1;

    protected override Batch<float, float> SingleBatch(int elements) => MultiLabelBatch.Create<float>(elements);

    protected override Batch<double, double> DoubleBatch(int elements) => MultiLabelBatch.Create<double>(elements);

    protected override void MoveMemory(Batch<float, float> batch) => MemoryFloor.Elementwise(batch.Logits, batch.Targets, batch.Gradient);

    protected override int? InstructionsPerVector(BenchmarkedLoss<float, double> loss)
    {
        string name = $"{nameof(CombinedLosses)}.{loss.Single.Combined.Method.Name}";
        return CombinedLosses.LossVariants.OfType<LossVariant<float>>().Single(variant => variant.Name == name).InstructionsPerVector;
    }
}
