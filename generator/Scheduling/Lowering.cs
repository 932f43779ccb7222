using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Elementary;
using LossGen.Generator.Algebra;
using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;
using LossGen.Generator.Rewriting;

namespace LossGen.Generator.Scheduling;

/// <summary>Writes an expression in the operations of a lane: elementary functions as polynomials, multiply and add as one.</summary>
internal sealed class Lowering
{
    /// <summary>One lowering per operation; conditions are lowered by the selection that tests them.</summary>
    public static readonly IReadOnlyDictionary<Op, Func<Lowering, Expr, KernelValue>> Rows = new Dictionary<Op, Func<Lowering, Expr, KernelValue>>
    {
        [Op.Constant] = (l, e) => l._kernel.Constant(e.Value),
        [Op.Logit] = (l, e) => l.Load(KernelOp.LoadInput, "z"),
        [Op.Probability] = (l, e) => l.Load(KernelOp.LoadInput, "p"),
        [Op.LogProbability] = (l, e) => l.Load(KernelOp.LoadInput, "v"),
        [Op.Target] = (l, e) => l.Load(KernelOp.LoadTarget, "y"),
        [Op.Weight] = (l, e) => l.Load(KernelOp.LoadWeight, "w"),
        [Op.Scale] = (l, e) => l.Load(KernelOp.Scale, "s"),
        [Op.Hyperparameter] = (l, e) => l.LoadHyperparameter(e.HyperparameterIndex),
        [Op.Negate] = (l, e) => l._kernel.Negate(l.Lower(e.A)),
        [Op.Add] = (l, e) => l.LowerSum(e),
        [Op.Subtract] = (l, e) => l.LowerDifference(e),
        [Op.Multiply] = (l, e) => l._kernel.Multiply(l.Lower(e.A), l.Lower(e.B)),
        [Op.Divide] = (l, e) => l._kernel.Divide(l.Lower(e.A), l.Lower(e.B)),
        [Op.SquareRoot] = (l, e) => l._kernel.SquareRoot(l.Lower(e.A)),

        // the constant first: of a NaN, the second operand is the result
        [Op.Max] = (l, e) => l._kernel.Max(l.Lower(e.B), l.Lower(e.A)),
        [Op.Min] = (l, e) => l._kernel.Min(l.Lower(e.B), l.Lower(e.A)),
        [Op.LogOfPair] = (l, e) => l.LowerLog(e),
        [Op.Sigmoid] = (l, e) => l.LowerSigmoid(e),
        [Op.Abs] = (l, e) => l._kernel.Negate(l._kernel.NegativeAbs(l.Lower(e.A))),
        [Op.Exp] = (l, e) => Range.UpperBound(e.A) <= 0 ? l._functions.ExpNonPositive(l.Lower(e.A)) : l._functions.Exp(l.Lower(e.A)),
        [Op.Expm1] = (l, e) => l._functions.Expm1(l.Lower(e.A)),
        [Op.Tanh] = (l, e) => l._functions.Tanh(l.Lower(e.A)),
        [Op.PowerOfSigmoid] = (l, e) => l.LowerPowerOfSigmoid(e),
        [Op.PowerOfPair] = (l, e) => l.LowerPowerOfPair(e),
        [Op.Softplus] = (l, e) => l.LowerSoftplus(e, bounded: false),
        [Op.BoundedSoftplus] = (l, e) => l.LowerSoftplus(e, bounded: true),
        [Op.ScaleBy] = (l, e) => l.LowerScaleBy(e),
        [Op.Select] = (l, e) => l.LowerSelect(e),
    };

    // a softplus beyond it is a factor of a probability that is 0
    private const double AnyBound = 1000;

    private readonly KernelBuilder _kernel = new();
    private readonly IElementaryFunctions<KernelValue> _functions;
    private readonly Typography _type;
    private readonly IReadOnlyList<Hyperparameter> _hyperparameters;
    private readonly double _smallestNormal;
    private readonly Dictionary<Expr, KernelValue> _lowered = [];
    private readonly Dictionary<Expr, int> _uses = [];
    private string _weight = "";

    private Lowering(ScalarType scalar, IReadOnlyList<Hyperparameter> hyperparameters)
    {
        _hyperparameters = hyperparameters;
        _type = Typography.Plain with { Hyperparameters = [.. hyperparameters.Select(h => h.Name)] };
        bool single = scalar == ScalarType.Single;
        _functions = single
            ? SingleFunctions.Over<KernelValue, KernelBuilder>(_kernel)
            : DoubleFunctions.Over<KernelValue, KernelBuilder>(_kernel);
        _smallestNormal = single ? 1.17549435082228751e-38 : 2.2250738585072014e-308;
    }

