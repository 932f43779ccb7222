using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Verification;

public sealed class ErrorRecordTests
{
    [Fact]
    public void A_result_below_the_smallest_normal_number_may_be_zero() => ErrorOf(0, 1e-38).ShouldBe(0);

    [Fact]
    public void A_normal_number_may_not_be_zero() => ErrorOf(0, 1.2e-38).ShouldBeGreaterThan(4);

    [Fact]
    public void A_number_below_the_smallest_normal_one_may_not_be_another() => ErrorOf(2e-39, 1e-38).ShouldBeGreaterThan(4);

    [Fact]
    public void What_is_flushed_before_the_reduction_is_scaled_by_it()
    {
        ErrorOf(0, 1e-37, underflow: 1e-36, scale: 0.25).ShouldBe(0);
        ErrorOf(0, 1e-36, underflow: 1e-37, scale: 0.25).ShouldBeGreaterThan(4);
    }

    private static double ErrorOf(double actual, double expected, double underflow = 0, double scale = 1)
    {
        ErrorRecord record = new(FloatingPointFormat.Of<float>(), underflow);
        record.Add(actual, new ReferenceInterval(new Conditioned(expected, 0)), scale, input: 1, target: 1);
        return record.Largest.Ulp;
    }
}
