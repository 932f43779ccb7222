using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>The variables of the values of a kernel. The variable of a value that is not used any more is free for the next value of that name.</summary>
internal sealed class VariableNames
{
    private readonly Kernel _kernel;
    private readonly int[] _lastUse;
    private readonly string[] _names;
    private readonly Dictionary<string, int> _holder = [];

    public VariableNames(Kernel kernel)
    {
        _kernel = kernel;
        _lastUse = new int[kernel.Instructions.Count];
        _names = new string[kernel.Instructions.Count];
        for (int id = 0; id < kernel.Instructions.Count; id++)
        {
            foreach (int operand in kernel.Instructions[id].Operands)
            {
                // what is computed once is there for the whole loop
                _lastUse[operand] = operand < kernel.Preamble ? int.MaxValue : id;
            }
        }
    }

    /// <summary>The variable of a value that has one.</summary>
    public string this[int id] => _names[id];

    /// <summary>The last instruction that takes the value.</summary>
    public int LastUse(int id) => _lastUse[id];

    /// <summary>The value goes from where it is computed, of nothing but values of vectors, to memory, and has no name.</summary>
    public bool IsOnlyStored(int id)
    {
        EquatableArray<int> operands = _kernel.Instructions[id].Operands;
        return operands.Count > 0 && operands.All(IsOfVectors) && _lastUse[id] == id + 1 && _kernel.Instructions[id + 1].IsStore;

        bool IsOfVectors(int operand) => operand >= _kernel.Preamble && !_kernel.Instructions[operand].IsFree;
    }

    /// <summary>Gives the value a variable of that name, or one that begins so. True where it must be declared.</summary>
    public bool Allocate(int id, string name)
    {
        foreach (string candidate in Candidates(name))
        {
            bool declared = _holder.TryGetValue(candidate, out int holder);
            if (!declared || _lastUse[holder] <= id)
            {
                _holder[candidate] = id;
                _names[id] = candidate;
                return !declared;
            }
        }

        throw new InvalidOperationException("There is no name left.");
    }

    private static IEnumerable<string> Candidates(string name)
    {
        yield return name;
        for (int i = 1; ; i++)
        {
            yield return $"{name}{(char)('a' + (i % 26))}{(i < 26 ? "" : (i / 26).ToString(CultureInfo.InvariantCulture) + "_")}";
        }
    }
}
