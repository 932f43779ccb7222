namespace LossGen.Elementary;

/// <summary>What differs between single and double precision. <see cref="ElementaryFunctions{TValue, TArithmetic, TPolynomials}"/> is the rest.</summary>
/// <typeparam name="TValue">A vector of lanes, a scalar, or a value of a kernel under construction.</typeparam>
#if NET
public
#else
internal
#endif
interface IPolynomials<TValue>
{
    /// <summary>B, the largest magnitude of a logit that is told from infinity.</summary>
    double Bound { get; }

    /// <summary>A number whose exponential is infinite.</summary>
    double OverflowBound { get; }

    /// <summary>The largest finite number.</summary>
    double Largest { get; }

    /// <summary>Half a unit in the last place of 1/2: up to here e^x - 1 is x.</summary>
    double Negligible { get; }

    /// <summary>The smallest normal number.</summary>
    double SmallestNormal { get; }

    /// <summary>The power of two that makes every denormal number normal.</summary>
    double DenormalScale { get; }

    /// <summary>What that scale adds to the exponent, negated, as <see cref="IArithmetic{TValue}.ToNumber"/> counts it.</summary>
    double DenormalShift { get; }

    /// <summary>log2(e), or as much less as keeps e^x normal down to where it is cut.</summary>
    double Log2E { get; }

    /// <summary>Adding it rounds to an integer n and leaves n with the bias of the exponent field, less 1, in the low bits.</summary>
    double ExponentMagic { get; }

    /// <summary>ln 2 rounded: what is left of x where n of it are taken away is exact, or nearly.</summary>
    double Ln2High { get; }

    /// <summary>x - n ln 2 of a rounded difference x, of which <paramref name="high"/> = x - n <see cref="Ln2High"/> is given.</summary>
    TValue OfDifference(TValue n, TValue high);

    /// <summary>What <see cref="Ln2High"/> leaves of ln 2.</summary>
    double Ln2Low { get; }

    /// <summary>ln 2 per step of <see cref="IArithmetic{TValue}.ToNumber"/>, with so few bits that a multiple of it is exact.</summary>
    double Ln2Head { get; }

    /// <summary>What <see cref="Ln2Head"/> leaves of ln 2.</summary>
    double Ln2Rest { get; }

    /// <summary>A positive exponent as a number of the lane type, rounded down so that what is left is positive too.</summary>
    double Head(double exponent);

    /// <summary>2 (e^t - 1 - t) / t^2 for |t| up to half of ln 2 and a little more.</summary>
    TValue ExponentialQuotient(TValue t);

    /// <summary>log(1 + e) for e in [0, 1].</summary>
    TValue Log1PUnit(TValue e);

    /// <summary>log(1 + f) for f in [-0.25, 0.5].</summary>
    TValue Log1PReduced(TValue f);

    /// <summary>k ln 2 + log(1 + f).</summary>
    TValue LogOfParts(TValue exponentBits, TValue f);
}
