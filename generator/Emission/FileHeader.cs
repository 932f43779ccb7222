using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Notation;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>Opens the file of a loss: the call, its formulas and their derivatives, and what the kernel costs.</summary>
internal static class FileHeader
{
    /// <summary>The comment lines.</summary>
    public static void Write(CodeWriter code, LossModel model, LossFormulas formulas, Kernel kernel, Interleaving interleaving)
    {
        MethodSignature signature = model.Signature;
        code.Line($"//   {signature.Type.Innermost.Name}.{signature.Name}({string.Join(", ", signature.Parameters.Select(p => p.Name))})");
        foreach (string line in model.Path == LossPath.Elements ? OfElements(model, formulas) : RowHeader.Formulas(model, formulas))
        {
            code.Line("//     " + line);
        }

        if (signature.Hyperparameters.Count > 0)
        {
            code.Line("//     at run time: " + string.Join(", ", signature.Hyperparameters.Select(h => h.IsPerClass ? h.Name + " per class" : h.Name)));
        }

        code.Line("//     " + Specialisation(model));
        code.Line("//     " + Cost(kernel) + "; " + SideBySide(interleaving));
    }

    private static IEnumerable<string> OfElements(LossModel model, LossFormulas formulas)
    {
        string derivative = model.Configuration.Activation == Activation.Sigmoid ? "dL/dz" : "dL/dp";
        return
        [
            $"y = 1      L   = {formulas.Positive}",
            $"         {derivative} = {formulas.PositiveDerivative}",
            $"y = 0      L   = {formulas.Negative}",
            $"         {derivative} = {formulas.NegativeDerivative}",
        ];
    }

    // what the kernel does not decide while it runs
    private static string Specialisation(LossModel model)
    {
        string targets = model.Path != LossPath.Elements ? RowHeader.Targets(model)
            : model.HasHardTargets ? "hard targets, one term selected"
            : "soft targets, both terms blended";
        string weights = model.Configuration.Harmonizing is { } harmonizing ? Harmonized(harmonizing, model.Path)
            : model.HasWeights ? "weighted, "
            : "";
        string reduction = model.Configuration.Reduction switch
        {
            Reduction.Mean => "mean",
            Reduction.WeightedMean => "weighted mean",
            _ => "sum",
        };
        IEnumerable<string> outputs = LossFile.Roles(model.Signature).Where(role => role is not ("Weights" or "ClassWeights" or "GradientScale" or "MaxDegreeOfParallelism"));
        return $"{targets}; {weights}{reduction}; {string.Join(", ", outputs).ToLowerInvariant()}";
    }

    private static string Harmonized(HarmonizingConfiguration harmonizing, LossPath path) =>
        $"each {(path == LossPath.Elements ? "element weighed by the inverse density of |p - y|" : "row weighed by the inverse density of 1 - p")} "
        + $"over {Counted(harmonizing.Bins, "bin")}, ";

    private static string SideBySide(Interleaving vectors) =>
        $"{Counted(vectors.Usual, "vector")} side by side{(vectors.Of512Bits == vectors.Usual ? "" : $", {Integer(vectors.Of512Bits)} of 512 bits")}";

    private static string Cost(Kernel kernel)
    {
        int Count(Func<KernelOp, bool> isCounted) => kernel.Instructions.Skip(kernel.Preamble).Count(instruction => isCounted(instruction.Op));
        string[] expensive =
        [
            Counted(Count(op => op == KernelOp.PowerOfTwo), "exponential"),
            Counted(kernel.Logarithms, "logarithm"),
            Counted(Count(op => op == KernelOp.Divide), "division"),
            Counted(Count(op => op == KernelOp.SquareRoot), "square root"),
        ];
        return $"{string.Join(", ", expensive.Where(text => text.Length > 0))} among {Counted(kernel.InstructionsPerVector, "instruction")} per vector";
    }

    private static string Counted(int count, string noun) =>
        count == 0 ? "" : $"{Integer(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Integer(int value) => value.ToString(CultureInfo.InvariantCulture);
}
