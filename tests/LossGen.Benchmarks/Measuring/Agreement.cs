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

    private const double LossTolerance = 1e-4;

    // a sum of n numbers in 16 lanes of single precision is off by up to n / 16 * 2^-24, most often by much less
    private const double LossTolerancePerElement = 5e-10;

    private readonly Batch<float, TTarget> _batch;
    private readonly double _jumpingShare;
    private readonly double _loss;
    private readonly float[] _gradient;
    private readonly double _largest;

    /// <summary>Computes loss and gradient.</summary>
    /// <param name="reference">What computes them.</param>
    /// <param name="batch">What they are computed of.</param>
    /// <param name="jumpingShare">The share of elements in which others may differ.</param>
    public Agreement(CombinedLoss<float, TTarget> reference, Batch<float, TTarget> batch, double jumpingShare)
    {
        (_batch, _jumpingShare) = (batch, jumpingShare);
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
        if (!(Math.Abs(value - _loss) <= (LossTolerance + (LossTolerancePerElement * _batch.Elements)) * _loss))
        {
            throw new InvalidOperationException($"{name}: the loss is {value}, and should be {_loss}");
        }

        ReadOnlySpan<float> gradient = _batch.Gradient;
        int different = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            if (!(Math.Abs(gradient[i] - _gradient[i]) <= GradientTolerance * _largest) && ++different > _jumpingShare * gradient.Length)
            {
                throw new InvalidOperationException($"{name}: gradient {i} is {gradient[i]}, and should be {_gradient[i]}");
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
