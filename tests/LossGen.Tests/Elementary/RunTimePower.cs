using LossGen.Elementary;

namespace LossGen.Tests.Elementary;

/// <summary>The powers whose exponent is a value: called with doubles, their names mean those of a constant exponent.</summary>
internal static class RunTimePower
{
    public static TValue OfSigmoid<TValue>(IElementaryFunctions<TValue> functions, TValue x, TValue exponent) =>
        functions.PowerOfSigmoid(x, exponent);

    public static TValue OfSigmoidOfNegated<TValue>(IElementaryFunctions<TValue> functions, TValue x, TValue exponent) =>
        functions.PowerOfSigmoidOfNegated(x, exponent);

    public static TValue OfPair<TValue>(IElementaryFunctions<TValue> functions, TValue t, TValue u, TValue exponent) =>
        functions.PowerOfPair(t, u, exponent);
}
