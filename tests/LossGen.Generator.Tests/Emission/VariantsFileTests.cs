using System.Runtime.CompilerServices;
using LossGen.Generator.Algebra;
using LossGen.Generator.Emission;
using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;
using static LossGen.Generator.Algebra.Functions;
using Declared = LossGen.Generator.Parsing;

namespace LossGen.Generator.Tests.Emission;

/// <summary>The LossVariants file of losses with term methods and hyperparameters, from models made by hand.</summary>
public class VariantsFileTests
{
    private static readonly Declared.TermConfiguration s_plain = new(1, 0, 0, new EquatableArray<double>([]), false);

    [Fact]
    public void A_term_on_one_side_is_called_as_a_method_and_written_as_a_formula() => Match(
        Loss("@class", s_plain, s_plain with { Shift = 0.05, Custom = Hill() }));

    [Fact]
    public void A_term_over_probability_and_target_has_hyperparameters_by_name()
    {
        ExprBuilder builder = new();
        Expr p = builder.Add(Op.Probability);
        Expr y = builder.Add(Op.Target);
        Expr gamma = builder.Hyperparameter(1, isNonNegative: false);
        Expr distance = Abs(y - p);
        Expr value = Select(Less(p, builder.Constant(0.3)), GeneralPower(distance, gamma), distance * Max(p - 0.1, 0));
        CustomTerm term = new(
            "global::Other.Terms.Quality",
            new EquatableArray<TermArgument>(
            [
                new(TermArgumentKind.Probability) { Name = "p" },
                new(TermArgumentKind.Default) { Name = "scale" },
                new(TermArgumentKind.Target) { Name = "y" },
                new(TermArgumentKind.Hyperparameter, 1) { Name = "gamma" },
            ]),
            builder.Build([(OutputKind.Term, value)]));

        Match(Loss(
            "Quality",
            s_plain,
            s_plain,
            term,
            new Hyperparameter("positiveWeight", HyperparameterProperty.Weight, Side.Positive, IsPerClass: true),
            new Hyperparameter("gamma", HyperparameterProperty.Custom, null, IsPerClass: false)));
    }

    [Fact]
    public void Formulas_of_one_name_are_told_apart_and_equal_ones_are_one()
    {
        CustomTerm other = Hill() with { Method = "global::Other.Hill", Graph = Graph(p => p * p) };
        string text = Text(Loss("First", s_plain with { Custom = Hill() }, s_plain with { Custom = Hill() }), Loss("Second", s_plain, s_plain with { Custom = other }));

        text.ShouldContain("HyperDual Hill(TermPoint at)");
        text.ShouldContain("HyperDual Hill2(TermPoint at)");
        text.ShouldNotContain("Hill3");
    }

    [Theory]
    [InlineData("a - (b - c)")]
    [InlineData("a - b - c")]
    [InlineData("a / (b * c)")]
    [InlineData("a * b / c")]
    [InlineData("-(a + b)")]
    [InlineData("a * (b + c)")]
    public void Operations_are_in_the_order_of_the_method(string formula)
    {
        ExprBuilder builder = new();
        Expr a = builder.Hyperparameter(0, false);
        Expr b = builder.Hyperparameter(1, false);
        Expr c = builder.Hyperparameter(2, false);
        Expr value = formula switch
        {
            "a - (b - c)" => a - (b - c),
            "a - b - c" => a - b - c,
            "a / (b * c)" => a / (b * c),
            "a * b / c" => a * b / c,
            "-(a + b)" => -(a + b),
            _ => a * (b + c),
        };

        TermFormula.Body(builder.Build([(OutputKind.Term, value)]), ["a", "b", "c"])[^1].ShouldBe($"return {formula};");
    }

    [Fact]
    public void A_hyperparameter_may_have_a_name_that_the_formula_uses()
    {
        ExprBuilder builder = new();
        Expr value = builder.Hyperparameter(0, false) * builder.Hyperparameter(1, false) * builder.Hyperparameter(2, false);

        TermFormula.Body(builder.Build([(OutputKind.Term, value)]), ["at", "t1", "class"])[^1].ShouldBe("return at_ * t1_ * @class;");
    }

    private static CustomTerm Hill() => new(
        "Hill",
        new EquatableArray<TermArgument>([new TermArgument(TermArgumentKind.Probability) { Name = "p" }]),
        Graph(p => (1.5 - p) * p * p));

    private static ExprGraph Graph(System.Func<Expr, Expr> formula)
    {
        ExprBuilder builder = new();
        return builder.Build([(OutputKind.Term, formula(builder.Add(Op.Probability)))]);
    }

    private static DescribedLoss Loss(
        string name, Declared.TermConfiguration positive, Declared.TermConfiguration negative, CustomTerm? whole = null, params Hyperparameter[] hyperparameters)
    {
        ContainingType type = new("", new EquatableArray<TypeDeclaration>([new TypeDeclaration("class", "@static", "")]), "static");
        LossParameter[] parameters =
        [
            new("logits", "", ParameterRole.Logits, ElementType.Single),
            new("targets", "", ParameterRole.Targets, ElementType.Single),
            .. System.Array.ConvertAll(hyperparameters, h => new LossParameter(h.Name, "", ParameterRole.Hyperparameter, ElementType.Single) { Hyperparameter = h }),
            new("gradient", "", ParameterRole.Gradient, ElementType.Single),
            new("gradientScale", "", ParameterRole.GradientScale, ElementType.Single),
        ];
        MethodSignature signature = new(
            type, name, "public static", ReturnType.Double, new EquatableArray<LossParameter>(parameters), ScalarType.Single, 0, IsDocumented: false);
        LossModel model = new(signature, new(Declared.Activation.Sigmoid, Declared.Reduction.Mean, false, 0, positive, negative) { Term = whole });
        return new DescribedLoss(model, new LossFormulas("L = plain", "L = latex", "", "", "", ""), InstructionsPerVector: 42);
    }

    private static string Text(params DescribedLoss[] losses) =>
        VariantsFile.Write(new TypeLosses(losses[0].Model.Signature.Type, new EquatableArray<DescribedLoss>(losses)));

    private static void Match(DescribedLoss loss, [CallerFilePath] string file = "", [CallerMemberName] string method = "") =>
        new Snapshot(Snapshot.FolderOf(file), $"{nameof(VariantsFileTests)}.{method}", Snapshot.IsAccepting(System.Environment.GetEnvironmentVariable))
            .Match([("static.LossVariants.g.cs", Text(loss))]);
}
