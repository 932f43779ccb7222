using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace LossGen.Verification;

/// <summary>The fixed inputs of a verification: every run is the same.</summary>
internal static class VerificationInputs
{
    /// <summary>The number of elements of all settings; a power of two, so that 1 / n is exact.</summary>
    public const int Count = 1 << 15;

    private const int ClassCount = 4;

    // of the density of a harmonized loss: so far from 0 and from 1 that a weight without it would be seen
    private const double Momentum = 0.75;

    private static readonly double[] HardTargets = [0, 1];
    private static readonly double[] SoftTargets = [0, 1, 0.25, 0.9];
    private static readonly double[] ElementWeights = [1, 0.5, 0, 1.75, 3];
    private static readonly double[] ClassWeights = [1, 0.3, 2.5, 1.5];

    /// <summary>Each input with each target; over rows of classes, those of the longest rows of <see cref="RowInputs"/>.</summary>
    /// <param name="configuration">What the loss was declared to be.</param>
    /// <param name="setting">Which of the <see cref="HyperparameterSettings"/>; they share the elements.</param>
    public static LossArguments<T> Create<T>(LossConfiguration configuration, int setting = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (configuration.Activation == Activation.Softmax)
        {
            (int classCount, int rowCount) = RowInputs.Shapes[^1];
            return RowInputs.Create<T>(configuration, classCount, rowCount, setting);
        }

        return Create<T>(configuration, setting, Count / HyperparameterSettings.Count(configuration));
    }

    /// <summary>That number of elements.</summary>
    public static LossArguments<T> Create<T>(LossConfiguration configuration, int setting, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] targets = configuration.HardTargets ? HardTargets : SoftTargets;
        double[][] values = HyperparameterSettings.Values(configuration, setting, ClassCount);
        LossArguments<T> arguments = Allocate<T>(count, ClassCount, values, HyperparameterSettings.GradientScale(configuration, setting), Density(configuration));
        LossConfiguration[] columns = Columns(configuration, arguments);
        T[][] inputs = [.. columns.Select(column => Inputs<T>(column, count / targets.Length / columns.Length))];
        for (int i = 0; i < count; i++)
        {
            arguments.Input[i] = inputs[i % columns.Length][i / columns.Length % inputs[0].Length];
            SetTarget(arguments, i, targets[i * targets.Length / count]);
            arguments.Weights[i] = T.CreateTruncating(ElementWeights[i % ElementWeights.Length]);
        }

        if (configuration.Harmonizing is not null)
        {
            HarmonizedWeights.KeepFromEdges(configuration, arguments);
        }

        for (int i = 0; i < ClassCount; i++)
        {
            arguments.ClassWeights[i] = T.CreateTruncating(ClassWeights[i]);
        }

