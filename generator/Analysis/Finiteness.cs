using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Emission;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Analysis;

/// <summary>
/// Looks for probabilities at which a term of a user, as it is compiled, or its derivative with respect to the input, is
/// infinite or NaN: first at 0 and 1, then between. A point counts where no value of the hyperparameters helps.
/// </summary>
internal sealed class Finiteness
{
    private const int Grid = 64;

    // sigmoid(-1000) is 0 and sigmoid(1000) is 1 in double precision
    private const double LargeLogit = 1000;

    private static readonly double[] s_probabilities = [0, 1, .. Enumerable.Range(1, Grid - 1).Select(k => k / (double)Grid)];

    private readonly LossModel _model;
    private readonly IReadOnlyList<double[]> _hyperparameters;

    private Finiteness(LossModel model)
    {
        _model = model;
        _hyperparameters = HyperparameterSamples.Of(model.Signature.Hyperparameters);
    }

    /// <summary>The terms of methods that are not finite somewhere, each with the first point found.</summary>
    public static IEnumerable<NonFiniteTerm> Check(ExprGraph simplified, LossModel model, CancellationToken cancellation)
    {
        Finiteness check = new(model);
        LossConfiguration configuration = model.Configuration;
        NonFiniteTerm?[] terms =
        [
            check.Find(configuration.Term, null, simplified, (OutputKind.Loss, OutputKind.Gradient), cancellation),
            check.Find(configuration.Positive.Custom, Side.Positive, simplified, (OutputKind.PositiveTerm, OutputKind.PositiveGradient), cancellation),
            check.Find(configuration.Negative.Custom, Side.Negative, simplified, (OutputKind.NegativeTerm, OutputKind.NegativeGradient), cancellation),
        ];
        return terms.OfType<NonFiniteTerm>();
    }

    private NonFiniteTerm? Find(
        CustomTerm? term, Side? side, ExprGraph simplified, (OutputKind Value, OutputKind Derivative) kinds, CancellationToken cancellation)
    {
        if (term is null)
        {
            return null;
        }

        ExprGraph graph = Transcription.Rewrite(simplified.Only([kinds.Value, kinds.Derivative]), e => e);
        foreach (Point point in s_probabilities.SelectMany(p => Targets(side).Select(y => PointAt(p, y, side))))
        {
            cancellation.ThrowIfCancellationRequested();
            (double Value, double Derivative)[] results = [.. EvaluatedUntilFinite(graph, point, kinds)];
            if (!results.Any(IsFinite))
            {
                return Warning(term, side, point, results[0]);
            }
        }

        return null;
    }

    private double[] Targets(Side? side) => (side, _model.HasHardTargets) switch
    {
        (Side.Positive, _) => [1],
        (Side.Negative, _) => [0],
        (_, true) => [0, 1],
        _ => [0, 1, 0.5],
    };

    private Point PointAt(double p, double y, Side? side)
    {
        double logit = p switch
        {
            0 => -LargeLogit,
            1 => LargeLogit,
            _ => Math.Log(p / (1 - p)),
        };
        double input = _model.Configuration.Activation == Activation.None ? p : logit;
        double shifted = side switch
        {
            Side.Positive => Math.Min(p + _model.Configuration.Positive.Shift, 1),
            Side.Negative => Math.Max(p - _model.Configuration.Negative.Shift, 0),
            _ => p,
        };
        return new Point(input, logit, shifted, y);
    }

    private IEnumerable<(double Value, double Derivative)> EvaluatedUntilFinite(
        ExprGraph graph, Point point, (OutputKind Value, OutputKind Derivative) kinds)
    {
        Dictionary<Op, double> leaves = new() { [Op.Logit] = point.Input, [Op.Probability] = point.Input, [Op.Target] = point.Target };
        foreach (double[] hyperparameters in _hyperparameters)
        {
            IReadOnlyDictionary<OutputKind, double> outputs = Evaluator.Evaluate(graph, leaves, hyperparameters);
            (double Value, double Derivative) result = (outputs[kinds.Value], outputs[kinds.Derivative]);
            yield return result;
            if (IsFinite(result))
            {
                yield break;
            }
        }
    }

    private NonFiniteTerm Warning(CustomTerm term, Side? side, Point point, (double Value, double Derivative) result)
    {
        bool isValue = !IsFinite(result.Value);
        string place = $"p = {Literal.Shortest(point.Shifted)}" + (side is null ? $", y = {Literal.Shortest(point.Target)}" : "");
        Dictionary<Op, double> leaves = new() { [Op.Logit] = point.Logit, [Op.Probability] = point.Shifted, [Op.Target] = point.Target };
        return new NonFiniteTerm(_model.Signature, side, new EquatableArray<string>(
        [
            term.Method.Substring(term.Method.LastIndexOf('.') + 1).TrimStart('@'),
            place,
            isValue ? "value" : "derivative",
            InWords(isValue ? result.Value : result.Derivative),
            NonFiniteCause.Advice(term.Graph, leaves, _hyperparameters[0], point.Shifted),
        ]));
    }

    private static string InWords(double value) => value switch
    {
        double.PositiveInfinity => "infinity",
        double.NegativeInfinity => "-infinity",
        _ => "NaN",
    };

    private static bool IsFinite((double Value, double Derivative) result) => IsFinite(result.Value) && IsFinite(result.Derivative);

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    /// <param name="Input">What the kernel takes: z, or p.</param>
    /// <param name="Logit">z.</param>
    /// <param name="Shifted">p as the method gets it.</param>
    /// <param name="Target">y.</param>
    private readonly record struct Point(double Input, double Logit, double Shifted, double Target);
}
