using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

/// <summary>Declarations of losses over rows of classes.</summary>
public class RowLossTests
{
    private const string Softmax = "[Loss(Activation.Softmax)] [Positive] ";
    private const string Labels = "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, Span<float> gradient);";
    private const string SoftRows = "public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets, int classCount);";

    [Theory]
    [InlineData("int", ElementType.Int32)]
    [InlineData("long", ElementType.Int64)]
    internal void Labels_are_integers(string type, ElementType element)
    {
        LossModel model = ParsedModel.OfMembers(Softmax + Labels.Replace("<int>", $"<{type}>"));
        LossParameter labels = model.Signature.Find(ParameterRole.Labels).ShouldNotBeNull();
        labels.Element.ShouldBe(element);
        labels.Type.ShouldBe($"global::System.ReadOnlySpan<{type}>");
        model.Configuration.Activation.ShouldBe(Generator.Parsing.Activation.Softmax);
        model.HasHardTargets.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Softmax + Labels, LossPath.TrueClass, ScalarType.Double)]
    [InlineData("[Loss(Activation.Softmax, LabelSmoothing = 0.1)] [Positive] " + Labels, LossPath.AllClasses, ScalarType.Single)]
    [InlineData(Softmax + SoftRows, LossPath.AllClasses, ScalarType.Single)]
    [InlineData("[Loss] [Positive] [Negative] public static partial float F(ReadOnlySpan<float> logits, ReadOnlySpan<float> targets);", LossPath.Elements, ScalarType.Single)]
    internal void Labels_without_smoothing_pay_for_their_class_alone(string members, LossPath path, ScalarType scalar)
    {
        LossModel model = ParsedModel.OfMembers(members);
        model.Path.ShouldBe(path);
        model.KernelScalar.ShouldBe(scalar);
        model.KernelTargets.ShouldBe(path == LossPath.Elements ? ElementType.Single : ElementType.Byte);
    }

    [Fact]
    public void The_number_of_classes_may_stand_beside_labels()
    {
        LossModel model = ParsedModel.OfMembers(Softmax + Labels.Replace("labels", "labels, int classCount"));
        model.Signature.Find(ParameterRole.ClassCount).ShouldNotBeNull().Element.ShouldBe(ElementType.Int32);
        model.Path.ShouldBe(LossPath.TrueClass);
    }

    [Theory]
    [InlineData("", -100)]
    [InlineData(", IgnoreLabel = 255", 255)]
    [InlineData(", IgnoreLabel = long.MinValue", long.MinValue)]
    public void The_ignored_label_is_read(string argument, long label) =>
        ParsedModel.OfMembers($"[Loss(Activation.Softmax{argument})] [Positive] " + Labels).Configuration.IgnoreLabel.ShouldBe(label);

    [Fact]
    public void Hyperparameters_of_both_terms_are_given_at_run_time()
    {
        LossModel model = ParsedModel.OfMembers(
            "[Loss(Activation.Softmax, LabelSmoothing = 0.1)] [Positive] "
            + Labels.Replace("gradient", "gradient, float positiveGamma, ReadOnlySpan<float> positiveWeight, float positivePoly, float negativeGamma, float gradientScale"));
        model.Signature.HyperparameterNames.ShouldBe(["positiveGamma", "positiveWeight", "positivePoly", "negativeGamma"]);
        model.Signature.Hyperparameters.Select(h => h.IsPerClass).ShouldBe([false, true, false, false]);
    }

    [Fact]
    public void A_term_method_of_the_probability_takes_hyperparameters()
    {
        LossModel model = ParsedModel.OfMembers(
            "[Loss(Activation.Softmax)] [Positive(nameof(Generalized))] " + Labels.Replace("gradient", "gradient, float q")
            + " static double Generalized(double p, double q) => (1 - Math.Pow(p, q)) / q;");
        model.Configuration.Positive.Custom.ShouldNotBeNull().Arguments.Select(argument => argument.Kind)
            .ShouldBe([TermArgumentKind.Probability, TermArgumentKind.Hyperparameter]);
    }

    [Theory]
    [InlineData("[Positive(nameof(Taylor), Weight = 2)] ", Labels)]
    [InlineData("[Positive(nameof(Taylor))] ", SoftRows)]
    public void A_term_method_gives_code_that_compiles(string term, string method)
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(
            "[Loss(Activation.Softmax)] " + term + method + " static double Taylor(double p) => (1 - p) + (1 - p) * (1 - p) / 2;"));
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("float positiveGamma, float negativeGamma, ReadOnlySpan<float> positiveWeight, ReadOnlySpan<float> weights, Span<float> losses, Span<float> hessian")]
    [InlineData("ReadOnlySpan<float> positiveGamma, ReadOnlySpan<float> negativeGamma, float positivePoly, ReadOnlySpan<float> classWeights, float gradientScale, Span<float> hessian")]
    public void All_parameters_give_code_that_compiles(string parameters)
    {
        GeneratorRun run = GeneratorRun.Of(SourceFile.OfMembers(
            "[Loss(Activation.Softmax, LabelSmoothing = 0.1, IgnoreLabel = long.MinValue)] [Positive] [Negative] "
            + $"public static partial void F(ReadOnlySpan<float> logits, ReadOnlySpan<long> labels, int classCount, {parameters});"));
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
    }
}
