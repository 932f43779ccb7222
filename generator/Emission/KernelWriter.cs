using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>
/// Writes the loop of one vector width: each step for all the vectors that are computed side by side before the next
/// step, since the JIT keeps the order of statements and one chain of dependent operations would wait for itself.
/// </summary>
internal sealed class KernelWriter
{
    private const int LineLength = 140;

    private readonly CodeWriter _code;
    private readonly Kernel _kernel;
    private readonly Dialect _dialect;
    private readonly ElementType _targets;
    private readonly VariableNames _names;
    private readonly ConstantVariables _constants;

    private KernelWriter(CodeWriter code, Kernel kernel, Dialect dialect, ElementType targets)
    {
        _code = code;
        _kernel = kernel;
        _dialect = dialect;
        _targets = targets;
        _constants = new ConstantVariables(dialect);
        _names = new VariableNames(kernel);
    }

    /// <summary>The method <c>Run512</c>, <c>Run256</c>, <c>Run128</c> or <c>RunScalar</c>.</summary>
    public static void Write(CodeWriter code, Kernel kernel, Dialect dialect, ElementType targets) =>
        new KernelWriter(code, kernel, dialect, targets).WriteMethod();

    private void WriteMethod()
    {
        string scalar = Dialect.Keyword(_dialect.Scalar);
        string target = TargetKeyword(_targets);
        _code.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        _code.Open($"private static void Run{_dialect.Suffix}(in ElementwiseLanes<{scalar}, {target}> lanes, nuint count, {scalar} scale)");
        foreach ((KernelOp op, string declaration) in new[]
        {
            (KernelOp.LoadInput, $"ref readonly {scalar} input = ref lanes.Input;"),
            (KernelOp.LoadTarget, $"ref readonly {target} targets = ref lanes.Targets;"),
            (KernelOp.LoadWeight, $"ref readonly {scalar} weights = ref lanes.Weights;"),
            (KernelOp.StoreGradient, $"ref {scalar} gradient = ref lanes.Gradient;"),
            (KernelOp.StoreHessian, $"ref {scalar} hessian = ref lanes.Hessian;"),
            (KernelOp.StoreLoss, $"ref {scalar} losses = ref lanes.Losses;"),
            (KernelOp.Scale, $"{_dialect.Type} reduction = {_dialect.Rows[KernelOp.Scale].Format};"),
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
        int stride = _dialect.Lanes * _dialect.Interleave;
        _code.Open(stride == 1 ? "for (nuint i = 0; i < count; i++)" : $"for (nuint i = 0; i < count; i += {Integer(stride)})");
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

    /// <summary>The C# type of a target.</summary>
    public static string TargetKeyword(ElementType targets) => targets switch
    {
        ElementType.Single => "float",
        ElementType.Double => "double",
        _ => "byte",
    };

    private void WriteInstruction(int id, Instruction instruction)
    {
        if (instruction.IsStore)
        {
            WriteStore(id, instruction);
            return;
        }

        HoldConstants(id);
        bool isNew = _names.Allocate(id, instruction.Name);
        string[] assignments = Enumerable.Range(0, IsUniform(id) ? 1 : _dialect.Interleave)
            .Select(vector => $"{Variable(id, vector)} = {Right(id, vector)}")
            .ToArray();
        string together = string.Join(isNew ? ", " : "; ", assignments);
        if (together.Length <= LineLength)
        {
            _code.Line((isNew ? _dialect.Type + " " : "") + together + ";");
        }
        else
        {
            foreach (string assignment in assignments)
            {
                _code.Line((isNew ? _dialect.Type + " " : "") + assignment + ";");
            }
        }
    }

    private void WriteStore(int id, Instruction store)
    {
        int value = store.Operands[0];
        HoldConstants(IsOnlyStored(value) ? value : id);
        for (int vector = 0; vector < _dialect.Interleave; vector++)
        {
            string stored = IsOnlyStored(value) ? Right(value, vector) : Operand(id, value, vector);
            _code.Line(Format(id, stored, Position(vector), Integer(store.Bits)) + ";");
        }
    }

    // The C# compiler leaves the value of a variable that is read once where it was computed; with the stores of other vectors in between, the
    // JIT makes a vector of a mask in it.
    private bool IsOnlyStored(int id) => !IsUniform(id) && _names.LastUse(id) == id + 1 && _kernel.Instructions[id + 1].IsStore && !IsConstant(id);

    private void HoldConstants(int id)
    {
        if (HasVariables(id))
        {
            Instruction instruction = _kernel.Instructions[id];
            IEnumerable<double> operands = instruction.Operands.Where(IsConstant).Select(Number);
            _constants.Hold(_code, [.. operands.Concat(_dialect.Rows[instruction.Op].Constants).Select(_dialect.Constant)]);
        }
    }

    private string Right(int id, int vector)
    {
        Instruction instruction = _kernel.Instructions[id];
        return instruction.Op switch
        {
            KernelOp.LoadTarget when _targets is ElementType.Boolean or ElementType.Byte =>
                $"ByteTargets.Load{_dialect.Scalar}{(_dialect.Lanes == 1 ? "" : _dialect.Suffix)}(in targets, {Position(vector)})",
            KernelOp.LoadScalar => Format(id, Integer(instruction.Bits)),
            KernelOp.LoadPerClass => Format(id, Integer(instruction.Bits), Position(vector)),
            KernelOp.LoadInput or KernelOp.LoadTarget or KernelOp.LoadWeight => Format(id, Position(vector)),
            _ => Format(id, [.. instruction.Operands.Select(operand => Operand(id, operand, vector))]),
        };
    }

    private string Format(int id, params string[] operands)
    {
        OperationText text = _dialect.Rows[_kernel.Instructions[id].Op];
        IEnumerable<string> constants = text.Constants.Select(constant => Constant(id, constant));
        return string.Format(CultureInfo.InvariantCulture, text.Format, [.. operands.Select((operand, i) => AfterSign(text.Format, i, operand)).Concat(constants)]);
    }

    // -(-1), since --1 would be another operator
    private static string AfterSign(string row, int index, string operand) =>
        operand[0] == '-' && row.Contains($"-{{{Integer(index)}}}") ? $"({operand})" : operand;

    private string Position(int vector) => vector == 0 ? "i" : "i + " + Integer(vector * _dialect.Lanes);

    private string Operand(int id, int operand, int vector) => _kernel.Instructions[operand].Op switch
    {
        KernelOp.Constant => Constant(id, Number(operand)),
        KernelOp.Scale => "reduction",
        _ => Variable(operand, vector),
    };

    private string Constant(int id, double number) => HasVariables(id) ? _constants[_dialect.Constant(number)] : _dialect.Constant(number);

    private bool IsConstant(int id) => _kernel.Instructions[id].Op == KernelOp.Constant;

    private double Number(int id) => BitConverter.Int64BitsToDouble(_kernel.Instructions[id].Bits);

    // what is written once has its constants where they are used
    private bool HasVariables(int id) => _dialect.Interleave > 1 && !IsUniform(id);

    private string Variable(int id, int vector) => _names[id] + (_dialect.Interleave == 1 || IsUniform(id) ? "" : Integer(vector));

    // computed once, before the loop
    private bool IsUniform(int id) => id < _kernel.Preamble;

    private static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture);
}
