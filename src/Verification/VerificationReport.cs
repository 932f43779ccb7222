using System.Collections.Generic;
using System.Globalization;

namespace LossGen;

/// <summary>The outcome of <see cref="LossVariant.Verify"/>: the largest errors of a kernel and where they occurred.</summary>
public sealed record VerificationReport
{
    /// <summary>The type and the method that declare the loss.</summary>
    public required string Name { get; init; }

    /// <summary>The number of inputs that were compared.</summary>
    public required int Points { get; init; }

    /// <summary>The error, in ulp of the conditioned magnitude, up to which a kernel passes.</summary>
    public required double Limit { get; init; }

    /// <summary>The largest error of the loss; null where the loss method does not compute it.</summary>
    public LargestError? Loss { get; init; }

    /// <summary>The largest error of the gradient; null where the loss method does not compute it.</summary>
    public LargestError? Gradient { get; init; }

    /// <summary>The largest error of the hessian; null where the loss method does not compute it.</summary>
    public LargestError? Hessian { get; init; }

    /// <summary>The error of the reduced loss of all inputs, relative to its conditioned magnitude; null where the loss method does not return it.</summary>
    public double? ReducedLoss { get; init; }

    /// <summary>The largest relative error of the numbers of the statistics; null where the loss method does not gather them.</summary>
    public double? Statistics { get; init; }

    /// <summary>The relative error of the reduced loss, and of the statistics, up to which a kernel passes.</summary>
    public double ReducedLossLimit { get; init; }

    /// <summary>A place where a term method is another number than the formula that was read from it; null where they agree.</summary>
    public TermDisagreement? Disagreement { get; init; }

    /// <summary>A number of threads on which results are other bits than on one; null where there is none, or no <c>maxDegreeOfParallelism</c>.</summary>
    public int? DifferingThreads { get; init; }

    /// <summary>Whether no error is greater than its limit, each term method is its formula, and threads make no difference.</summary>
    public bool Passed => Disagreement is null && DifferingThreads is null && IsWithin(Limit, Loss) && IsWithin(Limit, Gradient) && IsWithin(Limit, Hessian) && IsSumWithinLimit(ReducedLoss) && IsSumWithinLimit(Statistics);

    // a NaN error is not within the limit
    private bool IsSumWithinLimit(double? error) => error is not double relative || relative <= ReducedLossLimit;

    /// <summary>One line: <c>Losses.Focal: loss 1.9 ulp (z = 3.2, y = 0), gradient 2.7 ulp (z = -1, y = 1), 32,768 points: verified</c>.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        Append(parts, "loss", Loss);
        Append(parts, "gradient", Gradient);
        Append(parts, "hessian", Hessian);
        if (!IsSumWithinLimit(ReducedLoss))
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"reduced loss {ReducedLoss:0.0E+0} relative"));
        }

        if (!IsSumWithinLimit(Statistics))
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"statistics {Statistics:0.0E+0} relative"));
        }

        if (Disagreement is not null)
        {
            parts.Add(Disagreement.ToString());
        }

        if (DifferingThreads is int threads)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"other bits on {threads} threads"));
        }

        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Points:N0} points"));
        string verdict = Passed ? "verified" : string.Create(CultureInfo.InvariantCulture, $"FAILED (limit {Limit:0.#} ulp)");
        return $"{Name}: {string.Join(", ", parts)}: {verdict}";
    }

    private static void Append(List<string> parts, string quantity, LargestError? error)
    {
        if (error is LargestError largest)
        {
            parts.Add($"{quantity} {largest}");
        }
    }

    private static bool IsWithin(double limit, LargestError? error) => error is not LargestError largest || largest.Ulp <= limit;
}
