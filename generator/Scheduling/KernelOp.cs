namespace LossGen.Generator.Scheduling;

/// <summary>
/// What a lane can do. Each operation has one row in <see cref="Emission.OperationTexts"/>; a test names the rows that are
/// missing.
/// </summary>
internal enum KernelOp
{
    /// <summary>The number, rounded to the lane type.</summary>
    Constant,

    /// <summary>The next logits or probabilities.</summary>
    LoadInput,

    /// <summary>The next targets.</summary>
    LoadTarget,

    /// <summary>The next weights.</summary>
    LoadWeight,

    /// <summary>The scale of the reduction.</summary>
    Scale,

    /// <summary>A hyperparameter with one value for all elements, by its place among those.</summary>
    LoadScalar,

    /// <summary>The next values of a hyperparameter with one value per class, by its place among those.</summary>
    LoadPerClass,

    /// <summary>-a.</summary>
    Negate,

    /// <summary>-|a|.</summary>
    NegativeAbs,

    /// <summary>a + b.</summary>
    Add,

    /// <summary>a - b.</summary>
    Subtract,

    /// <summary>a b.</summary>
    Multiply,

    /// <summary>a / b.</summary>
    Divide,

    /// <summary>a b + c, rounded once.</summary>
    MultiplyAdd,

    /// <summary>c - a b, rounded once.</summary>
    NegatedMultiplyAdd,

    /// <summary>a b - c, rounded once.</summary>
    MultiplySubtract,

    /// <summary>The square root of a.</summary>
    SquareRoot,

    /// <summary>a &gt; b ? a : b.</summary>
    Max,

    /// <summary>a &lt; b ? a : b.</summary>
    Min,

    /// <summary>The magnitude of a with the sign of b.</summary>
    CopySign,

    /// <summary>a &lt; b ? c : d.</summary>
    SelectLess,

    /// <summary>a &lt;= b ? c : d.</summary>
    SelectLessOrEqual,

    /// <summary>a = b ? c : d.</summary>
    SelectEqual,

    /// <summary>a &lt; b ? -c : c.</summary>
    NegateWhereLess,

    /// <summary>The bits of a shifted left by the width of the significand field.</summary>
    PowerOfTwo,

    /// <summary>Sign and exponent field of bits(a) - bits(0.75).</summary>
    ExponentBits,

    /// <summary>bits(a) - bits(b).</summary>
    Rescale,

    /// <summary>The bits of a as an integer, converted.</summary>
    ToNumber,

    /// <summary>The losses receive a.</summary>
    StoreLoss,

    /// <summary>The gradient receives a.</summary>
    StoreGradient,

    /// <summary>The hessian receives a.</summary>
    StoreHessian,

    /// <summary>A number of the statistics, by its place, receives a.</summary>
    StoreStatistic,
}
