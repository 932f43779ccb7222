using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using LossGen.Verification;
using Shouldly;

namespace LossGen.Tests.Losses;

/// <summary>Batches of rows of classes for any loss, and the comparison of what it gives with the reference.</summary>
internal static class RowBatches
{
    /// <summary>Random rows: logits up to a spread around 0, and labels, some of which are ignored.</summary>
    public static LossArguments<T> Random<T>(LossConfiguration configuration, int rows, int classes, double spread, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(seed);
        T[] logits = Fill(rows * classes, () => (random.NextDouble() - 0.5) * spread);
        long[] labels = [.. Enumerable.Range(0, rows).Select(row => row % 7 == 5 ? configuration.IgnoreLabel : random.Next(classes))];
        return Of(configuration, logits, labels, classes);

        static T[] Fill(int length, Func<double> value) => [.. Enumerable.Range(0, length).Select(_ => T.CreateTruncating(value()))];
    }

    /// <summary>The given rows; the targets of soft rows are 3/4 at the label and 1/4 at the class after it.</summary>
    public static LossArguments<T> Of<T>(LossConfiguration configuration, T[] logits, long[] labels, int classes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] targets = new T[logits.Length];
        for (int row = 0; row < labels.Length; row++)
        {
            int label = (int)Math.Clamp(labels[row], 0, classes - 1);
            targets[(row * classes) + label] = T.CreateTruncating(0.75);
            targets[(row * classes) + ((label + 1) % classes)] = T.CreateTruncating(0.25);
        }

        return new()
        {
            Input = logits,
            Targets = targets,
            BooleanTargets = [],
            ByteTargets = [],
            Labels = Array.ConvertAll(labels, label => (int)label),
            LongLabels = labels,
            ClassCount = classes,
            Weights = [.. Enumerable.Range(0, labels.Length).Select(row => T.CreateTruncating(0.5 + (row % 4)))],
            ClassWeights = [.. Enumerable.Range(0, classes).Select(j => T.CreateTruncating(0.25 + (j % 3)))],
            Hyperparameters = [.. HyperparameterSettings.Values(configuration, 0, classes).Select(values => Array.ConvertAll(values, T.CreateTruncating))],
            GradientScale = T.One,
            Density = VerificationInputs.Density(configuration),
            Gradient = new T[logits.Length],
            Hessian = new T[logits.Length],
            Losses = new T[labels.Length],
        };
    }

    /// <summary>One row of a batch in the reference.</summary>
    public static ReferenceRowLoss Reference<T>(LossConfiguration configuration, LossArguments<T> batch, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new(VerificationInputs.Columns(configuration, batch), RowInputs.Row(configuration, batch, row), FloatingPointFormat.Of<T>());

    /// <summary>
    /// What a loss with the reduction Sum and all outputs left in a row is within the contract: the loss and the derivatives by the
    /// given classes.
    /// </summary>
    public static void ShouldAgree<T>(LossConfiguration configuration, LossArguments<T> batch, int row, IEnumerable<int> classes, string name)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // in double precision the reference is rounded, too: see KernelVerification
        double limit = typeof(T) == typeof(float) ? ElementErrors.SingleLimit : 16;
        FloatingPointFormat format = FloatingPointFormat.Of<T>();
        double underflow = KernelVerification.Underflow(configuration, format);
        ReferenceRowLoss reference = Reference(configuration, batch, row);
        ErrorRecord loss = new(format, underflow);
        ErrorRecord gradient = new(format, underflow);
        ErrorRecord hessian = new(format, underflow);
        foreach (int j in classes)
        {
            int index = (row * batch.ClassCount) + j;
            ElementReference element = ElementReference.Of(reference, format, j);
            double logit = double.CreateTruncating(batch.Input[index]);
            loss.Add(double.CreateTruncating(batch.Losses[row]), element.Loss, 1, logit, batch.LongLabels[row]);
            gradient.Add(double.CreateTruncating(batch.Gradient[index]), element.Gradient, 1, logit, batch.LongLabels[row]);
            if (element.Hessian is ReferenceInterval curvature)
            {
                hessian.Add(double.CreateTruncating(batch.Hessian[index]), curvature, 1, logit, batch.LongLabels[row]);
            }
        }

        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}, {batch.ClassCount} classes, row {row}: loss {loss.Largest}, gradient {gradient.Largest}, hessian {hessian.Largest}");
        loss.Largest.Ulp.ShouldBeLessThanOrEqualTo(limit, message);
        gradient.Largest.Ulp.ShouldBeLessThanOrEqualTo(limit, message);
        hessian.Largest.Ulp.ShouldBeLessThanOrEqualTo(limit, message);
    }
}
