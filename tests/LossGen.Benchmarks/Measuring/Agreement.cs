using System;
using LossGen.Benchmarks.Batches;
using LossGen.Benchmarks.Losses;

namespace LossGen.Benchmarks.Measuring;

/// <summary>The loss and the gradient of a batch, which others have to agree with before they are timed.</summary>
internal sealed class Agreement<TTarget>
    where TTarget : unmanaged
{
    // of the largest component
    private const double GradientTolerance = 2e-5;

    // a sum of millions of numbers in single precision has lost a few digits
    private const double LossTolerance = 5e-4;

    private readonly Batch<float, TTarget> _batch;
    private readonly double _loss;
    private readonly float[] _gradient;
    private readonly double _largest;

    public Agreement(CombinedLoss<float, TTarget> reference, Batch<float, TTarget> batch)
    {
        _batch = batch;
        _loss = Evaluate(reference);
        _gradient = batch.Gradient.ToArray();
        foreach (float component in _gradient)
        {
            _largest = Math.Max(_largest, Math.Abs(component));
        }
    }

    /// <summary>Throws where a contestant computes something else.</summary>
    public void Check(string name, CombinedLoss<float, TTarget> loss)
    {
        double value = Evaluate(loss);
        if (!(Math.Abs(value - _loss) <= LossTolerance * _loss))
        {
            throw new InvalidOperationException($"{name}: the loss is {value}, and should be {_loss}");
        }

        for (int i = 0; i < _gradient.Length; i++)
        {
            if (!(Math.Abs(_batch.Gradient[i] - _gradient[i]) <= GradientTolerance * _largest))
            {
                throw new InvalidOperationException($"{name}: gradient {i} is {_batch.Gradient[i]}, and should be {_gradient[i]}");
            }
        }
    }

    private double Evaluate(CombinedLoss<float, TTarget> loss)
    {
        // nobody inherits what another has computed
        _batch.Gradient.Fill(float.NaN);
        return loss(_batch.Logits, _batch.Targets, _batch.Gradient);
    }
}
