using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Folding;

/// <summary>Forms of a loss in which its two terms, or its two signs, share their work; the one with the cheapest kernel counts.</summary>
internal static class Folds
{
    // Losses of papers have up to two hundred; of a term that is larger nothing is expected that is worth the search.
    private const int MaxNodes = 500;

    /// <summary>The cheapest form: the graph itself where no fold saves instructions.</summary>
    public static ExprGraph Cheapest(ExprGraph graph, LossModel model)
    {
        if (model.Path != LossPath.Elements || graph.Nodes.Count > MaxNodes)
        {
            return graph;
        }

        List<ExprGraph> forms = [graph];
        if (model.HasHardTargets)
        {
            forms.Add(TargetFold.Run(graph));
        }
        else if (model.Configuration.Activation == Activation.Sigmoid)
        {
            forms.Add(SignFold.Run(graph));
        }

        return forms.OrderBy(form => Cost(form, model)).First();
    }

    // instructions on registers and the comparisons for them; OrderBy keeps the first of equals
    private static int Cost(ExprGraph graph, LossModel model)
    {
        Instruction[] needed = [.. Needed(Lowering.Run(graph, model.KernelScalar, model.Signature.Hyperparameters))];
        return needed.Count(instruction => instruction.Op is not KernelOp.Constant)
            + needed.Select(Comparison).Where(comparison => comparison is not null).Distinct().Count();
    }

    // those that a store takes: signs that went into other operations are left behind
    private static IEnumerable<Instruction> Needed(IReadOnlyList<Instruction> instructions)
    {
        bool[] isNeeded = new bool[instructions.Count];
        for (int id = isNeeded.Length - 1; id >= 0; id--)
        {
            isNeeded[id] |= instructions[id].IsStore;
            foreach (int operand in isNeeded[id] ? instructions[id].Operands : [])
            {
                isNeeded[operand] = true;
            }
        }

        return instructions.Where((_, id) => isNeeded[id]);
    }

    private static (KernelOp Op, int Left, int Right)? Comparison(Instruction instruction) => instruction.Op switch
    {
        KernelOp.SelectLess or KernelOp.SelectLessOrEqual or KernelOp.SelectEqual => (instruction.Op, instruction.Operands[0], instruction.Operands[1]),
        KernelOp.NegateWhereLess => (KernelOp.SelectLess, instruction.Operands[0], instruction.Operands[1]),
        _ => null,
    };
}
