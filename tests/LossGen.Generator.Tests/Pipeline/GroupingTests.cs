using System;
using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Pipeline;

/// <summary>Which losses are one type's, and that all their files can stand side by side.</summary>
public class GroupingTests
{
    private const string Terms = "[Loss] [Positive] [Negative] ";
    private const string Bce = Terms + "public static partial float Bce(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);\n";

    [Fact]
    public void Types_of_one_name_in_different_namespaces_are_apart() => Groups(
        "namespace A { public static partial class Losses { " + Bce + " } }\nnamespace B { public static partial class Losses { " + Bce + " } }\n"
        + "namespace B { public static partial class Losses<T> { " + Bce + " } }\npublic static partial class Losses { " + Bce + " }")
        .ShouldBe(["A.Losses: Bce.0", "B.Losses: Bce.0", "B.Losses`1: Bce.0", "Losses: Bce.0"]);

    [Fact]
    public void Parts_of_one_type_are_together_in_ordinal_order() => Groups(
        "public static partial class Losses { " + Bce + Bce.Replace("Bce", "Zeta") + " }\n"
        + "public static partial class Losses { " + Bce.Replace("Bce", "Alpha") + Bce.Replace("float", "double") + " }")
        .ShouldBe(["Losses: Alpha.0, Bce.0, Bce.1, Zeta.0"]);

    [Fact]
    public void Names_that_differ_in_case_only_are_apart() => Groups(
        "public static partial class Losses { " + Bce + Bce.Replace("Bce", "BCE") + " }\npublic static partial class LOSSES { " + Bce + " }")
        .ShouldBe(["LOSSES: Bce.0", "Losses: BCE.0, Bce.0"]);

    [Fact]
    public void A_type_has_a_list_of_its_own_beside_its_base_and_nested_types() => Groups(
        "public partial class Base { " + Bce + " }\npublic partial class Derived : Base { " + Bce.Replace("Bce", "Focal")
        + " public partial class Nested : Base { " + Bce.Replace("Bce", "Poly") + " } }")
        .ShouldBe(["Base: Bce.0", "Derived: Focal.0", "Derived+Nested: Poly.0"]);

    [Fact]
    public void Overloads_with_and_without_error_do_not_collide()
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(
            Bce + Bce.Replace("[Positive]", "[Positive(Gamma = -1)]").Replace("float", "double") + Bce.Replace("> targets", "> targets, Span<float> gradient")));
        run.CompilerDiagnostics.ShouldBeEmpty();
        run.Values<LossModel>(TrackingNames.Losses).Select(loss => loss.Signature.Overload).ShouldBe([0, 2]);
        run.Values<MethodSignature>(TrackingNames.ErroneousLosses).ShouldHaveSingleItem().Overload.ShouldBe(1);
    }

    private static string[] Groups(string source)
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.Of(source));
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
        return [.. run.Values<TypeLosses>(TrackingNames.TypeLosses).Select(type => type.Type.MetadataName + ": "
            + string.Join(", ", type.Losses.Select(loss => FormattableString.Invariant($"{loss.Model.Signature.Name}.{loss.Model.Signature.Overload}"))))];
    }
}
