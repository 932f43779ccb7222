using System;
using System.Collections.Generic;

namespace LossGen.Benchmarks.Peers.Tensors;

/// <summary>Memory for what a pass leaves to the next one, allocated once.</summary>
internal sealed class Scratch
{
    private readonly List<float[]> _arrays = [];

    /// <summary>The first numbers of an array.</summary>
    /// <param name="index">Which array.</param>
    /// <param name="length">How many numbers.</param>
    public Span<float> Take(int index, int length)
    {
        while (_arrays.Count <= index)
        {
            _arrays.Add([]);
        }

        if (_arrays[index].Length < length)
        {
            _arrays[index] = new float[length];
        }

        return _arrays[index].AsSpan(0, length);
    }
}
