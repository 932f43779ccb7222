using System.Linq;
using BenchmarkDotNet.Attributes;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;
using LossGen.Benchmarks.Peers.C;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks.BenchmarkDotNet;

/// <summary>Softmax cross entropy: value and gradient in single precision.</summary>
public class SoftmaxBenchmarks
{
    private CPeers? _c;
    private Batch<float, int>? _batch;
    private BenchmarkedLoss<int, int>? _loss;

    /// <summary>The length of a row.</summary>
    [Params(10, 80, 1_024, 32_768)]
    public int Classes { get; set; }

    /// <summary>The size of the batch.</summary>
    [Params(614_400)]
    public int Elements { get; set; }

    /// <summary>Makes the batch.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _c = new CPeers(CCompiler.Find());
        _batch = MultiClassBatch.Create<float>(Elements, Classes);
        _loss = RowCatalogue.All(_c, Classes).First();
    }

    /// <summary>Frees the batch.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        _batch!.Dispose();
        _c!.Dispose();
    }

    /// <summary>The generated kernel.</summary>
    [Benchmark(Baseline = true)]
    public float LossGen() => Run(_loss!.Single.Combined);

    /// <summary>The scalar loop.</summary>
    [Benchmark]
    public float MathF() => Run(Columns.Scalar);

    /// <summary>Passes of System.Numerics.Tensors.</summary>
    [Benchmark]
    public float TensorPrimitives() => Run(Columns.Tensors);

    /// <summary>A loop in C; fails where there is no gcc.</summary>
    [Benchmark]
    public float Gcc() => Run(Columns.Gcc);

    private float Run(string peer) => Run(_loss!.Peers.Single(candidate => candidate.Name == peer).Loss);

    private float Run(CombinedLoss<float, int> loss) => loss(_batch!.Logits, _batch.Targets, _batch.Gradient);
}
