using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Verification;

/// <summary>
/// The fixed rows of classes of a verification: random ones of narrow to wide spread, certain ones that are right and wrong, ties,
/// and rows that do not count.
/// </summary>
internal static class RowInputs
{
    // exponentials of differences beyond that underflow in single precision
    private const double WidestSpread = 80;

    private const double NarrowestSpread = 0.1;

    // where all logits of a row lie, up to it; the loss does not depend on it
    private const double LargestOffset = 20;

    private static readonly double[] RowWeights = [1, 0.5, 0, 1.75, 3];
    private static readonly double[] ClassWeights = [1, 0.3, 2.5, 1.5];

    /// <summary>The numbers of classes and, for each, that of all settings' rows: the reference of a row takes the square of its length.</summary>
    public static IReadOnlyList<(int ClassCount, int RowCount)> Shapes { get; } = [(2, 512), (3, 512), (10, 256), (33, 64)];

    /// <summary>The number of logits of all shapes.</summary>
    public static int Count => Shapes.Sum(shape => shape.ClassCount * shape.RowCount);

    private enum Kind
    {
        Random,
        Wide,
        ConfidentRight,
        ConfidentWrong,
        AllEqual,
        TwoEqual,
        Ignored,
        Narrow,
    }

    /// <summary>Rows of one shape.</summary>
    /// <param name="configuration">What the loss was declared to be.</param>
    /// <param name="classCount">The number of classes.</param>
    /// <param name="rowCount">The number of rows.</param>
    /// <param name="setting">Which of the <see cref="HyperparameterSettings"/>.</param>
    public static LossArguments<T> Create<T>(LossConfiguration configuration, int classCount, int rowCount, int setting)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[][] values = HyperparameterSettings.Values(configuration, setting, classCount);
        LossArguments<T> arguments = Allocate<T>(rowCount, classCount, values, HyperparameterSettings.GradientScale(configuration, setting), VerificationInputs.Density(configuration));
        Random random = new((classCount * 100) + setting);
        int kinds = Enum.GetValues<Kind>().Length;
        for (int row = 0; row < rowCount; row++)
        {
            Kind kind = (Kind)(row % kinds);
            int label = random.Next(classCount);
            bool isIgnored = kind == Kind.Ignored && configuration.HasLabels;
            double[] logits = Logits(kind, classCount, label, random);
            double[] targets = Distribution(row, classCount, label, random);
            for (int j = 0; j < classCount; j++)
            {
                int i = (row * classCount) + j;
                arguments.Input[i] = isIgnored && j == label ? T.NaN : T.CreateTruncating(logits[j]);
                arguments.Targets[i] = T.CreateTruncating(targets[j]);
            }

            arguments.LongLabels[row] = isIgnored ? configuration.IgnoreLabel : label;
            arguments.Labels[row] = int.CreateTruncating(arguments.LongLabels[row]);
            arguments.Weights[row] = T.CreateTruncating(RowWeights[row % RowWeights.Length]);
        }

        if (configuration.Harmonizing is not null)
        {
            HarmonizedWeights.KeepFromEdges(configuration, arguments);
        }

        for (int j = 0; j < classCount; j++)
        {
            arguments.ClassWeights[j] = T.CreateTruncating(ClassWeights[j % ClassWeights.Length]);
        }

