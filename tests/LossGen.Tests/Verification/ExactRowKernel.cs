using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Tests.Verification;

/// <summary>
/// A kernel over rows of classes as plain loops in double precision that rounds its results once. It differentiates the terms
/// by v = log p, where the reference has hyper-dual numbers over the logit against the rest: with a = y~ dl/dv and
/// a' = y~ d2l/dv2 of each class, gradient_k = sum_j a_j ([j = k] - p_k) and hessian_k = sum_j a'_j ([j = k] - p_k)^2 - a_j p_k (1 - p_k).
/// </summary>
internal sealed record ExactRowKernel<T>(LossConfiguration Declared)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What is computed, where it is not what was declared.</summary>
    public LossConfiguration? Computed { get; init; }

    /// <summary>The term of the true class by p, 1 - p and log p, where it is not the formula of its attribute.</summary>
    public Func<double, double, double, Derivatives>? Term { get; init; }

    /// <summary>The share of each class in the smoothing s.</summary>
    public Func<double, int, double> SmoothingShare { get; init; } = (s, classes) => s / classes;

    /// <summary>p, 1 - p and log p of each class of a row, given its label.</summary>
    public Func<double[], int, (double[] P, double[] Q, double[] V)> Probabilities { get; init; } = (z, _) => Softmax(z);

    /// <summary>Which of the classes per-class hyperparameters are of.</summary>
    public Func<int, int> Column { get; init; } = j => j;

    /// <summary>Rows that are ignored are divided by, too.</summary>
    public bool DividesByAllRows { get; init; }

    /// <summary>What becomes of loss, gradient and hessian.</summary>
    public Func<Derivatives, Derivatives> Spoil { get; init; } = derivatives => derivatives;

    /// <summary>A loss of that declaration with this kernel.</summary>
    public LossVariant<T> Variant => new("Losses.Test", "", "", Declared, Run);

    private LossConfiguration Configuration => Computed ?? Declared;

    private double Run(LossArguments<T> arguments)
    {
        int classes = arguments.ClassCount;
        int rows = arguments.Input.Length / classes;
        double[] weights = [.. Enumerable.Range(0, rows).Select(row => TotalWeight(arguments, row))];
        int counted = DividesByAllRows ? rows : Enumerable.Range(0, rows).Count(row => !IsIgnored(arguments, row));
        double denominator = Configuration.Reduction switch { Reduction.Sum => 1, Reduction.WeightedMean => weights.Sum(), _ => counted };
        double factor = (Has(LossRoles.GradientScale) ? Widen(arguments.GradientScale) : 1) / denominator;
        double sum = 0;
        for (int row = 0; row < rows; row++)
        {
            Derivatives[] derivatives = IsIgnored(arguments, row) ? new Derivatives[classes] : Row(arguments, row);
            for (int k = 0; k < classes; k++)
            {
                arguments.Gradient[(row * classes) + k] = T.CreateTruncating(factor * derivatives[k].First);
                arguments.Hessian[(row * classes) + k] = T.CreateTruncating(factor * derivatives[k].Second);
            }

            arguments.Losses[row] = T.CreateTruncating(derivatives[0].Value);
            sum += derivatives[0].Value;
        }

        return denominator == 0 ? 0 : sum / denominator;
    }

    private bool IsIgnored(LossArguments<T> arguments, int row) => Configuration.HasLabels && arguments.LongLabels[row] == Configuration.IgnoreLabel;

    private double TotalWeight(LossArguments<T> arguments, int row)
    {
        if (IsIgnored(arguments, row))
        {
            return 0;
        }

        int classes = arguments.ClassCount;
        double sum = Configuration.HasLabels
            ? ClassWeight(arguments, (int)arguments.LongLabels[row])
            : Enumerable.Range(0, classes).Sum(j => Widen(arguments.Targets[(row * classes) + j]) * ClassWeight(arguments, j));
        return RowWeight(arguments, row) * sum;
    }

    private Derivatives[] Row(LossArguments<T> arguments, int row)
    {
        int classes = arguments.ClassCount;
        double[] z = [.. arguments.Input.AsSpan(row * classes, classes).ToArray().Select(Widen)];
        (double[] p, double[] q, double[] v) = Probabilities(z, (int)arguments.LongLabels[row]);
        double[] first = new double[classes];
        double[] second = new double[classes];
        double loss = 0;
        for (int j = 0; j < classes; j++)
        {
            double share = Share(arguments, row, j);
            if (share != 0)
            {
                bool isPositive = !Configuration.HasLabels || arguments.LongLabels[row] == j;
                double[] given = [.. arguments.Hyperparameters.Select(values => Widen(values[Column(j) % values.Length]))];
                LossConfiguration column = Configuration.With(given);
                Derivatives term = !isPositive ? Other(column, p[j], q[j], v[j])
                    : Term is not null ? Term(p[j], q[j], v[j])
                    : Positive(column.Positive, p[j], q[j], v[j]);
                loss += share * term.Value;
                first[j] = share * term.First;
                second[j] = share * term.Second;
            }
        }

        Derivatives[] results = new Derivatives[classes];
        for (int k = 0; k < classes; k++)
        {
            double gradient = 0;
            double hessian = 0;
            for (int j = 0; j < classes; j++)
            {
                double slope = j == k ? q[k] : -p[k];
                gradient += first[j] * slope;
                hessian += (second[j] * slope * slope) - (first[j] * p[k] * q[k]);
            }

            results[k] = Spoil(new(loss, gradient, hessian));
        }

        return results;
    }

    private double Share(LossArguments<T> arguments, int row, int j)
    {
        int classes = arguments.ClassCount;
        double smoothing = Configuration.LabelSmoothing;
        bool hasLabels = Configuration.HasLabels;
        double y = !hasLabels ? Widen(arguments.Targets[(row * classes) + j]) : arguments.LongLabels[row] == j ? 1 : 0;
        double share = ((1 - smoothing) * y) + SmoothingShare(smoothing, classes);
        return share * RowWeight(arguments, row) * ClassWeight(arguments, hasLabels ? (int)arguments.LongLabels[row] : j);
    }

    private double RowWeight(LossArguments<T> arguments, int row) => Has(LossRoles.Weights) ? Widen(arguments.Weights[row]) : 1;

    private double ClassWeight(LossArguments<T> arguments, int j) => Has(LossRoles.ClassWeights) ? Widen(arguments.ClassWeights[j]) : 1;

    private bool Has(LossRoles role) => (Configuration.Roles & role) != 0;

    private static double Widen(T value) => double.CreateTruncating(value);

    private static (double[] P, double[] Q, double[] V) Softmax(double[] z)
    {
        int largest = Array.IndexOf(z, z.Max());
        double[] e = Array.ConvertAll(z, logit => Math.Exp(logit - z[largest]));
        double others = e.Where((_, j) => j != largest).Sum();
        double[] p = Array.ConvertAll(e, exponential => exponential / (1 + others));
        double[] q = [.. p.Select((probability, j) => j == largest ? others / (1 + others) : 1 - probability)];
        return (p, q, Array.ConvertAll(z, logit => logit - z[largest] - LossMath.Log1P(others)));
    }

    // q^g (-v) + sum_j eps_j q^(g + j), with dq/dv = -p and dp/dv = p
    private static Derivatives Positive(TermConfiguration term, double p, double q, double v)
    {
        (double a, double b, double c) = Power(q, term.Gamma, p);
        if (term.DetachFocus)
        {
            (b, c) = (0, 0);
        }

        Derivatives sum = new(a * -v, (b * -v) - a, (c * -v) - (2 * b));
        for (int j = 1; j <= term.Poly.Count; j++)
        {
            (double value, double first, double second) = Power(q, term.DetachFocus ? j : term.Gamma + j, p);
            double factor = term.Poly[j - 1] * (term.DetachFocus ? a : 1);
            sum += new Derivatives(factor * value, factor * first, factor * second);
        }

        return term.Weight * sum;
    }

    // p^g (-v + sum_j eps_j q^j)
    private static Derivatives Other(LossConfiguration loss, double p, double q, double v)
    {
        Derivatives sum = new(-v, -1, 0);
        for (int j = 1; j <= loss.Positive.Poly.Count; j++)
        {
            (double value, double first, double second) = Power(q, j, p);
            sum += loss.Positive.Poly[j - 1] * new Derivatives(value, first, second);
        }

        double gamma = loss.Negative.Gamma;
        double focus = Math.Exp(gamma * v);
        double slope = loss.Negative.DetachFocus ? 0 : gamma;
        Derivatives product = new(
            sum.Value, sum.First + (slope * sum.Value), sum.Second + (2 * slope * sum.First) + (slope * slope * sum.Value));
        return loss.Positive.Weight * focus * product;
    }

    // q^n and its derivatives by v: -n q^(n-1) p, and n (n - 1) q^(n-2) p^2 - n q^(n-1) p
    private static (double Value, double First, double Second) Power(double q, double n, double p)
    {
        double first = n == 0 ? 0 : -n * Math.Pow(q, n - 1) * p;
        return (Math.Pow(q, n), first, first + (n is 0 or 1 ? 0 : n * (n - 1) * Math.Pow(q, n - 2) * p * p));
    }
}
