using System;
using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Scheduling;

/// <summary>Straight-line code for one vector, in the order in which it is to be written.</summary>
/// <param name="Scalar">The lane type.</param>
/// <param name="Instructions">The instructions; operands are indices of earlier ones.</param>
/// <param name="Logarithms">The number of logarithms among them.</param>
internal sealed record Kernel(ScalarType Scalar, EquatableArray<Instruction> Instructions, int Logarithms)
{
    /// <summary>How many instructions, from the first on, are the same for all elements and so run once.</summary>
    public int Preamble { get; init; }

    /// <summary>How many instructions run for each vector: those after the preamble that do more than name a constant.</summary>
    public int InstructionsPerVector => Instructions.Skip(Preamble).Count(instruction => !instruction.IsFree);

    /// <summary>The largest number of values of one vector that wait for their last use at the same time.</summary>
    public int ValuesAlive
    {
        get
        {
            int[] lastUse = new int[Instructions.Count];
            for (int id = 0; id < lastUse.Length; id++)
            {
                foreach (int operand in Instructions[id].Operands)
                {
                    lastUse[operand] = id;
                }
            }

            int[] ending = new int[lastUse.Length];
            int alive = 0;
            int most = 0;
            for (int id = Preamble; id < lastUse.Length; id++)
            {
                alive -= ending[id];
                if (lastUse[id] > id && !Instructions[id].IsFree)
                {
                    alive++;
                    ending[lastUse[id]]++;
                }

                most = Math.Max(most, alive);
            }

            return most;
        }
    }
}

/// <summary>One operation of a kernel.</summary>
/// <param name="Op">The operation.</param>
/// <param name="Operands">The indices of its operands.</param>
/// <param name="Bits">The bits of a constant, or the place of a hyperparameter or of a number of the statistics.</param>
/// <param name="Name">The name that the value has in formulas, or what stands for it.</param>
/// <param name="Step">The mathematics of the step that the instruction belongs to.</param>
internal sealed record Instruction(KernelOp Op, EquatableArray<int> Operands, long Bits, string Name, string Step)
{
    /// <summary>Constants are operands in memory, the scale one register for the whole loop.</summary>
    public bool IsFree => Op is KernelOp.Constant or KernelOp.Scale;

    /// <summary>It reads a number of each element.</summary>
    public bool IsLoad => Op is KernelOp.LoadInput or KernelOp.LoadTarget or KernelOp.LoadWeight or KernelOp.LoadPerClass;

    /// <summary>It writes to memory and has no value.</summary>
    public bool IsStore => Op is KernelOp.StoreLoss or KernelOp.StoreGradient or KernelOp.StoreHessian or KernelOp.StoreStatistic;
}
