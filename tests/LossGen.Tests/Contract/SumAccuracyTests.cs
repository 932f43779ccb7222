using System;
using System.Threading.Tasks;
using LossGen.Tests.Losses;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

public sealed class SumAccuracyTests
{
    private const int Length = 16_777_216;
    private const int RowLength = 1 << 14;

    [Fact]
    public void Cross_entropy_of_sixteen_million_elements_has_a_relative_error_of_at_most_one_in_ten_million()
    {
        float[] logits = new float[Length];
        float[] targets = new float[Length];
        double[] rows = new double[Length / RowLength];
        Parallel.For(0, rows.Length, row =>
        {
            Random random = new(row);
            for (int i = row * RowLength; i < (row + 1) * RowLength; i++)
            {
                logits[i] = (12 * random.NextSingle()) - 6;
                targets[i] = random.Next(2);
                rows[row] += LossMath.Softplus(targets[i] == 1 ? -logits[i] : logits[i]);
            }
        });
        double expected = 0;
        foreach (double row in rows)
        {
            expected += row;
        }

        double sum = SignatureLosses.Sum(logits, targets);

        (Math.Abs(sum - expected) / expected).ShouldBeLessThanOrEqualTo(1e-7);
    }
}
