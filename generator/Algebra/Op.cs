namespace LossGen.Generator.Algebra;

/// <summary>
/// The closed set of operations of an expression. Each has one row in <see cref="Differentiator"/>, <see cref="Evaluator"/> and <see cref="Scheduling.Lowering"/>; a test names the rows that are missing.
/// </summary>
internal enum Op
{
    /// <summary>A number.</summary>
    Constant,

    /// <summary>The logit z.</summary>
    Logit,

    /// <summary>The probability p, where it is the input.</summary>
    Probability,

    /// <summary>The logarithm of the probability of a class, where it is the input.</summary>
    LogProbability,

    /// <summary>The target y.</summary>
    Target,

    /// <summary>The weight w of the element.</summary>
    Weight,

    /// <summary>The scale s of the reduction, the same for all elements.</summary>
    Scale,

    /// <summary>A hyperparameter that is given at run time, one value or one per class.</summary>
    Hyperparameter,

    /// <summary>-a.</summary>
    Negate,

    /// <summary>a + b.</summary>
    Add,

    /// <summary>a - b.</summary>
    Subtract,

    /// <summary>a b.</summary>
    Multiply,

    /// <summary>a / b.</summary>
    Divide,

    /// <summary>a^b, b a constant, a not negative; 0^b = 0 for b &gt; 0.</summary>
    Power,

    /// <summary>a^b, b any expression, a not negative; 0^0 = 1.</summary>
    GeneralPower,

    /// <summary>The square root of a.</summary>
    SquareRoot,

    /// <summary>|a|.</summary>
    Abs,

    /// <summary>max(a, b).</summary>
    Max,

    /// <summary>min(a, b).</summary>
    Min,

    /// <summary>e^a.</summary>
    Exp,

    /// <summary>e^a - 1.</summary>
    Expm1,

    /// <summary>The hyperbolic tangent of a.</summary>
    Tanh,

    /// <summary>The natural logarithm of a.</summary>
    Log,

    /// <summary>log a, where b = 1 - a is known to full relative accuracy too.</summary>
    LogOfPair,

    /// <summary>1 / (1 + e^-a).</summary>
    Sigmoid,

    /// <summary>sigmoid(a)^b, b a constant in (0, 1) or any number that is given at run time.</summary>
    PowerOfSigmoid,

    /// <summary>a^c, c a constant in (0, 1) and a at most 1, or c any value that is not constant; b = 1 - a is known to full relative accuracy too.</summary>
    PowerOfPair,

    /// <summary>log(1 + e^a).</summary>
    Softplus,

    /// <summary>log(1 + e^a) with |a| bounded by the magnitude beyond which sigmoid(-|a|) is 0: finite for every a.</summary>
    BoundedSoftplus,

    /// <summary>a, counted as a constant by differentiation.</summary>
    Detach,

    /// <summary>a b, where the product may be tiny: takes no slow path for subnormal numbers.</summary>
    ScaleBy,

    /// <summary>a &lt; b.</summary>
    Less,

    /// <summary>a &lt;= b.</summary>
    LessOrEqual,

    /// <summary>a = b.</summary>
    Equal,

    /// <summary>a ? b : c.</summary>
    Select,
}
