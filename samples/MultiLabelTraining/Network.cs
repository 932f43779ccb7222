using System;
using System.Numerics.Tensors;

namespace MultiLabelTraining;

/// <summary>Two layers with rectified linear units between them.</summary>
public sealed class Network
{
    private const int Hidden = 128;

    private readonly Layer _first;
    private readonly Layer _second;
    private readonly float[] _hidden;
    private readonly float[] _hiddenGradient;

    /// <summary>A network before its training.</summary>
    /// <param name="random">What the weights are drawn with.</param>
    /// <param name="batch">The largest number of examples at a time.</param>
    /// <param name="bias">What the logits start at: the logarithm of the odds of a label.</param>
    public Network(Random random, int batch, float bias)
    {
        _first = new(random, LongTailedData.Features, Hidden, bias: 0);
        _second = new(random, Hidden, LongTailedData.Labels, bias);
        _hidden = new float[batch * Hidden];
        _hiddenGradient = new float[batch * Hidden];
    }

    /// <summary>The logits of examples.</summary>
    public void Forward(ReadOnlySpan<float> features, Span<float> logits)
    {
        Span<float> hidden = _hidden.AsSpan(0, features.Length / LongTailedData.Features * Hidden);
        _first.Forward(features, hidden);
        TensorPrimitives.Max(hidden, 0, hidden);
        _second.Forward(hidden, logits);
    }

    /// <summary>A step of gradient descent, after <see cref="Forward"/> of the same examples.</summary>
    public void Step(ReadOnlySpan<float> features, ReadOnlySpan<float> gradient, float rate, float momentum)
    {
        int count = features.Length / LongTailedData.Features * Hidden;
        Span<float> hidden = _hidden.AsSpan(0, count);
        Span<float> slope = _hiddenGradient.AsSpan(0, count);
        _second.Backward(hidden, gradient, slope);
        for (int i = 0; i < count; i++)
        {
            slope[i] = hidden[i] > 0 ? slope[i] : 0;
        }

        _first.Backward(features, slope, []);
        _second.Step(rate, momentum);
        _first.Step(rate, momentum);
    }
}
