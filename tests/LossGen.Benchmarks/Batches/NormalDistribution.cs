using System;

namespace LossGen.Benchmarks.Batches;

/// <summary>Numbers with mean 0 and standard deviation 1, the same in every run.</summary>
internal sealed class NormalDistribution(int seed)
{
    private readonly Random _random = new(seed);
    private double _spare = double.NaN;

    /// <summary>A number from [0, 1), of the same stream.</summary>
    public double NextUniform() => _random.NextDouble();

    /// <summary>A number from [0, limit), of the same stream.</summary>
    public int NextInteger(int limit) => _random.Next(limit);

    /// <summary>Both numbers of a pair, one after the other (Box and Muller, 1958).</summary>
    public double Next()
    {
        if (!double.IsNaN(_spare))
        {
            (double spare, _spare) = (_spare, double.NaN);
            return spare;
        }

        double radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
        (double sine, double cosine) = Math.SinCos(2 * Math.PI * _random.NextDouble());
        _spare = radius * sine;
        return radius * cosine;
    }
}
