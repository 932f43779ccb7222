using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>Random terms as C# text, through the generator and the compiler; see <see cref="RandomRun"/> for running many.</summary>
public class RandomLossTests(ITestOutputHelper output)
{
    [Fact]
    public void Kernels_of_random_terms_compute_the_method_and_its_derivatives()
    {
        RandomRun run = Run(Domain.Any, count: 300);
        ((double)run.ComparedLosses / run.Losses).ShouldBeGreaterThan(0.95);
        ((double)run.Compared / (run.Compared + run.Undefined)).ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Terms_that_respect_no_domain_are_numbers_where_the_method_is_one()
    {
        RandomRun run = Run(Domain.Unrestricted, count: 50);
        ((double)run.ComparedLosses / run.Losses).ShouldBeGreaterThan(0.75);
        ((double)run.Compared / (run.Compared + run.Undefined)).ShouldBeGreaterThan(0.75);
    }

    private RandomRun Run(Domain domain, int count)
    {
        RandomRun run = RandomRun.Of(domain, count);
        output.WriteLine($"{run.Losses} losses, {run.ComparedLosses} compared; {run.Compared} results compared, {run.Undefined} without a number");
        return run;
    }
}
