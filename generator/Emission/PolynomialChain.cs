using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>Instructions that are together a polynomial with constant coefficients by the scheme of Horner, which kernels write in one line.</summary>
internal static class PolynomialChain
{
    // the library has polynomials of 3 to 12 coefficients: SideBySide/PolynomialForm.cs
    private const int Fewest = 2;
    private const int Most = 11;

    /// <summary>The multiply-adds of the polynomial that starts with this instruction; empty where none does.</summary>
    public static IReadOnlyList<int> From(Kernel kernel, int start, VariableNames names)
    {
        List<int> chain = [];
        if (start < kernel.Preamble || kernel.Instructions[start] is not { Op: KernelOp.MultiplyAdd } first || !IsConstant(first.Operands[0])
            || !IsConstant(first.Operands[2]) || first.Operands[1] < kernel.Preamble)
        {
            return chain;
        }

        int argument = first.Operands[1];
        chain.Add(start);
        for (int id = start + 1; id < kernel.Instructions.Count && chain.Count < Most; id++)
        {
            int previous = chain[chain.Count - 1];
            Instruction next = kernel.Instructions[id];
            if (next.Op == KernelOp.Constant)
            {
                continue;
            }

            // the argument is read until the end, so that it does not share its variable with the result
            bool isNext = next.Op == KernelOp.MultiplyAdd && next.Step == first.Step
                && next.Operands[0] == previous && next.Operands[1] == argument && IsConstant(next.Operands[2])
                && names.LastUse(previous) == id && names.LastUse(argument) > id && !names.IsOnlyStored(id);
            if (!isNext)
            {
                break;
            }

            chain.Add(id);
        }

        return chain.Count < Fewest ? [] : chain;

        bool IsConstant(int id) => kernel.Instructions[id].Op == KernelOp.Constant;
    }
}
