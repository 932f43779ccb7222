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
    public void Errors_are_at_most_four_ulp_and_eight_for_the_hessian(string name)
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
        float[] logits = new float[block.Count];
        for (int i = 0; i < logits.Length; i++)
        {
            logits[i] = BitConverter.UInt32BitsToSingle((block.First + (uint)(i * block.Stride)) | sign);
        }

        Results<float> results = Results<float>.Of<float>(loss.Method, logits, Enumerable.Repeat(target, logits.Length).ToArray());
        for (int i = 0; i < logits.Length; i++)
        {
            results.Compare(errors, i, logits[i], target);
        }
    }

    private readonly record struct Block(uint First, int Stride, int Count);
}
