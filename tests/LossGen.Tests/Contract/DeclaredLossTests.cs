using System;
using System.Linq;
using System.Numerics;
using LossGen.Tests.Losses;
using LossGen.Verification;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Contract;

/// <summary>What holds for every declared loss.</summary>
public sealed class DeclaredLossTests
{
    public static TheoryData<int, string> Names => DeclaredLosses.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_kernel_is_verified(int index, string name)
    {
        VerificationReport report = DeclaredLosses.All[index].Verify();

        report.Name.ShouldBe(name);
        report.Passed.ShouldBeTrue(report.ToString());
        foreach (LargestError? error in new[] { report.Loss, report.Gradient, report.Hessian })
        {
            // In double precision too, where the report leaves room for the rounding of the reference. Over rows both sum
            // as many terms as there are classes and need it.
            double limit = DeclaredLosses.All[index].Configuration.Activation == Activation.Softmax ? report.Limit : 4;
            (error?.Ulp ?? 0).ShouldBeLessThanOrEqualTo(limit, report.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_call_allocates_nothing(int index, string name)
    {
        Action call = DeclaredLosses.All[index] switch
        {
            LossVariant<float> single => Call(single),
            LossVariant<double> inDouble => Call(inDouble),
            _ => throw new ArgumentOutOfRangeException(nameof(index)),
        };
        call();

        // a kernel that allocates does so in every call; a garbage collection in between may shift the count of one
        Enumerable.Range(0, 5).Min(_ => AllocatedBy(call)).ShouldBe(0, name);
    }

    private static long AllocatedBy(Action call)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static Action Call<T>(LossVariant<T> variant)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LossArguments<T> arguments = VerificationInputs.Create<T>(variant.Configuration);
        return () => variant.Invoke(arguments);
    }
}