        return arguments;
    }

    /// <summary>A row of a batch with what it is given beside its logits.</summary>
    public static LossRow Row<T>(LossConfiguration configuration, LossArguments<T> batch, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(Widen(batch.Input.AsSpan(row * batch.ClassCount, batch.ClassCount)))
        {
            Label = batch.LongLabels[row],
            Targets = Widen(batch.Targets.AsSpan(row * batch.ClassCount, batch.ClassCount)),
            Weight = (configuration.Roles & LossRoles.Weights) == 0 ? 1 : double.CreateTruncating(batch.Weights[row]),
            ClassWeights = (configuration.Roles & LossRoles.ClassWeights) == 0 ? [] : Widen(batch.ClassWeights),
        };

    /// <summary>Arrays for a batch of one row, with the class weights and the hyperparameters of a batch.</summary>
    public static LossArguments<T> Single<T>(LossArguments<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[][] values = [.. batch.Hyperparameters.Select(values => Widen(values))];
        GradientDensity? density = batch.Density is { } ofBatch ? new(ofBatch.Bins) : null;
        LossArguments<T> single = Allocate<T>(1, batch.ClassCount, values, 1, density);
        batch.ClassWeights.CopyTo(single.ClassWeights, 0);
        return single;
    }

    /// <summary>Fills a batch of one row from one row of a batch.</summary>
    public static void CopyRow<T>(LossArguments<T> batch, int row, LossArguments<T> single)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Array.Copy(batch.Input, row * batch.ClassCount, single.Input, 0, batch.ClassCount);
        Array.Copy(batch.Targets, row * batch.ClassCount, single.Targets, 0, batch.ClassCount);
        single.Labels[0] = batch.Labels[row];
        single.LongLabels[0] = batch.LongLabels[row];
        single.Weights[0] = batch.Weights[row];
    }

    private static LossArguments<T> Allocate<T>(int rowCount, int classCount, double[][] hyperparameters, double gradientScale, GradientDensity? density)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new()
        {
            Input = new T[rowCount * classCount],
            Targets = new T[rowCount * classCount],
            BooleanTargets = [],
            ByteTargets = [],
            Labels = new int[rowCount],
            LongLabels = new long[rowCount],
            ClassCount = classCount,
            Weights = new T[rowCount],
            ClassWeights = new T[classCount],
            Hyperparameters = [.. hyperparameters.Select(values => Array.ConvertAll(values, T.CreateTruncating))],
            GradientScale = T.CreateTruncating(gradientScale),
            Density = density,
            Gradient = new T[rowCount * classCount],
            Hessian = new T[rowCount * classCount],
            Losses = new T[rowCount],
        };

    private static double[] Widen<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double[] widened = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            widened[i] = double.CreateTruncating(values[i]);
        }

        return widened;
    }

    private static double[] Logits(Kind kind, int classCount, int label, Random random)
    {
        double spread = kind switch
        {
            Kind.Wide => WidestSpread,
            Kind.Narrow => NarrowestSpread,
            Kind.AllEqual => 0,
            Kind.ConfidentRight or Kind.ConfidentWrong => 10 * random.NextDouble(),
            _ => NarrowestSpread * Math.Pow(WidestSpread / NarrowestSpread, random.NextDouble()),
        };
        double offset = LargestOffset * ((2 * random.NextDouble()) - 1);
        double[] logits = new double[classCount];
        for (int j = 0; j < classCount; j++)
        {
            logits[j] = offset + (spread * (random.NextDouble() - 0.5));
        }

        // up to the widest spread above or below all others, and two largest logits that are equal
        double reach = spread / 2;
        double margin = (WidestSpread - spread) * random.NextDouble();
        switch (kind)
        {
            case Kind.ConfidentRight:
                logits[label] = offset + reach + margin;
                break;
            case Kind.ConfidentWrong:
                logits[label] = offset - reach - margin;
                break;
            case Kind.TwoEqual:
                logits[random.Next(classCount)] = logits[label] = offset + reach;
                break;
        }

        return logits;
    }

    // one class, two classes, and shares of all that are not normalised
    private static double[] Distribution(int row, int classCount, int label, Random random)
    {
        double[] targets = new double[classCount];
        bool isHard = row % 3 == 0;
        bool isNoisy = row % 3 == 1;
        for (int j = 0; j < classCount; j++)
        {
            targets[j] = isNoisy ? random.NextDouble() / classCount : 0;
        }

        targets[label] += isHard ? 1 : 0.75;
        targets[(label + 1) % classCount] += isHard ? 0 : 0.25;
        return targets;
    }
}
