using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LossGen.Generator.Algebra;
using LossGen.Generator.Emission;
using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Rewriting;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator;

/// <summary>The order of the phases.</summary>
internal static class LossCompiler
{
    /// <summary>The kernel of a loss, in the file that implements its declaration.</summary>
    public static GeneratedFile Compile(LossModel model, CancellationToken cancellation)
    {
        ExprGraph simplified = Simplify(model, cancellation);
        ExprGraph lean = Specialise(simplified, model, cancellation);
        Kernel kernel = Scheduler.Schedule(lean, model.Signature.Scalar);
        string text = LossFile.Write(model, LossFormulas.Of(simplified), kernel);
        return new GeneratedFile(HintName.ForLoss(model.Signature), text);
    }

    /// <summary>The implementing part of a declaration that is in error: it throws, so that no second error appears.</summary>
    public static GeneratedFile CompileThrowing(MethodSignature signature) =>
        new(HintName.ForLoss(signature), LossFile.WriteThrowing(signature));

    /// <summary>The <c>LossVariants</c> property of a type that declares losses.</summary>
    public static GeneratedFile CompileVariants(ContainingType type, EquatableArray<LossModel> losses, CancellationToken cancellation) =>
        new(HintName.ForVariants(type), VariantsFile.Write(type, losses
            .Select(model => (model, LossFormulas.Of(Simplify(model, cancellation))))
            .ToList()));

    /// <summary>The stable graph of a loss with its derivatives, as a formulary would have it.</summary>
    public static ExprGraph Simplify(LossModel model, CancellationToken cancellation)
    {
        ExprGraph declared = Terms.Combine(model);
        ExprGraph stable = Rewriter.Run(declared, cancellation, StabilityRules.All, AlgebraRules.All, SelectRules.All);
        ExprGraph first = Differentiator.Append(
            stable,
            (OutputKind.Loss, OutputKind.Gradient),
            (OutputKind.PositiveTerm, OutputKind.PositiveGradient),
            (OutputKind.NegativeTerm, OutputKind.NegativeGradient));
        ExprGraph gradient = Rewriter.Run(first, cancellation, StabilityRules.All, AlgebraRules.All, SelectRules.All);
        ExprGraph second = model.Has(ParameterRole.Hessian)
            ? Differentiator.Append(gradient, (OutputKind.Gradient, OutputKind.Hessian))
            : gradient;
        return Rewriter.Run(second, cancellation, StabilityRules.All, AlgebraRules.All, SelectRules.All, AlgebraRules.AfterDifferentiation);
    }

    /// <summary>What is wanted of the graph, weighted, and without powers.</summary>
    public static ExprGraph Specialise(ExprGraph simplified, LossModel model, CancellationToken cancellation)
    {
        ExprGraph wanted = Weighing.Apply(simplified.Only(WantedOutputs(model)), model);
        ExprGraph powers = PowerLowering.Run(wanted, model.Signature.Scalar);
        return Rewriter.Run(powers, cancellation, StabilityRules.All);
    }

    private static HashSet<OutputKind> WantedOutputs(LossModel model) =>
    [
        .. model.WantsLoss ? [OutputKind.Loss] : (OutputKind[])[],
        .. model.Has(ParameterRole.Gradient) ? [OutputKind.Gradient] : (OutputKind[])[],
        .. model.Has(ParameterRole.Hessian) ? [OutputKind.Hessian] : (OutputKind[])[],
    ];
}
