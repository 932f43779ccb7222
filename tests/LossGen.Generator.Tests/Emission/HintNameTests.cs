using System;
using System.Linq;
using LossGen.Generator.Emission;
using LossGen.Generator.Parsing;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Emission;

public class HintNameTests
{
    [Theory]
    [InlineData("Losses", "Asymmetric", 0, "Losses.Asymmetric.0.g.cs")]
    [InlineData("My.Outer`2+Losses`1", "Focal", 12, "My.Outer`2+Losses`1.Focal.12.g.cs")]
    [InlineData("MyApp.Losses", "BalancedFocal", 0, "My-App.Losses.Balanced-Focal.0.g.cs")]
    [InlineData("my.Losses", "@class", 1, "-my.Losses.-class.1.g.cs")]
    [InlineData("Verluste", "Schräg", 0, "Verluste.Schr{00E4}g.0.g.cs")]
    public void The_name_tells_type_arity_method_and_overload(string type, string method, int overload, string expected) =>
        HintName.ForLoss(Signature(type, method, overload)).ShouldBe(expected);

    [Fact]
    public void The_variants_of_a_type_have_a_name_that_no_loss_has()
    {
        HintName.ForVariants(Type("My.Losses")).ShouldBe("My.Losses.LossVariants.g.cs");
        HintName.ForVariants(Type("My.Losses")).ShouldNotBe(HintName.ForLoss(Signature("My.Losses", "LossVariants", 0)));
    }

    [Fact]
    public void Names_that_differ_in_case_only_differ_without_regard_to_case()
    {
        string[] methods = ["Focal", "focal", "FOcal", "FoCal", "_focal", "_Focal", "f", "F", "É", "é", "σ", "ς", "Σ"];
        string[] names =
        [
            .. methods.Select(method => HintName.ForLoss(Signature("Losses", method, 0))),
            .. methods.Select(method => HintName.ForLoss(Signature("losses", method, 0))),
            .. methods.Select(method => HintName.ForVariants(Type(method))),
        ];
        names.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(names.Length);
    }

    private static ContainingType Type(string metadataName) => new("", default, metadataName);

    private static MethodSignature Signature(string type, string method, int overload) =>
        new(Type(type), method, "public static", ReturnType.Single, default, ScalarType.Single, overload, IsDocumented: false);
}
