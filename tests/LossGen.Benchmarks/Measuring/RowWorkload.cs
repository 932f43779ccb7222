using System.Collections.Generic;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;
using LossGen.Benchmarks.Peers.Floors;

namespace LossGen.Benchmarks.Measuring;

/// <summary>The losses over rows of so many classes.</summary>
internal sealed class RowWorkload(IReadOnlyList<BenchmarkedLoss<int, int>> losses, int classes) : Workload<int, int>(losses)
{
    public override int LeastElements => classes;

    protected override Batch<float, int> SingleBatch(int elements) => MultiClassBatch.Create<float>(elements, classes);

    protected override Batch<double, int> DoubleBatch(int elements) => MultiClassBatch.Create<double>(elements, classes);

    protected override void MoveMemory(Batch<float, int> batch) => MemoryFloor.Rows(batch.Logits, batch.Gradient);

    // passes over the rows, which are no part of the generated kernel
    protected override int? InstructionsPerVector(BenchmarkedLoss<int, int> loss) => null;
}
