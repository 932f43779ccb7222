using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>
/// Compiles and compares many random losses, and counts what was compared. The first failure is made as simple as possible.
/// The environment variable LOSSGEN_RANDOM_TERMS says how many, LOSSGEN_RANDOM_SEED from where on:
/// <c>LOSSGEN_RANDOM_TERMS=20000 LOSSGEN_RANDOM_SEED=7 dotnet test -c Release tests/LossGen.Generator.Tests --filter RandomLossTests</c>.
/// </summary>
internal sealed class RandomRun
{
    private const int BatchSize = 50;
    private const int MaxDepth = 6;
    private const int DefaultSeed = 2026;

    // simplifications that are tried
    private const int MaxAttempts = 300;

    // one batch in so many is compiled for all vector widths
    private const int AllWidths = 7;

    private RandomRun()
    {
    }

    /// <summary>The losses that were written.</summary>
    public int Losses { get; private set; }

    /// <summary>The losses of which at least one result was compared.</summary>
    public int ComparedLosses { get; private set; }

    /// <summary>The results that were compared with a number.</summary>
    public int Compared { get; private set; }

    /// <summary>The results where there is no number.</summary>
    public int Undefined { get; private set; }

    /// <summary>Compiles and compares that many losses, or as many as the environment asks for.</summary>
    public static RandomRun Of(Domain domain, int defaultCount)
    {
        int count = Number("LOSSGEN_RANDOM_TERMS", defaultCount);
        int seed = Number("LOSSGEN_RANDOM_SEED", DefaultSeed);
        RandomRun run = new();
        IEnumerable<IReadOnlyList<TermComparison>> batches = Enumerable.Range(0, (count + BatchSize - 1) / BatchSize)
            .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(batch => Compare(domain, Math.Min(BatchSize, count - (batch * BatchSize)), seed + batch, isScalarOnly: batch % AllWidths != 0));
        foreach (TermComparison comparison in batches.SelectMany(comparisons => comparisons))
        {
            run.Losses++;
            run.ComparedLosses += comparison.Compared > 0 ? 1 : 0;
            run.Compared += comparison.Compared;
            run.Undefined += comparison.Undefined;
        }

        return run;
    }

    private static IReadOnlyList<TermComparison> Compare(Domain domain, int count, int seed, bool isScalarOnly)
    {
        IReadOnlyList<RandomLoss> losses = [.. Gen.Sample(RandomLoss.OfDepth(domain, MaxDepth), count, new Rnd((ulong)seed), size: 50)];
        IReadOnlyList<TermComparison>? comparisons = null;
        try
        {
            comparisons = Compare(losses, isScalarOnly);
        }
        catch (ShouldAssertException)
        {
            // one of them is not compiled: which one is found below
        }

        string repeat = $"LOSSGEN_RANDOM_SEED={seed} repeats it";
        for (int i = 0; i < losses.Count; i++)
        {
            string? failure = comparisons is null ? Failure(losses[i], isScalarOnly) : Failure(comparisons[i]);
            if (failure is not null)
            {
                RandomLoss simplest = Simplify(losses[i], isScalarOnly);
                throw new ShouldAssertException($"{Failure(simplest, isScalarOnly)}\n{simplest.Write("Simplest")}\nfirst found as\n{losses[i].Write("Found")}\n{failure}\n{repeat}");
            }
        }

        return comparisons.ShouldNotBeNull(repeat);
    }

    private static RandomLoss Simplify(RandomLoss loss, bool isScalarOnly)
    {
        int attempts = 0;
        bool IsFailing(RandomLoss simpler) => attempts++ < MaxAttempts && simpler.IsCSharp && Failure(simpler, isScalarOnly) is not null;
        while (loss.Shrink().FirstOrDefault(IsFailing) is { } simpler)
        {
            loss = simpler;
        }

        return loss;
    }

    private static IReadOnlyList<TermComparison> Compare(IReadOnlyList<RandomLoss> losses, bool isScalarOnly) =>
        [.. TermBatch.Compile(losses, isScalarOnly).Zip(losses, (term, loss) => TermComparison.Of(term, loss.Domain))];

    // what is wrong with a loss, in words
    private static string? Failure(RandomLoss loss, bool isScalarOnly)
    {
        try
        {
            return Failure(Compare([loss], isScalarOnly).Single());
        }
        catch (ShouldAssertException e)
        {
            return e.Message;
        }
    }

    private static string? Failure(TermComparison comparison) =>
        comparison.Errors.Count == 0 ? null : string.Join("\n", comparison.Errors.Take(5));

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
