using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Verification;

/// <summary>Compares a kernel over rows of classes with the reference on one batch.</summary>
/// <param name="configuration">What the loss was declared to be.</param>
/// <param name="invoke">Calls the loss.</param>
/// <param name="batch">The batch.</param>
internal sealed class RowVerification<T>(LossConfiguration configuration, LossInvocation<T> invoke, LossArguments<T> batch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FloatingPointFormat format = FloatingPointFormat.Of<T>();
    private readonly LossConfiguration[] columns = VerificationInputs.Columns(configuration, batch);
    private readonly LossArguments<T> single = RowInputs.Single(batch);
    private readonly HarmonizedWeights? harmonized = HarmonizedWeights.Of(configuration, batch);
    private readonly LossRow[] rows = [.. Enumerable.Range(0, batch.Weights.Length).Select(row => RowInputs.Row(configuration, batch, row))];
    private readonly double gradientScale =
        (configuration.Roles & LossRoles.GradientScale) == 0 ? 1 : double.CreateTruncating(batch.GradientScale);

    /// <summary>Runs the kernel and compares the loss of each row and its derivative by each logit.</summary>
    public BatchErrors Run()
    {
        double reduced = invoke(batch);
        double scale = Scale();
        BatchErrors errors = new(format, columns.Max(column => KernelVerification.Underflow(column, format)));
        ReferenceInterval sum = new(0);
        for (int row = 0; row < rows.Length; row++)
        {
            ReferenceRowLoss reference = new(columns, Weighted(row), format);
            ElementReference loss = ElementReference.Of(reference, format, 0);
            sum = sum.Plus(loss.Loss);
            if (Has(LossRoles.Losses | LossRoles.Value))
            {
                Add(errors.Loss, LossOf(row), loss.Loss, 1, row, Counts(row) && configuration.HasLabels ? (int)rows[row].Label : 0);
            }

            if (Has(LossRoles.Gradient | LossRoles.Hessian))
            {
                AddDerivatives(errors, reference, row, scale * gradientScale);
            }

            errors.Disagreement ??= TermAgreement.Find(reference);
        }

        errors.ReducedLoss = sum.Distance(reduced / scale) / sum.Magnitude;
        return errors;
    }

    private void AddDerivatives(BatchErrors errors, ReferenceRowLoss reference, int row, double scale)
    {
        for (int j = 0; j < batch.ClassCount; j++)
        {
            int index = (row * batch.ClassCount) + j;
            ElementReference element = ElementReference.Of(reference, format, j);
            if (Has(LossRoles.Gradient))
            {
                Add(errors.Gradient, double.CreateTruncating(batch.Gradient[index]), element.Gradient, scale, row, j);
            }

            if (Has(LossRoles.Hessian) && element.Hessian is ReferenceInterval curvature)
            {
                Add(errors.Hessian, double.CreateTruncating(batch.Hessian[index]), curvature, scale, row, j);
            }
        }
    }

    private void Add(ErrorRecord record, double actual, ReferenceInterval reference, double scale, int row, int column)
    {
        double target = configuration.HasLabels ? rows[row].Label : rows[row].Targets[column];
        string setting = HyperparameterSettings.Describe(configuration, columns[column % columns.Length].HyperparameterValues, gradientScale);
        RowPlace place = new(row, column, batch.ClassCount, configuration.HasLabels);
        record.Add(actual, reference, scale, rows[row].Logits[column], target, setting, place);
    }

    // From the output of the batch, or, where the kernel only returns the reduced loss, from a batch of this row alone.
    private double LossOf(int row)
    {
        if (Has(LossRoles.Losses))
        {
            return double.CreateTruncating(batch.Losses[row]);
        }

        RowInputs.CopyRow(batch, row, single);
        double value = invoke(single);
        if (harmonized is not null)
        {
            return value / harmonized.Alone * harmonized.Weights[row];
        }

        return configuration.Reduction == Reduction.WeightedMean ? value * rows[row].TotalWeight(configuration) : value;
    }

    private double Scale() => configuration.Reduction switch
    {
        Reduction.Sum => 1,
        Reduction.WeightedMean => 1 / rows.Sum(row => row.TotalWeight(configuration)),
        _ => 1.0 / (harmonized?.Count ?? Enumerable.Range(0, rows.Length).Count(Counts)),
    };

    private LossRow Weighted(int row) => harmonized is null ? rows[row] : rows[row] with { Weight = harmonized.Weights[row] };

    private bool Counts(int row) => !configuration.HasLabels || rows[row].Label != configuration.IgnoreLabel;

    private bool Has(LossRoles role) => (configuration.Roles & role) != 0;
}
