using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Verification;

/// <summary>Compares a kernel with the reference on one batch, that is, with one setting of the hyperparameters.</summary>
/// <param name="configuration">What the loss was declared to be.</param>
/// <param name="invoke">Calls the loss.</param>
/// <param name="batch">The batch.</param>
internal sealed class BatchVerification<T>(LossConfiguration configuration, LossInvocation<T> invoke, LossArguments<T> batch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FloatingPointFormat format = FloatingPointFormat.Of<T>();
    private readonly LossConfiguration[] columns = VerificationInputs.Columns(configuration, batch);
    private readonly LossArguments<T> single = VerificationInputs.Single<T>(configuration);

    private readonly HarmonizedWeights? harmonized = HarmonizedWeights.Of(configuration, batch);

    /// <summary>Runs the kernel and compares each element.</summary>
    public BatchErrors Run()
    {
        double reduced = invoke(batch);
        double scale = Scale();
        double gradientScale = Has(LossRoles.GradientScale) ? double.CreateTruncating(batch.GradientScale) : 1;
        string[] settings = Array.ConvertAll(columns, column => HyperparameterSettings.Describe(configuration, column.HyperparameterValues, gradientScale));
        BatchErrors errors = new(format, columns.Max(column => KernelVerification.Underflow(column, format)));
        ReferenceInterval sum = new(0);
        ReferenceStatistics statistics = new(configuration);
        for (int i = 0; i < batch.Input.Length; i++)
        {
            LossConfiguration column = columns[i % columns.Length];
            string setting = settings[i % columns.Length];
            double input = double.CreateTruncating(batch.Input[i]);
            double target = double.CreateTruncating(batch.Targets[i]);
            ElementReference reference = ElementReference.Of(column, format, input, target, Weight(i));
            sum = sum.Plus(reference.Loss);
            statistics.Add(input, target, WeightInStatistics(i));
            if (Has(LossRoles.Losses | LossRoles.Value))
            {
                errors.Loss.Add(LossOf(i), reference.Loss, 1, input, target, setting);
            }

            if (Has(LossRoles.Gradient))
            {
                errors.Gradient.Add(double.CreateTruncating(batch.Gradient[i]), reference.Gradient, scale * gradientScale, input, target, setting);
            }

            if (Has(LossRoles.Hessian) && reference.Hessian is ReferenceInterval curvature)
            {
                errors.Hessian.Add(double.CreateTruncating(batch.Hessian[i]), curvature, scale * gradientScale, input, target, setting);
            }

            errors.Disagreement ??= TermAgreement.Find(column, input, target);
        }

        errors.Statistics = statistics.ErrorOf(batch.Statistics);
        errors.ReducedLoss = sum.Distance(reduced / scale) / sum.Magnitude;
        return errors;
    }

    // From the output of the batch, or, where the kernel only returns the reduced loss, from a batch of this element alone.
    private double LossOf(int index)
    {
        if (Has(LossRoles.Losses))
        {
            return double.CreateTruncating(batch.Losses[index]);
        }

        VerificationInputs.CopyElement(batch, index, single);
        double value = invoke(single);
        if (harmonized is not null)
        {
            return value / harmonized.Alone * Weight(index);
        }

        return configuration.Reduction == Reduction.WeightedMean ? value * Weight(index) : value;
    }

    private double Scale()
    {
        // with the error of each addition, by Neumaier: a plain sum of many weights would be off by more than a kernel is
        double weights = 0;
        double error = 0;
        for (int i = 0; i < batch.Input.Length; i++)
        {
            double weight = Weight(i);
            double sum = weights + weight;
            error += Math.Abs(weights) >= Math.Abs(weight) ? weights - sum + weight : weight - sum + weights;
            weights = sum;
        }

        return configuration.Reduction switch
        {
            Reduction.Sum => 1,
            Reduction.WeightedMean => 1 / (weights + error),
            _ => 1.0 / (harmonized?.Count ?? batch.Input.Length),
        };
    }

    // a harmonized loss counts each element once, whatever it weighs
    private double WeightInStatistics(int index) => harmonized is null || Weight(index) == 0 ? Weight(index) : 1;

    private double Weight(int index)
    {
        if (harmonized is not null)
        {
            return harmonized.Weights[index];
        }

        double element = Has(LossRoles.Weights) ? double.CreateTruncating(batch.Weights[index]) : 1;
        double column = Has(LossRoles.ClassWeights) ? double.CreateTruncating(batch.ClassWeights[index % batch.ClassWeights.Length]) : 1;
        return element * column;
    }

    private bool Has(LossRoles role) => (configuration.Roles & role) != 0;
}
