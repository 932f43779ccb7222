using LossGen.Generator.Parsing;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Parsing;

public class RoleSuggestionTests
{
    [Theory]
    [InlineData("logit", "logits")]
    [InlineData("Logits", "logits")]
    [InlineData("target", "targets")]
    [InlineData("grad", "gradient")]
    [InlineData("hess", "hessian")]
    [InlineData("loss", "losses")]
    [InlineData("weigths", "weights")]
    [InlineData("class_weights", "classWeights")]
    [InlineData("prob", "probabilities")]
    [InlineData("classWeight", "classWeights")]
    [InlineData("label", "labels")]
    [InlineData("class_count", "classCount")]
    [InlineData("positiveGama", "positiveGamma")]
    [InlineData("positive_gamma", "positiveGamma")]
    [InlineData("pos_weight", "positiveWeight")]
    [InlineData("posWeight", "positiveWeight")]
    [InlineData("gamma_neg", "negativeGamma")]
    [InlineData("negativeWeights", "negativeWeight")]
    [InlineData("gradScale", "gradientScale")]
    [InlineData("statistic", "statistics")]
    [InlineData("max_degree_of_parallelism", "maxDegreeOfParallelism")]
    [InlineData("degreeOfParallelism", "maxDegreeOfParallelism")]
    public void A_misspelled_name_suggests_its_role(string name, string role) =>
        RoleSuggestion.Nearest(name, Role.All)!.Name.ShouldBe(role);

    [Theory]
    [InlineData("x")]
    [InlineData("class")]
    [InlineData("positive")]
    [InlineData("neg")]
    [InlineData("gamma")]
    [InlineData("alpha")]
    [InlineData("concurrency")]
    public void A_name_that_is_near_no_role_suggests_none(string name) =>
        RoleSuggestion.Nearest(name, Role.All).ShouldBeNull();

    [Fact]
    public void Without_roles_left_there_is_no_suggestion() => RoleSuggestion.Nearest("logit", []).ShouldBeNull();
}
