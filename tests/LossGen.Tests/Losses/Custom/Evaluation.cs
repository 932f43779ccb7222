using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Verification;

namespace LossGen.Tests.Losses.Custom;

/// <summary>A batch of each logit with each target, and what a loss gives for it.</summary>
internal sealed class Evaluation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // divides every length
    private const int Classes = 1;

    private readonly LossArguments<T> arguments;

    private Evaluation(LossVariant<T> variant, LossArguments<T> arguments)
    {
        this.arguments = arguments;
        Value = variant.Invoke(arguments);
    }

    public double Value { get; }

    public int Length => arguments.Input.Length;

    public T[] Losses => arguments.Losses;

    public T[] Gradient => arguments.Gradient;

    public T[] Hessian => arguments.Hessian;

    public static Evaluation<T> Of(LossVariant<T> variant, double[] logits, double[] targets, int setting)
    {
        int n = logits.Length * targets.Length;
        T[] shares = [.. Enumerable.Range(0, n).Select(i => T.CreateTruncating(targets[i / logits.Length]))];
        bool[] labels = Array.ConvertAll(shares, y => y > T.CreateTruncating(0.5));
        double[][] values = HyperparameterSettings.Values(variant.Configuration, setting, Classes);
        return new(variant, new()
        {
            Input = [.. Enumerable.Range(0, n).Select(i => T.CreateSaturating(logits[i % logits.Length]))],
            Targets = shares,
            BooleanTargets = labels,
            ByteTargets = Array.ConvertAll(labels, label => label ? (byte)1 : (byte)0),
            Weights = [.. Enumerable.Repeat(T.One, n)],
            ClassWeights = [.. Enumerable.Repeat(T.One, Classes)],
            Hyperparameters = [.. values.Select(given => Array.ConvertAll(given, T.CreateTruncating))],
            GradientScale = T.One,
            Gradient = new T[n],
            Hessian = new T[n],
            Losses = new T[n],
        });
    }

    /// <summary>What an element is computed from, as the kernel gets it.</summary>
    public (double Z, double Y, IReadOnlyList<double> H) Inputs(int element) => (
        double.CreateTruncating(arguments.Input[element]),
        double.CreateTruncating(arguments.Targets[element]),
        [.. arguments.Hyperparameters.Select(values => double.CreateTruncating(values[0]))]);
}
