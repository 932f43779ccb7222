using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;
using LossGen.Benchmarks.Peers.C;
using LossGen.Benchmarks.Reports;

namespace LossGen.Benchmarks.BenchmarkDotNet;

/// <summary>Losses of elements that all peers have: value and gradient in single precision.</summary>
public class ElementwiseBenchmarks
{
    private CPeers? _c;
    private Batch<float, float>? _batch;
    private BenchmarkedLoss<float, double>? _loss;

    /// <summary>The names of the losses.</summary>
    public static IEnumerable<string> Losses => ElementwiseCatalogue.All(new CPeers(null))
        .Where(loss => loss.Peers.Any(peer => peer.Name == Columns.Tensors)).Select(loss => loss.Name);

    /// <summary>The name of the loss.</summary>
    [ParamsSource(nameof(Losses))]
    public string Loss { get; set; } = "";

    /// <summary>The size of the batch.</summary>
    [Params(4_096, 614_400)]
    public int Elements { get; set; }

    /// <summary>Makes the batch.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _c = new CPeers(CCompiler.Find());
        _batch = MultiLabelBatch.Create<float>(Elements);
        _loss = ElementwiseCatalogue.All(_c).Single(loss => loss.Name == Loss);
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

    private float Run(CombinedLoss<float, float> loss) => loss(_batch!.Logits, _batch.Targets, _batch.Gradient);
}