    /// <summary>The instructions that compute and store the outputs of a graph, in no particular order but operands first.</summary>
    public static IReadOnlyList<Instruction> Run(ExprGraph graph, ScalarType scalar, IReadOnlyList<Hyperparameter> hyperparameters)
    {
        Lowering lowering = new(scalar, hyperparameters);
        lowering._weight = graph.Nodes.Any(node => node.Op == Op.Weight) ? "w " : "";
        Expr[] nodes = Transcription.Copy(graph, new ExprBuilder());
        foreach (Expr operand in nodes.SelectMany(e => e.Operands).Concat(graph.Outputs.Select(o => nodes[o.Node])))
        {
            lowering._uses[operand] = lowering.Uses(operand) + 1;
        }

        foreach (Output output in graph.Outputs)
        {
            lowering.Store(output.Kind, nodes[output.Node]);
        }

        return lowering._kernel.Instructions;
    }

    private void Store(OutputKind kind, Expr e)
    {
        if (Statistics.Contains(kind))
        {
            StoreStatistic(kind, e);
            return;
        }

        (KernelOp op, string name, string what) = kind switch
        {
            OutputKind.Loss => (KernelOp.StoreLoss, "l", "loss"),
            OutputKind.Gradient => (KernelOp.StoreGradient, "g", "gradient"),
            _ => (KernelOp.StoreHessian, "h", "hessian"),
        };
        _kernel.Step(what, name, () => _kernel.Add(op, _kernel.Step(what, name, () => Lower(e))));
    }

    private void StoreStatistic(OutputKind kind, Expr e)
    {
        string what = kind switch
        {
            OutputKind.PositiveCount => $"positive count, {_weight}y",
            OutputKind.NegativeCount => $"negative count, {_weight}(1 - y)",
            OutputKind.PositiveSum => $"positive sum, {_weight}y p",
            _ => $"negative sum, {_weight}(1 - y) p",
        };
        _kernel.Step(what, "n", () => _kernel.StoreStatistic(_kernel.Step(what, "n", () => Lower(e)), Statistics.All.IndexOf(kind)));
    }

    private KernelValue Lower(Expr e)
    {
        if (!_lowered.TryGetValue(e, out KernelValue value))
        {
            value = Named.Step(e, _type) is { } step
                ? _kernel.Step(step.Mathematics, step.Name, () => Rows[e.Op](this, e))
                : Rows[e.Op](this, e);
            _lowered.Add(e, value);
        }

        return value;
    }

    private int Uses(Expr e) => _uses.TryGetValue(e, out int uses) ? uses : 0;

    private KernelValue Load(KernelOp op, string name) => _kernel.Step("", name, () => _kernel.Add(op));

    private KernelValue LoadHyperparameter(int index)
    {
        bool isPerClass = _hyperparameters[index].IsPerClass;
        int place = _hyperparameters.Take(index).Count(h => h.IsPerClass == isPerClass);
        return _kernel.Step(_hyperparameters[index].Name, "h", () =>
            _kernel.Hyperparameter(isPerClass ? KernelOp.LoadPerClass : KernelOp.LoadScalar, place));
    }

    // A product that nothing else uses is rounded together with the sum it goes into.
    private bool IsFusable(Expr e) => e.Op == Op.Multiply && Uses(e) == 1;

    private KernelValue LowerSum(Expr e)
    {
        (Expr product, Expr rest) = IsFusable(e.B) ? (e.B, e.A) : (e.A, e.B);
        return IsFusable(product)
            ? _kernel.MultiplyAdd(Lower(product.A), Lower(product.B), Lower(rest))
            : _kernel.Add(Lower(e.A), Lower(e.B));
    }

    private KernelValue LowerDifference(Expr e) =>
        IsFusable(e.B) ? _kernel.NegatedMultiplyAdd(Lower(e.B.A), Lower(e.B.B), Lower(e.A))
        : IsFusable(e.A) ? _kernel.MultiplySubtract(Lower(e.A.A), Lower(e.A.B), Lower(e.B))
        : _kernel.Subtract(Lower(e.A), Lower(e.B));

    private KernelValue LowerLog(Expr e) =>
        Range.LowerBound(e.A) >= 1 && !double.IsInfinity(Range.UpperBound(e.A)) ? _functions.LogAboveOne(Lower(e.A), Lower(e.B))
        : Range.UpperBound(e.A) > 1 ? _functions.LogAny(Lower(e.A), Lower(e.B))
        : Range.IsAtLeast(e.A, _smallestNormal) ? _functions.Log(Lower(e.A), Lower(e.B))
        : _functions.LogGuarded(Lower(e.A), Lower(e.B));

    private KernelValue LowerPowerOfSigmoid(Expr e)
    {
        bool negated = e.A.Op == Op.Negate;
        KernelValue x = Lower(negated ? e.A.A : e.A);
        if (e.B.IsConstant)
        {
            return negated ? _functions.PowerOfSigmoidOfNegated(x, e.B.Value) : _functions.PowerOfSigmoid(x, e.B.Value);
        }

        LogarithmOfExponential(x);
        KernelValue exponent = Lower(e.B);
        return (negated, Range.IsNonNegative(e.B)) switch
        {
            (true, true) => _functions.PowerOfSigmoidOfNegated(x, exponent),
            (false, true) => _functions.PowerOfSigmoid(x, exponent),
            (true, false) => _functions.PowerAnyOfSigmoidOfNegated(x, exponent),
            (false, false) => _functions.PowerAnyOfSigmoid(x, exponent),
        };
    }

