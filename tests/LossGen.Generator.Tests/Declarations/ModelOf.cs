using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Kernels;
using Declared = LossGen.Generator.Parsing;

namespace LossGen.Generator.Tests.Declarations;

/// <summary>The models that the parser would make of a configuration, so that one configuration serves compiler and reference.</summary>
internal static class ModelOf
{
    /// <summary>A loss of that configuration with the parameters of its roles.</summary>
    public static LossModel Configuration(LossConfiguration configuration, ScalarType scalar = ScalarType.Double) => new(
        Signature(configuration, scalar),
        new Declared.LossConfiguration(
            (Declared.Activation)configuration.Activation,
            (Declared.Reduction)configuration.Reduction,
            configuration.HardTargets,
            configuration.LabelSmoothing,
            Term(configuration.Positive),
            Term(configuration.Negative)));

    private static MethodSignature Signature(LossConfiguration configuration, ScalarType scalar)
    {
        ElementType element = scalar == ScalarType.Single ? ElementType.Single : ElementType.Double;
        ParameterRole input = configuration.Activation == LossGen.Activation.None ? ParameterRole.Probabilities : ParameterRole.Logits;
        List<ParameterRole> roles = [input, configuration.HasLabels ? ParameterRole.Labels : ParameterRole.Targets];
        foreach ((LossRoles role, ParameterRole parameter) in new[]
        {
            (LossRoles.Gradient, ParameterRole.Gradient),
            (LossRoles.Hessian, ParameterRole.Hessian),
            (LossRoles.Losses, ParameterRole.Losses),
            (LossRoles.Weights, ParameterRole.Weights),
            (LossRoles.ClassWeights, ParameterRole.ClassWeights),
        })
        {
            if (configuration.Roles.HasFlag(role))
            {
                roles.Add(parameter);
            }
        }

        ContainingType type = new("", new([new TypeDeclaration("class", "Losses", "")]), "Losses");
        EquatableArray<LossParameter> parameters = new(roles.Select(role =>
            new LossParameter(Role.Of(role).Name, "", role, element)));
        return new MethodSignature(type, "Loss", "public static", ReturnType.Double, parameters, scalar, 0, IsDocumented: false);
    }

    private static Declared.TermConfiguration Term(TermConfiguration term) =>
        new(term.Weight, term.Gamma, term.Shift, new EquatableArray<double>(term.Poly), term.DetachFocus);
}
