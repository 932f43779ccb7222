using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Notation;
using LossGen.Generator.Scheduling;
using LossGen.Generator.Tracing;

namespace LossGen.Generator.Emission;

/// <summary>What each pass of the compiler made of the loss, as a comment.</summary>
internal static class TraceComment
{
    private const int Width = 140;

    private static readonly OutputKind[] s_outputs = [OutputKind.Loss, OutputKind.Gradient, OutputKind.Hessian];

    /// <summary>The comment lines.</summary>
    public static void Write(CodeWriter code, CompilerTrace trace, Kernel kernel, IReadOnlyList<string> hyperparameters)
    {
        Typography type = Typography.Literal with { Hyperparameters = hyperparameters };
        code.Line("//");
        code.Line("//   The passes of the compiler: the rules that applied, with how often, and the outputs that changed.");
        code.Line("//   log(t, u) is log t, where u = 1 - t is known without cancellation; w is the weight and s the scale of the reduction.");
        if (trace.Passes[0].Result.Nodes.Any(node => node.Op == Op.Logit))
        {
            code.Line("//   p = sigmoid(z), q = sigmoid(-z), softplus(-z) = -log p, softplus(z) = -log q.");
        }

        IReadOnlyList<(string Name, string Formula)> known = [];
        foreach (TracedPass pass in trace.Passes)
        {
            IReadOnlyList<(string Name, string Formula)> formulas = FormulaListing.Of(pass.Result.Only(s_outputs), type);
            code.Line("//").Line("//   " + pass.Name + (formulas.SequenceEqual(known) ? ": no change" : ""));
            WriteRules(code, pass);
            WriteChanges(code, known, formulas);
            known = formulas;
        }

        code.Line("//").Line("//   scheduled, in instructions");
        foreach (IGrouping<string, Instruction> step in kernel.Instructions.Where(i => i.Op != KernelOp.Constant && i.Step.Length > 0).GroupBy(i => i.Step))
        {
            code.Line($"//     {step.Count().ToString(CultureInfo.InvariantCulture),4}  {step.Key}");
        }
    }

    private static void WriteRules(CodeWriter code, TracedPass pass)
    {
        foreach ((Rewriting.Rule rule, int count) in pass.Rules)
        {
            code.Line($"//     {count.ToString(CultureInfo.InvariantCulture),4} x  {rule.Formula}");
        }
    }

    // Names of steps are of one pass only, so that formulas with steps are given all or not at all.
    private static void WriteChanges(
        CodeWriter code, IReadOnlyList<(string Name, string Formula)> before, IReadOnlyList<(string Name, string Formula)> after)
    {
        bool hasSteps = after.Count > after.Count(line => IsOutput(line.Name));
        bool isChanged = !after.SequenceEqual(before);
        foreach ((string Name, string Formula) line in after.Where(line => isChanged && (hasSteps || !before.Contains(line))))
        {
            WriteWrapped(code, $"{line.Name} = {line.Formula}");
        }
    }

    private static bool IsOutput(string name) => s_outputs.Any(kind => kind.ToString().ToLowerInvariant() == name);

    private static void WriteWrapped(CodeWriter code, string text)
    {
        string line = "//     ";
        foreach (string word in text.Split(' '))
        {
            if (line.Length + word.Length > Width)
            {
                code.Line(line.TrimEnd());
                line = "//         ";
            }

            line += word + " ";
        }

        code.Line(line.TrimEnd());
    }
}
