namespace LossGen.Verification;

/// <summary>
/// What is known of a number t beside its value: 1 - t, and through it log t, both without cancellation. 1 - sigmoid(36) is
/// 2.3e-16, of which the subtraction of two numbers of type <see cref="double"/> leaves one bit.
/// </summary>
internal abstract record Confidence
{
    /// <summary>1 - t.</summary>
    /// <param name="value">t.</param>
    public abstract HyperDual Complement(HyperDual value);

    /// <summary>log t.</summary>
    /// <param name="value">t.</param>
    public abstract HyperDual Log(HyperDual value);

    /// <summary>The same of a number whose derivatives are 0.</summary>
    public abstract Confidence Detach();

    /// <summary>The same with the rounding of each operation counted.</summary>
    public abstract Confidence Rounding();

    /// <summary>t = sigmoid(x): 1 - t is sigmoid(-x), log t is -softplus(-x).</summary>
    /// <param name="Logit">x.</param>
    public sealed record OfLogit(HyperDual Logit) : Confidence
    {
        /// <inheritdoc/>
        public override HyperDual Complement(HyperDual value) => HyperDual.Sigmoid(-Logit);

        /// <inheritdoc/>
        public override HyperDual Log(HyperDual value) => -HyperDual.Softplus(-Logit);

        /// <inheritdoc/>
        public override Confidence Detach() => new OfLogit(HyperDual.Detach(Logit));

        /// <inheritdoc/>
        public override Confidence Rounding() => new OfLogit(Logit.Rounding());
    }

    /// <summary>A number whose complement is known: a probability that is the input, or one that is shifted.</summary>
    /// <param name="Other">1 - t.</param>
    public sealed record OfPair(HyperDual Other) : Confidence
    {
        /// <inheritdoc/>
        public override HyperDual Complement(HyperDual value) => Other.WithComplement(value);

        /// <inheritdoc/>
        public override HyperDual Log(HyperDual value) => HyperDual.LogOfPair(value, Other);

        /// <inheritdoc/>
        public override Confidence Detach() => new OfPair(HyperDual.Detach(Other));

        /// <inheritdoc/>
        public override Confidence Rounding() => new OfPair(Other.Rounding());
    }
}
