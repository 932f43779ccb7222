using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Scheduling;

/// <summary>
/// Values from memory that are read again instead of being kept (Briggs, Cooper and Torczon, Rematerialization, 1992). To keep one takes a register, or
/// a store and a load where there is none left; to read it again takes the load alone. Outputs may be written over inputs: after the first store nothing
/// is read again.
/// </summary>
internal static class Rematerialization
{
    /// <summary>
    /// The number of instructions for which a value waits in its register. Soft asymmetric losses are 8 % faster than without (six vectors side by side
    /// instead of four), hard ones 1 to 4 %, others as fast; with 5 instructions some are 10 % slower, with 45 nothing is gained. To compute -|z| again gains less than the operation takes.
    /// </summary>
    public const int Distance = 12;

    /// <summary>Adds loads to the instructions, and puts them in their places in the order.</summary>
    public static void Run(List<Instruction> instructions, List<int> order)
    {
        foreach (int load in order.Where(id => instructions[id].IsLoad).ToList())
        {
            ReadAgain(load, instructions, order);
        }
    }

    private static void ReadAgain(int load, List<Instruction> instructions, List<int> order)
    {
        int current = load;
        int last = order.IndexOf(load);
        bool isStored = false;
        for (int place = last + 1; place < order.Count; place++)
        {
            Instruction user = instructions[order[place]];
            if (user.Operands.Contains(load))
            {
                if (place - last > Distance && !isStored)
                {
                    current = instructions.Count;
                    instructions.Add(instructions[load] with { Step = user.Step });
                    order.Insert(place, current);
                    place++;
                }

                instructions[order[place]] = user with { Operands = new EquatableArray<int>(user.Operands.Select(operand => operand == load ? current : operand)) };
                last = place;
            }

            isStored |= user.IsStore;
        }
    }
}
