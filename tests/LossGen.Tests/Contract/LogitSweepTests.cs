using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Tests.Losses;
using LossGen.Verification;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Tests.Contract;

/// <summary>
/// The errors of the published losses over the bit patterns of the logit, |z| &lt;= 87, for targets 0, 1 and 0.3. By default
/// every 1,524th pattern with each target, each target starting elsewhere; the environment variable LOSSGEN_SWEEP_STRIDE
/// sets another stride. All 2,237,661,186 logits with each target (hours):
/// <c>LOSSGEN_SWEEP_STRIDE=1 dotnet test -c Release tests/LossGen.Tests --filter LogitSweepTests</c>.
/// </summary>
public sealed class LogitSweepTests(ITestOutputHelper output)
{
    private const int DefaultStride = 1524;
    private const uint SignBit = 0x80000000;
    private const int BlockLength = 1 << 14;

    private static readonly uint Last = BitConverter.SingleToUInt32Bits(87);

    private static readonly float[] Targets = [0, 1, 0.3f];

    public static TheoryData<string> Names => LossesUnderTest.Names(LossesUnderTest.Published);

    [Theory]
    [MemberData(nameof(Names))]
    public void Errors_are_at_most_four_ulp_of_the_conditioned_magnitude(string name)
    {
        LossUnderTest<float, float> loss = LossesUnderTest.Published.Named(name);
        int stride = Stride();
        long count = 0;
        ElementErrors all = new(FloatingPointFormat.Of<float>(), loss.Configuration);
        for (int i = 0; i < Targets.Length; i++)
        {
            Block[] blocks = Blocks((uint)(i * stride / Targets.Length), stride).ToArray();
            count += blocks.Sum(block => 2L * block.Count);
            float target = Targets[i];
            using ThreadLocal<ElementErrors> errors = new(() => new(FloatingPointFormat.Of<float>(), loss.Configuration), trackAllValues: true);
            Parallel.ForEach(blocks, block =>
            {
                Sweep(loss, block, 0, target, errors.Value!);
                Sweep(loss, block, SignBit, target, errors.Value!);
            });
            foreach (ElementErrors ofThread in errors.Values)
            {
                all.Merge(ofThread);
            }
        }

        string swept = string.Create(CultureInfo.InvariantCulture, $"{name}, {count:N0} logits");
        output.WriteLine($"{swept}: {all}");
        all.ShouldBeWithin(ElementErrors.SingleLimit, swept);
        (count * stride).ShouldBeGreaterThan(3L * 2 * Last);
    }

    /// <summary>
    /// For hard targets, loss and gradient of these losses are products and sums of positive numbers: there the ordinary
    /// error, in ulp of the value, is small, too. A shifted probability cancels, and is left out, below twice the shift.
    /// The bounds are measured ones, rounded up: a change that raises them should be meant.
    /// </summary>
    [Theory]
    [InlineData("SingleLosses.CrossEntropy", 2, 2)]
    [InlineData("SingleLosses.Balanced", 2.5, 2.5)]
    [InlineData("SingleLosses.Focal", 7, 7)]
    [InlineData("SingleLosses.Asymmetric", 16, 13)]
    [InlineData("SingleLosses.Poly1", 2, 3)]
    [InlineData("SingleLosses.Poly1Focal", 6.5, 6.5)]
    public void Ordinary_errors_on_hard_targets_stay_as_measured(string name, double lossUlp, double gradientUlp)
    {
        LossUnderTest<float, float> loss = LossesUnderTest.Published.Named(name);
        FloatingPointFormat format = FloatingPointFormat.Of<float>();
        double underflow = KernelVerification.Underflow(loss.Configuration, format);
        ErrorRecord losses = new(format, underflow);
        ErrorRecord gradients = new(format, underflow);
        foreach (Block block in Blocks(0, 4 * DefaultStride))
        {
            foreach ((uint sign, float y) in new[] { (0u, 0f), (0u, 1f), (SignBit, 0f), (SignBit, 1f) })
            {
                float[] logits = block.Logits(sign);
                Results<float> results = Results<float>.Of<float>(loss.Method, logits, Enumerable.Repeat(y, logits.Length).ToArray());
                for (int i = 0; i < logits.Length; i++)
                {
                    if (y == 1 || LossMath.Sigmoid(logits[i]) >= 2 * loss.Configuration.Negative.Shift)
                    {
                        HyperDual exact = ReferenceLoss.Evaluate(loss.Configuration, logits[i], y);
                        losses.Add(results.Losses[i], Ordinary(exact.Value), 1, logits[i], y);
                        gradients.Add(results.Gradient[i], Ordinary(exact.First), 1, logits[i], y);
                    }
                }
            }
        }

        string report = $"{name}: loss {losses.Largest}, gradient {gradients.Largest}";
        output.WriteLine(report);
        losses.Largest.Ulp.ShouldBeLessThanOrEqualTo(lossUlp, report);
        gradients.Largest.Ulp.ShouldBeLessThanOrEqualTo(gradientUlp, report);

        static ReferenceInterval Ordinary(Conditioned number) => new(number.Value, number.Value, Math.Abs(number.Value));
    }

    private static int Stride() => int.TryParse(Environment.GetEnvironmentVariable("LOSSGEN_SWEEP_STRIDE"), CultureInfo.InvariantCulture, out int stride)
        ? stride
        : DefaultStride;

    private static IEnumerable<Block> Blocks(uint first, int stride)
    {
        long count = ((Last - first) / stride) + 1;
        for (long done = 0; done < count; done += BlockLength)
        {
            yield return new((uint)(first + (done * stride)), stride, (int)Math.Min(BlockLength, count - done));
        }
    }

    private static void Sweep(LossUnderTest<float, float> loss, Block block, uint sign, float target, ElementErrors errors)
    {
        float[] logits = block.Logits(sign);
        Results<float> results = Results<float>.Of<float>(loss.Method, logits, Enumerable.Repeat(target, logits.Length).ToArray());
        for (int i = 0; i < logits.Length; i++)
        {
            results.Compare(errors, i, logits[i], target);
        }
    }

    private readonly record struct Block(uint First, int Stride, int Count)
    {
        public float[] Logits(uint sign)
        {
            float[] logits = new float[Count];
            for (int i = 0; i < logits.Length; i++)
            {
                logits[i] = BitConverter.UInt32BitsToSingle((First + (uint)(i * Stride)) | sign);
            }

            return logits;
        }
    }
}
