using System;
using System.Linq;
using System.Numerics.Tensors;

namespace MultiLabelTraining;

/// <summary>A linear layer y = x W + b with its gradient and stochastic gradient descent with momentum (Polyak, 1964).</summary>
public sealed class Layer
{
    private readonly int _inputs;
    private readonly int _outputs;
    private readonly float[] _weights;
    private readonly float[] _bias;
    private readonly float[] _weightGradient;
    private readonly float[] _biasGradient;
    private readonly float[] _weightVelocity;
    private readonly float[] _biasVelocity;

    /// <summary>Draws the weights with the standard deviation sqrt(2 / inputs) (He et al., 2015).</summary>
    /// <param name="random">What they are drawn with.</param>
    /// <param name="inputs">The number of inputs.</param>
    /// <param name="outputs">The number of outputs.</param>
    /// <param name="bias">What all biases start with.</param>
    public Layer(Random random, int inputs, int outputs, float bias)
    {
        (_inputs, _outputs) = (inputs, outputs);
        float limit = MathF.Sqrt(6f / inputs);
        _weights = [.. Enumerable.Range(0, inputs * outputs).Select(_ => limit * ((2 * random.NextSingle()) - 1))];
        _bias = [.. Enumerable.Repeat(bias, outputs)];
        _weightGradient = new float[inputs * outputs];
        _biasGradient = new float[outputs];
        _weightVelocity = new float[inputs * outputs];
        _biasVelocity = new float[outputs];
    }

    /// <summary>The outputs of each row of inputs.</summary>
    public void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        for (int row = 0; row < x.Length / _inputs; row++)
        {
            Span<float> output = y.Slice(row * _outputs, _outputs);
            _bias.CopyTo(output);
            for (int i = 0; i < _inputs; i++)
            {
                float input = x[(row * _inputs) + i];
                if (input != 0)
                {
                    TensorPrimitives.MultiplyAdd(Row(_weights, i), input, output, output);
                }
            }
        }
    }

    /// <summary>The gradient by the weights, and where there is room for it, that by the inputs.</summary>
    public void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
    {
        Array.Clear(_weightGradient);
        Array.Clear(_biasGradient);
        for (int row = 0; row < x.Length / _inputs; row++)
        {
            ReadOnlySpan<float> slope = dy.Slice(row * _outputs, _outputs);
            TensorPrimitives.Add<float>(_biasGradient, slope, _biasGradient);
            for (int i = 0; i < _inputs; i++)
            {
                float input = x[(row * _inputs) + i];
                if (input != 0)
                {
                    TensorPrimitives.MultiplyAdd(slope, input, Row(_weightGradient, i), Row(_weightGradient, i));
                }

                if (!dx.IsEmpty)
                {
                    dx[(row * _inputs) + i] = TensorPrimitives.Dot<float>(Row(_weights, i), slope);
                }
            }
        }
    }

    /// <summary>v = momentum v - rate gradient, w = w + v.</summary>
    public void Step(float rate, float momentum)
    {
        Step(_weights, _weightGradient, _weightVelocity, rate, momentum);
        Step(_bias, _biasGradient, _biasVelocity, rate, momentum);
    }

    private static void Step(Span<float> values, Span<float> gradient, Span<float> velocity, float rate, float momentum)
    {
        TensorPrimitives.Multiply(velocity, momentum, velocity);
        TensorPrimitives.MultiplyAdd(gradient, -rate, velocity, velocity);
        TensorPrimitives.Add<float>(values, velocity, values);
    }

    private Span<float> Row(float[] matrix, int index) => matrix.AsSpan(index * _outputs, _outputs);
}