        return arguments;
    }

    /// <summary>The loss with its hyperparameters given, by class; one loss where all classes have the same.</summary>
    public static LossConfiguration[] Columns<T>(LossConfiguration configuration, LossArguments<T> arguments)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int classCount = arguments.ClassCount > 0 ? arguments.ClassCount : ClassCount;
        int count = configuration.Hyperparameters.Any(hyperparameter => hyperparameter.IsPerClass) ? classCount : 1;
        return [.. Enumerable.Range(0, count).Select(column =>
            configuration.With([.. arguments.Hyperparameters.Select(values => double.CreateTruncating(values[column % values.Length]))]))];
    }

    /// <summary>Arrays for one element, filled from one element of a batch.</summary>
    public static void CopyElement<T>(LossArguments<T> batch, int index, LossArguments<T> single)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        single.Input[0] = batch.Input[index];
        single.Targets[0] = batch.Targets[index];
        single.BooleanTargets[0] = batch.BooleanTargets[index];
        single.ByteTargets[0] = batch.ByteTargets[index];
        single.Weights[0] = batch.Weights[index];
        single.ClassWeights[0] = batch.ClassWeights[index % batch.ClassWeights.Length];
        for (int i = 0; i < batch.Hyperparameters.Length; i++)
        {
            single.Hyperparameters[i][0] = batch.Hyperparameters[i][index % batch.Hyperparameters[i].Length];
        }
    }

    /// <summary>Arrays for a batch of one element.</summary>
    public static LossArguments<T> Single<T>(LossConfiguration configuration)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Allocate<T>(1, 1, [.. configuration.Hyperparameters.Select(_ => new double[1])], 1, Density(configuration, momentum: 0));

    private static LossArguments<T> Allocate<T>(int length, int classes, double[][] hyperparameters, double gradientScale, GradientDensity? density)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new()
        {
            Input = new T[length],
            Targets = new T[length],
            BooleanTargets = new bool[length],
            ByteTargets = new byte[length],
            Weights = new T[length],
            ClassWeights = new T[classes],
            Hyperparameters = [.. hyperparameters.Select(values => Array.ConvertAll(values, T.CreateTruncating))],
            GradientScale = T.CreateTruncating(gradientScale),
            Density = density,
            Gradient = new T[length],
            Hessian = new T[length],
            Losses = new T[length],
        };

    /// <summary>The density that a harmonized loss takes, before its first batch.</summary>
    public static GradientDensity? Density(LossConfiguration configuration, double momentum = Momentum) =>
        configuration.Harmonizing is { HasDensity: true } harmonizing ? new(harmonizing.Bins, momentum) : null;

    private static void SetTarget<T>(LossArguments<T> arguments, int index, double target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        arguments.Targets[index] = T.CreateTruncating(target);
        arguments.BooleanTargets[index] = target > 0.5;
        arguments.ByteTargets[index] = target > 0.5 ? (byte)1 : (byte)0;
    }

    private static T[] Inputs<T>(LossConfiguration configuration, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        List<T> inputs = [];
        AddKink(inputs, configuration.Activation, configuration.Positive.Shift, -1);
        AddKink(inputs, configuration.Activation, configuration.Negative.Shift, 1);
        bool logits = configuration.Activation == Activation.Sigmoid;
        int spread = (count - inputs.Count) / 2;
        if (logits)
        {
            AddBitPatterns(inputs, Math.ScaleB(1, -20), 87, spread, z => -z);
        }
        else
        {
            AddBitPatterns(inputs, Math.ScaleB(1, -60), 0.5, spread, p => T.One - p);
        }

        int rest = count - inputs.Count;
        for (int i = 0; i < rest; i++)
        {
            double fraction = (i + 0.5) / rest;
            inputs.Add(T.CreateTruncating(logits ? (174 * fraction) - 87 : fraction));
        }

        return [.. inputs];
    }

    // Numbers at equal distances of their bit patterns, that is, as many in each binade, every second one mirrored; the
    // mirror of a tiny probability would be 1.
    private static void AddBitPatterns<T>(List<T> inputs, double low, double high, int count, Func<T, T> mirror)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long first = BitConverter.DoubleToInt64Bits(low);
        long step = (BitConverter.DoubleToInt64Bits(high) - first) / count;
        for (int i = 0; i < count; i++)
        {
            T value = T.CreateTruncating(BitConverter.Int64BitsToDouble(first + (i * step)));
            T mirrored = mirror(value);
            inputs.Add(i % 2 == 1 && mirrored != T.One ? mirrored : value);
        }
    }

    // The kink of a shifted term lies at p = Shift for the negative one (side 1) and at 1 - p = Shift for the positive one
    // (side -1): its neighbours, and points that come closer by powers of two.
    private static void AddKink<T>(List<T> inputs, Activation activation, double shift, int side)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (shift == 0)
        {
            return;
        }

        double kink = activation == Activation.Sigmoid ? side * Math.Log(shift / (1 - shift)) : side > 0 ? shift : 1 - shift;
        T below = T.CreateTruncating(kink);
        T above = below;
        for (int i = 0; i < 32; i++)
        {
            inputs.Add(below);
            inputs.Add(above = T.BitIncrement(above));
            below = T.BitDecrement(below);
        }

        for (int k = 4; k < 24; k++)
        {
            inputs.Add(T.CreateTruncating(kink * (1 - Math.ScaleB(1, -k))));
            inputs.Add(T.CreateTruncating(kink * (1 + Math.ScaleB(1, -k))));
        }
    }
}
