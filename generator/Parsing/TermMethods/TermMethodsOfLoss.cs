using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LossGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>The term methods of one loss.</summary>
internal sealed class TermMethodsOfLoss
{
    private readonly List<TermMethod> _methods = [];

    /// <summary>Finds the methods that the attributes of a loss name.</summary>
    public static TermMethodsOfLoss Find(IMethodSymbol loss, Compilation compilation, DiagnosticReporter diagnostics, CancellationToken cancellation)
    {
        TermLookup lookup = new(loss, compilation, diagnostics, cancellation);
        TermMethodsOfLoss methods = new();
        ImmutableArray<AttributeData> attributes = loss.GetAttributes();
        foreach (string name in new[] { AttributeNames.Positive, AttributeNames.Negative, AttributeNames.Term })
        {
            if (DeclaredAttribute.Find(attributes, name, cancellation) is not { IsWellFormed: true, Term: { } argument } attribute)
            {
                continue;
            }

            methods.HasAny = true;
            if (lookup.Find(attribute, argument) is { } method)
            {
                methods._methods.Add(method);
            }
            else
            {
                methods.AreComplete = false;
            }
        }

        return methods;
    }

    /// <summary>Those that are found.</summary>
    public IReadOnlyList<TermMethod> Methods => _methods;

    /// <summary>The loss has a term method, found or not.</summary>
    public bool HasAny { get; private set; }

    /// <summary>Every method is found, so that all hyperparameters are known.</summary>
    public bool AreComplete { get; private set; } = true;

    /// <summary>The names of the parameters that the loss is to supply.</summary>
    public IReadOnlyCollection<string> HyperparameterNames => [.. _methods.SelectMany(method => method.HyperparameterNames).Distinct()];

    /// <summary>The loss with the terms that the methods are, or null where one of them is not understood.</summary>
    public LossModel? AddTo(LossModel model, IMethodSymbol loss, Compilation compilation, DiagnosticReporter diagnostics, CancellationToken cancellation)
    {
        TermMethodParser parser = new(loss, model, compilation, diagnostics, cancellation);
        LossConfiguration configuration = model.Configuration;
        bool isComplete = AreComplete;
        foreach (TermMethod method in _methods)
        {
            CustomTerm? term = parser.Parse(method);
            isComplete &= term is not null;
            configuration = method.Attribute.MetadataName switch
            {
                AttributeNames.Positive => configuration with { Positive = configuration.Positive with { Custom = term } },
                AttributeNames.Negative => configuration with { Negative = configuration.Negative with { Custom = term } },
                _ => configuration with { Term = term },
            };
        }

        return isComplete ? model with { Configuration = configuration } : null;
    }
}