    private KernelValue LowerPowerOfPair(Expr e) =>
        Range.UpperBound(e.A) > 1 || !Range.IsNonNegative(e.C) ? _functions.PowerAny(Lower(e.A), Lower(e.B), Lower(e.C))
        : e.C is { IsConstant: true, Value: < 1 } ? _functions.PowerOfPair(Lower(e.A), Lower(e.B), e.C.Value)
        : _functions.PowerOfPair(Lower(e.A), Lower(e.B), Lower(e.C));

    private KernelValue LowerSigmoid(Expr e)
    {
        bool negated = e.A.Op == Op.Negate;
        Expr argument = negated ? e.A.A : e.A;
        bool isOfMagnitude = argument.Op == Op.Abs;
        KernelValue x = Lower(isOfMagnitude ? argument.A : argument);
        KernelValue exponential = Exponential(x);
        KernelValue OnePlus() => _kernel.Add(_kernel.Constant(1), exponential);
        if (Uses(Functions.Sigmoid(-e.A)) == 0)
        {
            return (isOfMagnitude, negated) switch
            {
                (true, true) => _kernel.Divide(exponential, OnePlus()),
                (true, false) => _functions.Reciprocal(OnePlus()),
                (false, true) => _functions.SigmoidOfNegated(x),
                (false, false) => _functions.Sigmoid(x),
            };
        }

        KernelValue larger = _kernel.Step("r = 1 / (1 + e), shared by p and q", "r", () => _functions.Reciprocal(OnePlus()));
        KernelValue smaller = _kernel.Step("e / (1 + e) = e - e (e r), the smaller of p and q", "m", () => _functions.SmallerOfPair(x));
        return (isOfMagnitude, negated) switch
        {
            (true, true) => smaller,
            (true, false) => larger,
            (false, true) => _functions.SigmoidOfNegatedOfPair(x),
            (false, false) => _functions.SigmoidOfPair(x),
        };
    }

    // p, q, log p and log q all follow from it
    private KernelValue Exponential(KernelValue x) =>
        _kernel.Step("e = exp(-|z|)", "e", () => _functions.ExpNegativeMagnitude(x));

    private KernelValue LogarithmOfExponential(KernelValue x)
    {
        KernelValue exponential = Exponential(x);
        return _kernel.Step("log(1 + e)", "l", () => _functions.Log1PUnit(exponential));
    }

    private KernelValue LowerSoftplus(Expr e, bool bounded)
    {
        if (bounded && Uses(Functions.Softplus(e.A)) > 0)
        {
            return _kernel.Min(_kernel.Constant(AnyBound), Lower(Functions.Softplus(e.A)));
        }

        bool negated = e.A.Op == Op.Negate;
        Expr argument = negated ? e.A.A : e.A;
        if (argument.Op == Op.Abs)
        {
            KernelValue z = Lower(argument.A);
            KernelValue l = LogarithmOfExponential(z);
            return negated ? l : _kernel.Subtract(l, bounded ? _functions.BoundedMagnitude(z) : _kernel.NegativeAbs(z));
        }

        KernelValue x = Lower(argument);
        LogarithmOfExponential(x);
        return (negated, bounded) switch
        {
            (false, false) => _functions.Softplus(x),
            (true, false) => _functions.SoftplusOfNegated(x),
            (false, true) => _functions.BoundedSoftplus(x),
            (true, true) => _functions.BoundedSoftplusOfNegated(x),
        };
    }

    // The rounded multiplication gives no subnormal number, and subtraction of normal numbers has no slow path.
    private KernelValue LowerScaleBy(Expr e)
    {
        bool negated = e.A.Op == Op.Negate;
        KernelValue x = Lower(negated ? e.A.A : e.A);
        KernelValue factor = Lower(e.B);
        string formula = negated ? "-x s = c - (x s + c)" : "x s = (x s + c) - c";
        return _kernel.Step(formula + ", c the smallest normal number with the sign of x: never subnormal on the way", "s", () =>
        {
            KernelValue normal = _kernel.CopySign(_kernel.Constant(_smallestNormal), x);
            KernelValue sum = _kernel.MultiplyAdd(x, factor, normal);
            return negated ? _kernel.Subtract(normal, sum) : _kernel.Subtract(sum, normal);
        });
    }

    private KernelValue LowerSelect(Expr e)
    {
        KernelOp op = e.A.Op switch
        {
            Op.Less => KernelOp.SelectLess,
            Op.LessOrEqual => KernelOp.SelectLessOrEqual,
            _ => KernelOp.SelectEqual,
        };
        return _kernel.Select(op, Lower(e.A.A), Lower(e.A.B), Lower(e.B), Lower(e.C));
    }
}
