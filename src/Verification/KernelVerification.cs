using System;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Verification;

/// <summary>Compares a kernel with the reference on a fixed set of inputs.</summary>
internal static class KernelVerification
{
    // the contract of a kernel, see Conditioned
    private const double SingleLimit = 4;

    // In double precision the reference itself is rounded: 4 ulp for the kernel and 12 for the dozen operations, among them
    // an exponential, a logarithm and a power of 1 ulp each, on the reference's longest path.
    private const double DoubleLimit = 16;

    // what counts as the order of a user's term as far as underflow is concerned
    private const double OrderOfCustomTerm = 8;

    /// <summary>Runs the comparison for each setting of the hyperparameters.</summary>
    public static VerificationReport Run<T>(string name, LossConfiguration configuration, LossInvocation<T> invoke)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FloatingPointFormat format = FloatingPointFormat.Of<T>();
        BatchErrors errors = new(format, 0);
        int settings = HyperparameterSettings.Count(configuration);
        bool isOverRows = configuration.Activation == Activation.Softmax;
        for (int setting = 0; setting < settings; setting++)
        {
            errors.Merge(isOverRows ? RunRows(configuration, invoke, setting) : RunElements(configuration, invoke, setting));
        }

        int points = isOverRows ? RowInputs.Count : VerificationInputs.Count;
        double limit = typeof(T) == typeof(float) ? SingleLimit : DoubleLimit;
        return new()
        {
            Name = name,
            Points = points,
            Limit = limit,
            Loss = Has(LossRoles.Losses | LossRoles.Value) ? errors.Loss.Largest : null,
            Gradient = Has(LossRoles.Gradient) ? errors.Gradient.Largest : null,
            Hessian = Has(LossRoles.Hessian) ? errors.Hessian.Largest : null,
            ReducedLoss = Has(LossRoles.Value) ? errors.ReducedLoss : null,

            Statistics = Has(LossRoles.Statistics) ? errors.Statistics : null,

            // the elements are off by the limit at most, and n additions in double precision by n roundings
            ReducedLossLimit = (limit * format.Epsilon) + (points / settings * Math.ScaleB(1, -53)),
            Disagreement = errors.Disagreement,
            DifferingThreads = Has(LossRoles.MaxDegreeOfParallelism) ? ThreadVerification.Find(configuration, invoke) : null,
        };

        bool Has(LossRoles role) => (configuration.Roles & role) != 0;
    }

    /// <summary>
    /// Up to what a result may be flushed to 0. Kernels count a probability as 0 where its power underflows. What is lost
    /// has up to Gamma + 1 as a factor in a first derivative and its square in a second; weights and coefficients up to 64
    /// stay below the bound.
    /// </summary>
    public static double Underflow(LossConfiguration configuration, FloatingPointFormat format)
    {
        double order = Math.Max(Math.Max(configuration.Positive.Gamma, configuration.Negative.Gamma), configuration.HasCustomTerms ? OrderOfCustomTerm : 0) + 1;
        return 64 * order * order * format.SmallestNormal;
    }

    private static BatchErrors RunElements<T>(LossConfiguration configuration, LossInvocation<T> invoke, int setting)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        new BatchVerification<T>(configuration, invoke, VerificationInputs.Create<T>(configuration, setting)).Run();

    // rows of each length; the settings share the rows
    private static BatchErrors RunRows<T>(LossConfiguration configuration, LossInvocation<T> invoke, int setting)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        BatchErrors errors = new(FloatingPointFormat.Of<T>(), 0);
        foreach ((int classCount, int rowCount) in RowInputs.Shapes)
        {
            LossArguments<T> batch = RowInputs.Create<T>(configuration, classCount, rowCount / HyperparameterSettings.Count(configuration), setting);
            errors.Merge(new RowVerification<T>(configuration, invoke, batch).Run());
        }

        return errors;
    }
}
