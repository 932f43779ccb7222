using System;
using System.Globalization;
using System.Linq;
using System.Numerics;

namespace LossGen.Tests.Hyperparameters;

/// <summary>The hyperparameters of one term.</summary>
internal readonly record struct TermValues(float Weight, float Gamma, float Shift, float Poly)
{
    public TermConfiguration Configuration => new() { Weight = Weight, Gamma = Gamma, Shift = Shift, Poly = [Poly] };
}

/// <summary>The hyperparameters of one class, that is, of both terms.</summary>
internal readonly record struct ClassValues(TermValues Positive, TermValues Negative)
{
    public LossConfiguration Configuration => new() { Reduction = Reduction.Sum, Positive = Positive.Configuration, Negative = Negative.Configuration };

    /// <summary>The loss of these values.</summary>
    public Losses.LossMethod<float, float> Single
    {
        get
        {
            (TermValues p, TermValues n) = this;
            return (z, y, g, h, l) => RunTimeLosses.OneValue(z, y, p.Weight, p.Gamma, p.Shift, p.Poly, n.Weight, n.Gamma, n.Shift, n.Poly, g, h, l);
        }
    }

    /// <summary>The loss of these values over hard targets.</summary>
    public Losses.LossMethod<float, bool> Hard
    {
        get
        {
            (TermValues p, TermValues n) = this;
            return (z, y, g, h, l) => RunTimeLosses.OneValue(z, y, p.Weight, p.Gamma, p.Shift, p.Poly, n.Weight, n.Gamma, n.Shift, n.Poly, g, h, l);
        }
    }

    /// <summary>The loss of these values in double precision.</summary>
    public Losses.LossMethod<double, double> Double
    {
        get
        {
            (TermValues p, TermValues n) = this;
            return (z, y, g, h, l) => RunTimeLosses.OneValue(z, y, p.Weight, p.Gamma, p.Shift, p.Poly, n.Weight, n.Gamma, n.Shift, n.Poly, g, h, l);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"positive {Positive.Weight} {Positive.Gamma} {Positive.Shift} {Positive.Poly}, negative {Negative.Weight} {Negative.Gamma} {Negative.Shift} {Negative.Poly}");
}

/// <summary>Classes whose hyperparameters differ.</summary>
internal static class Classes
{
    public static ClassValues[] All { get; } =
    [
        new(new(1, 0, 0, 0), new(1, 0, 0, 0)),
        new(new(1, 2, 0, 0), new(1, 2, 0, 0)),
        new(new(0.25f, 0.5f, 0, 1), new(0.75f, 1, 0, -0.5f)),
        new(new(1, 0, 0, 0), new(1, 4, 0.05f, 0)),
        new(new(2, 1, 0.1f, 0.5f), new(3, 3.7f, 0.2f, 1)),
        new(new(1, 3.7f, 0.05f, 0), new(-1, 0.5f, 0.3f, 0)),
        new(new(1, 0.1f, 0, 0), new(0, 16, 0, 2)),
    ];

    /// <summary>The loss with the values of all classes, element i of class i mod 7.</summary>
    public static Losses.LossMethod<float, float> Single { get; } = (z, y, g, h, l) => RunTimeLosses.PerClass(
        z, y,
        Values<float>(c => c.Positive.Weight), Values<float>(c => c.Positive.Gamma), Values<float>(c => c.Positive.Shift), Values<float>(c => c.Positive.Poly),
        Values<float>(c => c.Negative.Weight), Values<float>(c => c.Negative.Gamma), Values<float>(c => c.Negative.Shift), Values<float>(c => c.Negative.Poly),
        g, h, l);

    /// <summary>The same in double precision.</summary>
    public static Losses.LossMethod<double, double> Double { get; } = (z, y, g, h, l) => RunTimeLosses.PerClass(
        z, y,
        Values<double>(c => c.Positive.Weight), Values<double>(c => c.Positive.Gamma), Values<double>(c => c.Positive.Shift), Values<double>(c => c.Positive.Poly),
        Values<double>(c => c.Negative.Weight), Values<double>(c => c.Negative.Gamma), Values<double>(c => c.Negative.Shift), Values<double>(c => c.Negative.Poly),
        g, h, l);

    public static T[] Values<T>(Func<ClassValues, float> property)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => All.Select(values => T.CreateTruncating(property(values))).ToArray();
}
