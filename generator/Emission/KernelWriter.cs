using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes the loop over vectors of any width: each step for all the vectors that are computed side by side before the next
/// step, since the JIT keeps the order of statements and one chain of dependent operations would wait for itself.
/// </summary>
internal sealed class KernelWriter
{
    private const int LineLength = 140;

    private readonly CodeWriter _code;
    private readonly Kernel _kernel;
    private readonly int _vectors;
    private readonly ElementType _targets;
    private readonly VariableNames _names;
    private readonly ConstantVariables _constants = new();

    private KernelWriter(CodeWriter code, Kernel kernel, int vectors, ElementType targets)
    {
        _code = code;
        _kernel = kernel;
        _vectors = vectors;
        _targets = targets;
        _names = new VariableNames(kernel);
    }

    /// <summary>The method that computes so many vectors side by side.</summary>
    public static void Write(CodeWriter code, Kernel kernel, int vectors, ElementType targets) =>
        new KernelWriter(code, kernel, vectors, targets).WriteMethod();

    /// <summary>The name of that method.</summary>
    public static string Name(int vectors) => vectors switch
    {
        1 => "RunOne",
        2 => "RunTwo",
        4 => "RunFour",
        6 => "RunSix",
        _ => "RunEight",
    };

    private void WriteMethod()
    {
        string scalar = ElementTypes.Keyword(_kernel.Scalar);
        string target = ElementTypes.KernelKeyword(_targets);
        _code.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        _code.Line($"private static void {Name(_vectors)}<TVector, TSimd>(in ElementwiseLanes<{scalar}, {target}> lanes, nuint count, {scalar} scale)");
        _code.Line("    where TVector : unmanaged");
        _code.Open($"    where TSimd : struct, IVectorArithmetic<{scalar}, TVector>");
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

        foreach (long place in _kernel.Instructions.Where(instruction => instruction.Op == KernelOp.LoadPerClass).Select(load => load.Bits).OrderBy(bits => bits))
        {
            _code.Line($"ref readonly {scalar} perClass{Integer(place)} = ref lanes.PerClass({Integer(place)});");
        }

        foreach (long place in _kernel.Instructions.Where(instruction => instruction.Op == KernelOp.StoreStatistic).Select(store => store.Bits).OrderBy(bits => bits))
        {
            _code.Line($"ref {scalar} statistic{Integer(place)} = ref lanes.Statistic({Integer(place)});");
        }

        WriteSteps(0, _kernel.Preamble);
        _code.Open($"for (nuint i = 0; i < count; i += {Integer(_vectors)} * simd.Count)");
        WriteSteps(_kernel.Preamble, _kernel.Instructions.Count);
        _code.Close().Close();
    }

    private void WriteSteps(int from, int to)
    {
        string step = "";
        for (int id = from; id < to; id++)
        {
            Instruction instruction = _kernel.Instructions[id];
            if (instruction.Op is KernelOp.Constant or KernelOp.Scale || IsOnlyStored(id))
            {
                continue;
            }

            if (instruction.Step.Length > 0 && instruction.Step != step)
            {
                step = instruction.Step;
                _code.Line().Line("// " + step);
            }

            WriteInstruction(id, instruction);
        }
    }

    private void WriteInstruction(int id, Instruction instruction)
    {
        if (instruction.IsStore)
        {
            WriteStore(id, instruction);
            return;
        }

        HoldConstants(id);
        bool isNew = _names.Allocate(id, instruction.Name);
        string[] assignments = Enumerable.Range(0, IsUniform(id) ? 1 : _vectors)
            .Select(vector => $"{Variable(id, vector)} = {Right(id, vector)}")
            .ToArray();
        string together = string.Join(isNew ? ", " : "; ", assignments);
        if (together.Length <= LineLength)
        {
            _code.Line((isNew ? "TVector " : "") + together + ";");
        }
        else
        {
            foreach (string assignment in assignments)
            {
                _code.Line((isNew ? "TVector " : "") + assignment + ";");
            }
        }
    }

    private void WriteStore(int id, Instruction store)
    {
        int value = store.Operands[0];
        HoldConstants(IsOnlyStored(value) ? value : id);
        for (int vector = 0; vector < _vectors; vector++)
        {
            string stored = IsOnlyStored(value) ? Right(value, vector) : Operand(id, value, vector);
            _code.Line(Format(id, stored, Integer(vector), Integer(store.Bits)) + ";");
        }
    }

    // what is only stored has no name
    private bool IsOnlyStored(int id) => !IsUniform(id) && _names.LastUse(id) == id + 1 && _kernel.Instructions[id + 1].IsStore && !IsConstant(id);

    private void HoldConstants(int id)
    {
        if (!IsUniform(id))
        {
            _constants.Hold(_code, [.. _kernel.Instructions[id].Operands.Where(IsConstant).Select(Constant)]);
        }
    }

    private string Right(int id, int vector)
    {
        Instruction instruction = _kernel.Instructions[id];
        return instruction.Op switch
        {
            KernelOp.LoadScalar => Format(id, Integer(instruction.Bits)),
            KernelOp.LoadPerClass => Format(id, Integer(instruction.Bits), Integer(vector)),
            KernelOp.LoadInput or KernelOp.LoadTarget or KernelOp.LoadWeight => Format(id, Integer(vector)),
            _ => Format(id, [.. instruction.Operands.Select(operand => Operand(id, operand, vector))]),
        };
    }

    private string Format(int id, params string[] operands) =>
        string.Format(CultureInfo.InvariantCulture, OperationTexts.Rows[_kernel.Instructions[id].Op], operands);

    private string Operand(int id, int operand, int vector) => _kernel.Instructions[operand].Op switch
    {
        // what is written once has its constants where they are used
        KernelOp.Constant => IsUniform(id) ? Constant(operand) : _constants[Constant(operand)],
        KernelOp.Scale => "reduction",
        _ => Variable(operand, vector),
    };

    private string Constant(int id) =>
        Format(id, Literal.Of(BitConverter.Int64BitsToDouble(_kernel.Instructions[id].Bits), _kernel.Scalar));

    private bool IsConstant(int id) => _kernel.Instructions[id].Op == KernelOp.Constant;

    private string Variable(int id, int vector) => _names[id] + (IsUniform(id) ? "" : Integer(vector));

    // computed once, before the loop
    private bool IsUniform(int id) => id < _kernel.Preamble;

    private static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture);
}
