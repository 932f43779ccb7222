using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes the loop over vectors of any width and number: a line for each instruction, which is done for all the vectors that are computed side by side
/// before the next one, since the JIT keeps the order of statements and one chain of dependent operations would wait for itself.
/// </summary>
internal sealed class KernelWriter
{
    /// <summary>The name of the method.</summary>
    public const string Name = "Loop";

    private readonly CodeWriter _code;
    private readonly Kernel _kernel;
    private readonly ElementType _targets;
    private readonly VariableNames _names;

    private KernelWriter(CodeWriter code, Kernel kernel, ElementType targets)
    {
        _code = code;
        _kernel = kernel;
        _targets = targets;
        _names = new VariableNames(kernel);
    }

    /// <summary>The method.</summary>
    public static void Write(CodeWriter code, Kernel kernel, ElementType targets) => new KernelWriter(code, kernel, targets).WriteMethod();

    private void WriteMethod()
    {
        string scalar = ElementTypes.Keyword(_kernel.Scalar);
        string target = ElementTypes.KernelKeyword(_targets);
        _code.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        _code.Line($"private static void {Name}<TVector, TVectors, TSimd>(in ElementwiseLanes<{scalar}, {target}> lanes, nuint count, {scalar} scale)");
        _code.Line("    where TVector : unmanaged");
        _code.Line("    where TVectors : unmanaged");
        _code.Open($"    where TSimd : struct, ISideBySideArithmetic<{scalar}, TVector, TVectors>");
        _code.Line("TSimd simd = default;");
        foreach ((KernelOp op, string declaration) in new[]
        {
            (KernelOp.LoadInput, $"ref readonly {scalar} input = ref lanes.Input;"),
            (KernelOp.LoadTarget, $"ref readonly {target} targets = ref lanes.Targets;"),
            (KernelOp.LoadWeight, $"ref readonly {scalar} weights = ref lanes.Weights;"),
            (KernelOp.StoreGradient, $"ref {scalar} gradient = ref lanes.Gradient;"),
            (KernelOp.StoreHessian, $"ref {scalar} hessian = ref lanes.Hessian;"),
            (KernelOp.StoreLoss, $"ref {scalar} losses = ref lanes.Losses;"),
            (KernelOp.Scale, $"TVector reduction = {OperationTexts.Rows[KernelOp.Scale]};"),
        })
        {
            if (_kernel.Instructions.Any(instruction => instruction.Op == op))
            {
                _code.Line(declaration);
            }
        }

        foreach (long place in _kernel.Instructions.Where(instruction => instruction.Op == KernelOp.LoadPerClass).Select(load => load.Bits).Distinct().OrderBy(bits => bits))
        {
            _code.Line($"ref readonly {scalar} perClass{Integer(place)} = ref lanes.PerClass({Integer(place)});");
        }

        foreach (long place in _kernel.Instructions.Where(instruction => instruction.Op == KernelOp.StoreStatistic).Select(store => store.Bits).OrderBy(bits => bits))
        {
            _code.Line($"ref {scalar} statistic{Integer(place)} = ref lanes.Statistic({Integer(place)});");
        }

        WriteSteps(0, _kernel.Preamble);
        _code.Open("for (nuint i = 0; i < count; i += simd.Count)");
        WriteSteps(_kernel.Preamble, _kernel.Instructions.Count);
        _code.Close().Close();
    }

    private void WriteSteps(int from, int to)
    {
        string step = "";
        for (int id = from; id < to; id++)
        {
            Instruction instruction = _kernel.Instructions[id];
            if (instruction.IsFree || _names.IsOnlyStored(id))
            {
                continue;
            }

            if (instruction.Step.Length > 0 && instruction.Step != step)
            {
                step = instruction.Step;
                _code.Line().Line("// " + step);
            }

            IReadOnlyList<int> chain = PolynomialChain.From(_kernel, id, _names);
            if (chain.Count == 0)
            {
                WriteInstruction(id, instruction);
            }
            else
            {
                WritePolynomial(chain);
                id = chain[chain.Count - 1];
            }
        }
    }

    private void WriteInstruction(int id, Instruction instruction)
    {
        if (instruction.IsStore)
        {
            int value = instruction.Operands[0];
            string place = Format(id, Integer(instruction.Bits));
            _code.Line(_names.IsOnlyStored(value) ? Into(place, value) : $"simd.Store({Operand(value)}, {place});");
            return;
        }

        bool isNew = _names.Allocate(id, instruction.Name);
        _code.Line(IsUniform(id) ? $"{(isNew ? "TVector " : "")}{_names[id]} = {Operation(id)};" : Into($"out {(isNew ? "TVectors " : "")}{_names[id]}", id));
    }

    private void WritePolynomial(IReadOnlyList<int> chain)
    {
        int last = chain[chain.Count - 1];
        int argument = _kernel.Instructions[last].Operands[1];
        string declared = _names.Allocate(last, _kernel.Instructions[last].Name) ? "TVectors " : "";
        IEnumerable<int> coefficients = chain.Select(id => _kernel.Instructions[id].Operands[2]).Prepend(_kernel.Instructions[chain[0]].Operands[0]);
        _code.Line($"simd.Polynomial(out {declared}{_names[last]}, {_names[argument]}, {string.Join(", ", coefficients.Select(Number))});");
    }

    private string Into(string result, int id)
    {
        string operation = Operation(id);
        return operation.Insert(operation.IndexOf('(') + 1, result + ", ") + ";";
    }

    private string Operation(int id)
    {
        Instruction instruction = _kernel.Instructions[id];
        return instruction.Op is KernelOp.LoadScalar or KernelOp.LoadPerClass
            ? Format(id, Integer(instruction.Bits))
            : Format(id, [.. instruction.Operands.Select(Operand)]);
    }

    private string Format(int id, params string[] operands) =>
        string.Format(CultureInfo.InvariantCulture, OperationTexts.Rows[_kernel.Instructions[id].Op], operands);

    private string Operand(int id) => _kernel.Instructions[id].Op switch
    {
        KernelOp.Constant => Format(id, Number(id)),
        KernelOp.Scale => "reduction",
        _ => _names[id],
    };

    private string Number(int constant) => Literal.Of(BitConverter.Int64BitsToDouble(_kernel.Instructions[constant].Bits), _kernel.Scalar);

    // computed once, before the loop
    private bool IsUniform(int id) => id < _kernel.Preamble;

    private static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture);
}
