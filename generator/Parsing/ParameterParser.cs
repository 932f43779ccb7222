using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Parsing.TermMethods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LossGen.Generator.Parsing;

/// <summary>Reads the parameters of one loss: the name is the role, and the role says the type.</summary>
internal sealed class ParameterParser(
    IMethodSymbol method, MethodDeclarationSyntax syntax, ScalarType scalar, Activation? activation, TermMethodsOfLoss terms, DiagnosticReporter diagnostics)
{
    private readonly HashSet<Role> _meant = [.. method.Parameters.Select(p => Role.Find(p.Name)).OfType<Role>()];

    /// <summary>The roles that occur, with those that misspelled names were meant to be.</summary>
    public IReadOnlyCollection<ParameterRole> RolesMeant => [.. _meant.Select(role => role.Kind)];

    public LossParameter Parse(IParameterSymbol parameter)
    {
        ParameterSyntax declaration = syntax.ParameterList.Parameters[parameter.Ordinal];
        Role? role = Role.Find(parameter.Name);
        if (role is null && terms.HyperparameterNames.Contains(parameter.Name))
        {
            return ParseCustom(parameter, declaration);
        }

        ElementType element = role?.ElementOf(parameter.Type, scalar) ?? ElementType.Other;
        if (role is null)
        {
            ReportUnknown(parameter, declaration);
        }
        else
        {
            CheckInput(role, declaration);
            if (!role.IsAssigned)
            {
                CheckPassing(parameter, declaration);
            }

            bool isRight = element != ElementType.Other && (!role.IsAssigned || parameter.RefKind == RefKind.Out);
            if (!isRight && !DeclarationRules.MentionsErrors(parameter.Type))
            {
                string modifiers = role.IsAssigned ? RepeatedModifiers(declaration) : "";
                diagnostics.Report(
                    Descriptors.WrongParameterType, declaration.Type!, parameter.Name, modifiers + CodeText.Short(parameter.Type), role.Expected(scalar));
            }
        }

        return new LossParameter(
            CodeText.Identifier(parameter.Name),
            RepeatedModifiers(declaration) + CodeText.Qualified(parameter.Type),
            role?.Kind ?? ParameterRole.Unknown,
            element)
        {
            Hyperparameter = role?.HyperparameterOf(parameter),
        };
    }

    /// <summary>A hyperparameter of a term method: one value, or one for each class.</summary>
    private LossParameter ParseCustom(IParameterSymbol parameter, ParameterSyntax declaration)
    {
        CheckPassing(parameter, declaration);
        ElementType element = ElementTypes.Element(scalar);
        bool isPerClass = Role.Of(ParameterRole.Weights).ElementOf(parameter.Type, scalar) == element;
        if (!isPerClass && ElementTypes.Element(parameter.Type) != element && !DeclarationRules.MentionsErrors(parameter.Type))
        {
            string type = ElementTypes.Keyword(scalar);
            diagnostics.Report(
                Descriptors.WrongParameterType, declaration.Type!, parameter.Name, CodeText.Short(parameter.Type), $"'{type}' or 'ReadOnlySpan<{type}>'");
        }

        return new LossParameter(
            CodeText.Identifier(parameter.Name),
            RepeatedModifiers(declaration) + CodeText.Qualified(parameter.Type),
            ParameterRole.Hyperparameter,
            element)
        {
            Hyperparameter = new(parameter.Name, HyperparameterProperty.Custom, Side: null, isPerClass),
        };
    }

    /// <summary>Both parts of a partial method have the same parameter modifiers.</summary>
    private static string RepeatedModifiers(ParameterSyntax declaration) =>
        string.Concat(declaration.Modifiers.Select(modifier => modifier.Text + " "));

    private void ReportUnknown(IParameterSymbol parameter, ParameterSyntax declaration)
    {
        // C# reports a missing name (CS1001); where a term is not found, it may be a hyperparameter of that
        if (parameter.Name.Length == 0 || !terms.AreComplete)
        {
            return;
        }

        List<Role> known = [.. Role.All.Where(IsOfLoss)];
        Role? nearest = RoleSuggestion.Nearest(parameter.Name, [.. known.Where(role => !_meant.Contains(role))]);
        if (nearest is not null)
        {
            _meant.Add(nearest);
        }

        string advice = nearest is not null
            ? $"name it '{nearest.Name}'"
            : $"remove it, {(terms.HasAny ? $"add the parameter 'double {parameter.Name}' to a term, " : "")}or name it one of {string.Join(", ", known.Where(role => role.Property is null).Select(role => $"'{role.Name}'"))}, "
                + "or 'positive' or 'negative' with 'Weight', 'Gamma', 'Shift' or 'Poly'";
        diagnostics.Report(Descriptors.UnknownRole, declaration.Identifier, parameter.Name, advice);
    }

    /// <summary>There is one input, and its name says whether it is taken for logits or for probabilities.</summary>
    private void CheckInput(Role role, ParameterSyntax declaration)
    {
        if (!IsInput(role.Kind) || activation is not { } right || role.Kind == InputOf(right))
        {
            return;
        }

        Role expected = Role.Of(InputOf(right));
        if (_meant.Contains(expected))
        {
            diagnostics.Report(Descriptors.DuplicateInput, declaration.Identifier, role.Name, expected.Name);
        }
        else
        {
            Activation other = right == Activation.None ? Activation.Sigmoid : Activation.None;
            diagnostics.Report(
                Descriptors.WrongInputName, declaration.Identifier, role.Name, right.ToString(), expected.Name, other.ToString());
        }
    }

    private void CheckPassing(IParameterSymbol parameter, ParameterSyntax declaration)
    {
        List<SyntaxToken> wrong = [.. declaration.Modifiers.Where(modifier =>
            !modifier.IsKind(SyntaxKind.ThisKeyword) && !modifier.IsKind(SyntaxKind.ScopedKeyword))];
        if (wrong.Count > 0)
        {
            diagnostics.Report(Descriptors.ParameterModifier, wrong[0], parameter.Name, string.Join(" ", wrong.Select(modifier => modifier.Text)));
        }

        if (declaration.Default is { } value)
        {
            diagnostics.Report(Descriptors.DefaultValue, value, parameter.Name);
        }
    }

    private bool IsOfLoss(Role role) => role.Kind switch
    {
        ParameterRole.Density => method.GetAttributes().Any(attribute => attribute.IsNamed(AttributeNames.GradientHarmonizing)),
        _ when IsInput(role.Kind) => role.Kind == InputOf(activation),
        _ => activation == Activation.Softmax ? !role.IsOfElements : !role.IsOfRows,
    };

    private static bool IsInput(ParameterRole role) => role is ParameterRole.Logits or ParameterRole.Probabilities;

    private static ParameterRole InputOf(Activation? activation) =>
        activation == Activation.None ? ParameterRole.Probabilities : ParameterRole.Logits;
}
