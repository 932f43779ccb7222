using System.Collections.Generic;
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
    private static readonly (OutputKind From, OutputKind To)[] s_firstDerivatives =
    [
        (OutputKind.Loss, OutputKind.Gradient),
        (OutputKind.PositiveTerm, OutputKind.PositiveGradient),
        (OutputKind.NegativeTerm, OutputKind.NegativeGradient),
    ];

    /// <summary>A loss as formulas, and the file that implements its declaration with a kernel.</summary>
    public static CompiledLoss Compile(LossModel model, CancellationToken cancellation)
    {
        ExprGraph simplified = Simplify(model, cancellation);
        LossFormulas formulas = LossFormulas.Of(simplified, model);
        ExprGraph lean = Specialise(simplified, model, cancellation);
        Kernel kernel = Scheduler.Schedule(lean, model.Signature.Scalar, model.Signature.Hyperparameters);
        string text = LossFile.Write(model, formulas, kernel);
        return new CompiledLoss(model, formulas, new GeneratedFile(HintName.ForLoss(model.Signature), text));
    }

    /// <summary>The implementing part of a declaration that is in error: it throws, so that no second error appears.</summary>
    public static GeneratedFile CompileThrowing(MethodSignature signature) =>
        new(HintName.ForLoss(signature), LossFile.WriteThrowing(signature));

    /// <summary>The <c>LossVariants</c> property of a type that declares losses.</summary>
    public static GeneratedFile CompileVariants(TypeLosses type) => new(HintName.ForVariants(type.Type), VariantsFile.Write(type));

    /// <summary>The stable graph of a loss with its derivatives, as a formulary would have it.</summary>
    public static ExprGraph Simplify(LossModel model, CancellationToken cancellation)
    {
        ExprGraph stable = Normalise(Terms.Combine(model), cancellation);
        ExprGraph gradient = Normalise(Differentiator.Append(stable, s_firstDerivatives), cancellation);
        ExprGraph hessian = model.Has(ParameterRole.Hessian)
            ? Normalise(Differentiator.Append(gradient, (OutputKind.Gradient, OutputKind.Hessian)), cancellation)
            : gradient;
        return Rewriter.Run(hessian, cancellation, StabilityRules.All, PowerRules.All, AlgebraRules.All, SelectRules.All, AlgebraRules.AfterDifferentiation);
    }

    /// <summary>The graph in its stable normal form.</summary>
    public static ExprGraph Normalise(ExprGraph graph, CancellationToken cancellation) =>
        Rewriter.Run(graph, cancellation, StabilityRules.All, PowerRules.All, AlgebraRules.All, SelectRules.All);

    /// <summary>What is wanted of the graph, weighted, and without powers.</summary>
    public static ExprGraph Specialise(ExprGraph simplified, LossModel model, CancellationToken cancellation)
    {
        ExprGraph wanted = Weighing.Apply(simplified.Only(WantedOutputs(model)), model);
        ExprGraph guarded = UnderflowGuard.Run(wanted, model.Signature.Scalar);
        ExprGraph powers = PowerLowering.Run(RemovableSingularities.Run(guarded));
        return Rewriter.Run(powers, cancellation, StabilityRules.All);
    }

    private static HashSet<OutputKind> WantedOutputs(LossModel model) =>
    [
        .. model.WantsLoss ? [OutputKind.Loss] : (OutputKind[])[],
        .. model.Has(ParameterRole.Gradient) ? [OutputKind.Gradient] : (OutputKind[])[],
        .. model.Has(ParameterRole.Hessian) ? [OutputKind.Hessian] : (OutputKind[])[],
    ];
}
