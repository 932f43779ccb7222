using System;
using System.Linq;
using System.Numerics;
using LossGen.Kernels;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>A number and the sum of the magnitudes that it is a sum of, each times how often relative errors of its parts count.</summary>
internal readonly record struct Expected(double Value, double Magnitude);

/// <summary>The textbook softmax in double precision: p = exp z / sum exp z, and the derivatives of terms by the chain rule.</summary>
internal sealed class AllClassReference
{
    private AllClassReference(int rows, int classes)
    {
        Losses = new Expected[rows];
        Gradient = new Expected[rows * classes];
        Hessian = new Expected[rows * classes];
    }

    public Expected Value { get; private set; }

    public Expected[] Losses { get; }

    public Expected[] Gradient { get; }

    public Expected[] Hessian { get; }

    public static AllClassReference Of<TTerm, TShape, T>(AllClassArguments<T> arguments)
        where TTerm : struct, IClassTerm
        where TShape : struct, IRowKernelShape
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int rows, int classes) = (arguments.Rows, arguments.Classes);
        AllClassReference reference = new(rows, classes);
        double[] weights = Has<TShape>(LossRoles.Weights) ? ToDouble(arguments.Weights) : Ones(rows);
        double[] classWeights = Has<TShape>(LossRoles.ClassWeights) ? ToDouble(arguments.ClassWeights) : Ones(classes);
        double[] factors = TShape.PerClassCount != 0 ? ToDouble(arguments.Factors) : Ones(classes);
        double[] logits = ToDouble(arguments.Logits);
        double[] targets = ToDouble(arguments.Targets);
        double counting = 0;
        double total = 0;
        for (int row = 0; row < rows; row++)
        {
            long label = arguments.Labels[row];
            double[] shares = new double[classes];
            double weight = weights[row];
            double inDenominator = weight;
            if (!TShape.HasLabels)
            {
                double[] target = targets[(row * classes)..((row + 1) * classes)];
                shares = [.. target.Select((y, j) => ((y * (1 - TShape.LabelSmoothing)) + (TShape.LabelSmoothing / classes)) * classWeights[j])];
                inDenominator *= target.Select((y, j) => y * classWeights[j]).Sum();
            }
            else if (label != TShape.IgnoreLabel)
            {
                Array.Fill(shares, TShape.LabelSmoothing / classes);
                shares[label] += 1 - TShape.LabelSmoothing;
                weight *= classWeights[label];
                inDenominator = weight;
            }
            else
            {
                continue;
            }

            counting++;
            total += inDenominator;
            reference.AddRow<TTerm>(row, logits[(row * classes)..((row + 1) * classes)], shares, factors, weight, TShape.HasLabels ? label : -1);
        }

        double denominator = TShape.Reduction == Reduction.Sum ? 1 : TShape.Reduction == Reduction.Mean ? counting : total;
        double scale = Has<TShape>(LossRoles.GradientScale) ? double.CreateTruncating(arguments.GradientScale) : 1;
        reference.Reduce(denominator, scale);
        return reference;
    }

    private static bool Has<TShape>(LossRoles role)
        where TShape : struct, IRowKernelShape => (TShape.Roles & role) != 0;

    private static double[] ToDouble<T>(T[] values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Array.ConvertAll(values, double.CreateTruncating);

    private static double[] Ones(int length) => [.. Enumerable.Repeat(1.0, length)];

    private static Expected Scale(Expected expected, double factor) => new(expected.Value * factor, Math.Abs(expected.Magnitude * factor));

    // label -1: every class pays the term of the true class
    private void AddRow<TTerm>(int row, double[] logits, double[] shares, double[] factors, double weight, long label)
        where TTerm : struct, IClassTerm
    {
        int classes = logits.Length;
        RowProbabilities probabilities = new(logits);
        double[] condition = Array.ConvertAll(probabilities.Logarithms, log => TTerm.Exponent * (1 - log));
        double[] first = new double[classes];
        double[] second = new double[classes];
        double[] firstSize = new double[classes];
        double[] secondSize = new double[classes];
        double[] losses = new double[classes];
        for (int j = 0; j < classes; j++)
        {
            bool isTrue = label < 0 || j == label;
            (double l, double l1, double l2) = TTerm.OfLogProbability(probabilities.Logarithms[j], isTrue);
            (double size1, double size2) = TTerm.Sizes(probabilities.P[j], probabilities.Logarithms[j], isTrue);
            double share = shares[j] * factors[j];
            losses[j] = share * l;
            first[j] = share * l1;
            second[j] = share * l2;
            firstSize[j] = condition[j] * Math.Abs(share) * size1;
            secondSize[j] = condition[j] * Math.Abs(share) * size2;
        }

        double lossSize = losses.Zip(condition, (loss, c) => Math.Abs(loss) * c).Sum();
        Losses[row] = Scale(new(RowProbabilities.Sum(losses), lossSize), weight);
        double firstSizes = firstSize.Sum();
        double secondSizes = secondSize.Sum();
        double[] firstOfOthers = probabilities.SumsOfOthers(first);
        double[] secondOfOthers = probabilities.SumsOfOthers(second);
        for (int k = 0; k < classes; k++)
        {
            (double p, double q) = (probabilities.P[k], probabilities.Q[k]);
            double gradient = (q * first[k]) - (p * firstOfOthers[k]);
            Gradient[(row * classes) + k] = Scale(new(gradient, (q * firstSize[k]) + (p * condition[k] * (firstSizes - firstSize[k]))), weight);

            // log p_j has the derivatives d_jk - p_k and -p_k (1 - p_k) by z_k
            double hessian = (q * q * second[k]) + (p * p * secondOfOthers[k]) - (p * q * (first[k] + firstOfOthers[k]));
            double size = (q * q * secondSize[k]) + (p * condition[k] * ((q * firstSizes) + (p * (secondSizes - secondSize[k]))));
            Hessian[(row * classes) + k] = Scale(new(hessian, size), weight);
        }
    }

    private void Reduce(double denominator, double scale)
    {
        Value = new(Losses.Sum(loss => loss.Value) / denominator, Losses.Sum(loss => loss.Magnitude) / Math.Abs(denominator));
        for (int i = 0; i < Gradient.Length; i++)
        {
            Gradient[i] = Scale(Gradient[i], scale / denominator);
            Hessian[i] = Scale(Hessian[i], scale / denominator);
        }
    }
}
