using System;
using System.Diagnostics;
using System.Threading;
using LossGen.Generator.Parsing;
using LossGen.Generator.Tests.Declarations;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests;

public class CompilationTimeTests
{
    // The minimum of many runs: what the compiler needs when nothing else runs on the machine.
    [Fact]
    public void A_loss_compiles_in_less_than_10_ms()
    {
        LossConfiguration configuration = Published.WithAllOutputs("asymmetric, positives focused");
        LossModel model = ModelOf.Configuration(configuration with { Roles = configuration.Roles | LossRoles.Weights }, ScalarType.Single);
        TimeSpan fastest = TimeSpan.MaxValue;
        for (int repetition = 0; repetition < 200; repetition++)
        {
            long start = Stopwatch.GetTimestamp();
            LossCompiler.Compile(model, CancellationToken.None);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        fastest.ShouldBeLessThan(TimeSpan.FromMilliseconds(10));
    }
}
