using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Scheduling;

/// <summary>
/// Orders the instructions of a kernel so that few values are alive at a time: depth first, and of two operands the one
/// that needs more registers first (Sethi and Ullman, 1970, generalised to shared subexpressions).
/// </summary>
internal static class Scheduler
{
    /// <summary>The kernel that computes the outputs of the graph.</summary>
    public static Kernel Schedule(ExprGraph graph, ScalarType scalar, IReadOnlyList<Hyperparameter> hyperparameters)
    {
        List<Instruction> instructions = [.. Lowering.Run(graph, scalar, hyperparameters)];
        bool[] runsOnce = RunsOnce(instructions);
        int[] need = RegisterNeed(instructions, runsOnce);
        List<int> order = [];
        HashSet<int> placed = [];
        for (int id = 0; id < instructions.Count; id++)
        {
            if (instructions[id].IsStore)
            {
                Place(id);
            }
        }

        List<int> once = [.. order.Where(id => runsOnce[id])];
        List<int> each = [.. order.Where(id => !runsOnce[id])];
        Rematerialization.Run(instructions, each);
        order = [.. once, .. each];
        int[] renamed = new int[instructions.Count];
        for (int position = 0; position < order.Count; position++)
        {
            renamed[order[position]] = position;
        }

        IEnumerable<Instruction> ordered = order.Select(id =>
            instructions[id] with { Operands = new EquatableArray<int>(instructions[id].Operands.Select(o => renamed[o])) });
        int logarithms = graph.Nodes.Count(node => node.Op == Op.LogOfPair)
            + (graph.Nodes.Any(node => node.Op is Op.Softplus or Op.BoundedSoftplus) ? 1 : 0);
        return new Kernel(scalar, new EquatableArray<Instruction>(ordered), logarithms) { Preamble = once.Count };

        void Place(int id)
        {
            if (placed.Add(id))
            {
                foreach (int operand in instructions[id].Operands.OrderByDescending(operand => need[operand]))
                {
                    Place(operand);
                }

                order.Add(id);
            }
        }
    }

    // What depends on no element but on a hyperparameter, and the constants that it takes. A store is of each element.
    private static bool[] RunsOnce(IReadOnlyList<Instruction> instructions)
    {
        bool IsConstant(int id) => instructions[id].IsFree;
        bool[] runsOnce = new bool[instructions.Count];
        for (int id = 0; id < runsOnce.Length; id++)
        {
            EquatableArray<int> operands = instructions[id].Operands;
            runsOnce[id] = instructions[id].Op == KernelOp.LoadScalar
                || (!instructions[id].IsStore && operands.Count > 0 && operands.All(operand => runsOnce[operand] || IsConstant(operand)));
            foreach (int constant in runsOnce[id] ? operands.Where(IsConstant) : [])
            {
                runsOnce[constant] = true;
            }
        }

        return runsOnce;
    }

    // The i-th most demanding operand is computed while i results wait.
    private static int[] RegisterNeed(IReadOnlyList<Instruction> instructions, bool[] runsOnce)
    {
        int[] need = new int[instructions.Count];
        for (int id = 0; id < need.Length; id++)
        {
            need[id] = runsOnce[id] || instructions[id].Op is KernelOp.Constant ? 0 : instructions[id].Operands
                .Select(operand => need[operand])
                .OrderByDescending(n => n)
                .Select((n, waiting) => n + waiting)
                .DefaultIfEmpty(1)
                .Max();
        }

        return need;
    }
}
