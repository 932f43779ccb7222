using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using LossGen;

namespace MultiLabelTraining;

/// <summary>How a network is trained: the same for all losses.</summary>
/// <param name="Seed">What weights and the order of the examples come from.</param>
/// <param name="Epochs">How often each example is seen.</param>
public sealed record Training(int Seed, int Epochs)
{
    private const int Batch = 128;
    private const float Rate = 0.05f;
    private const float Momentum = 0.9f;

    /// <summary>Trains a network and tests it.</summary>
    /// <param name="contestant">The loss.</param>
    /// <param name="train">The examples to train on.</param>
    /// <param name="test">The examples to test on.</param>
    /// <param name="onEpoch">Called after each epoch.</param>
    public TrainingResult Run(Contestant contestant, LongTailedData train, LongTailedData test, Action onEpoch)
    {
        Random random = new(Seed);
        Network network = new(random, Batch, bias: -3.3f);
        int[] order = [.. Enumerable.Range(0, train.Count)];
        float[] features = new float[Batch * LongTailedData.Features];
        float[] targets = new float[Batch * LongTailedData.Labels];
        float[] logits = new float[Batch * LongTailedData.Labels];
        (TrainingLoss loss, Func<double>? exponent) = contestant.Create();
        List<EpochRecord> history = [];
        TimeSpan inLoss = TimeSpan.Zero;
        Stopwatch all = Stopwatch.StartNew();
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            ProbabilityStatistics seen = default;

            // the rate goes down to 0 along a cosine (Loshchilov and Hutter, 2017)
            float rate = Rate * (1 + MathF.Cos(MathF.PI * epoch / Epochs)) / 2;
            for (int first = 0; first + Batch <= order.Length; first += Batch)
            {
                for (int i = 0; i < Batch; i++)
                {
                    int example = order[first + i];
                    train.Inputs.AsSpan(example * LongTailedData.Features, LongTailedData.Features).CopyTo(features.AsSpan(i * LongTailedData.Features));
                    train.Targets.AsSpan(example * LongTailedData.Labels, LongTailedData.Labels).CopyTo(targets.AsSpan(i * LongTailedData.Labels));
                }

                network.Forward(features, logits);
                long start = Stopwatch.GetTimestamp();
                loss(logits, targets, 1f / Batch, logits, out ProbabilityStatistics statistics); // the gradient takes the place of the logits
                inLoss += Stopwatch.GetElapsedTime(start);
                seen += statistics;
                network.Step(features, logits, rate, Momentum);
            }

            history.Add(new(seen, exponent?.Invoke()));
            onEpoch();
        }

        double shareOfLoss = inLoss / all.Elapsed;
        float[] tested = Logits(network, test);
        Losses.CrossEntropy(tested, test.Targets, 1, new float[tested.Length], out ProbabilityStatistics probabilities);
        float[] learned = Logits(network, train);
        GradientDensity density = new(Losses.Bins);
        Losses.Harmonized(learned, train.Targets, 1, learned, density, out _);
        return new()
        {
            AveragePrecisions = AveragePrecision.PerLabel(tested, test.Targets),
            Statistics = probabilities,
            Density = density,
            History = history,
            ShareOfLoss = shareOfLoss,
        };
    }

    private static float[] Logits(Network network, LongTailedData data)
    {
        float[] logits = new float[data.Count * LongTailedData.Labels];
        for (int first = 0; first < data.Count; first += Batch)
        {
            int count = Math.Min(Batch, data.Count - first);
            network.Forward(
                data.Inputs.AsSpan(first * LongTailedData.Features, count * LongTailedData.Features),
                logits.AsSpan(first * LongTailedData.Labels, count * LongTailedData.Labels));
        }

        return logits;
    }
}
