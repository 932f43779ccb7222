using System;
using System.Linq;
using System.Reflection;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests;

public class GeneratorAssemblyTests
{
    // A host compiler refuses a generator built against a newer Roslyn with a mere warning (CS9057), and nothing is generated.
    [Fact]
    public void No_newer_Roslyn_than_4_14_is_referred_to()
    {
        AssemblyName[] roslyn =
        [
            .. typeof(LossGenerator).Assembly.GetReferencedAssemblies()
                .Where(name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)),
        ];
        roslyn.ShouldNotBeEmpty();
        roslyn.ShouldAllBe(name => name.Version! < new Version(4, 15));
    }
}
