using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Elementary;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Scheduling;

/// <summary>A value of a kernel under construction.</summary>
internal readonly record struct KernelValue(int Id);

/// <summary>
/// Collects instructions, equal ones once. As an arithmetic it lets the elementary functions of the runtime library write
/// themselves into a kernel.
/// </summary>
internal sealed class KernelBuilder : IArithmetic<KernelValue>
{
    // the name of what has none in a formula
    private const string Temporary = "t";

    private readonly List<Instruction> _instructions = [];
    private readonly Dictionary<(KernelOp, EquatableArray<int>, long), KernelValue> _known = [];
    private string _step = "";

    public IReadOnlyList<Instruction> Instructions => _instructions;

    /// <summary>What is added by the function belongs to that step, and its result has that name.</summary>
    public KernelValue Step(string mathematics, string name, Func<KernelValue> function)
    {
        string outer = _step;
        _step = mathematics;
        KernelValue value = function();
        _step = outer;
        Instruction result = _instructions[value.Id];
        if (result.Name == Temporary)
        {
            _instructions[value.Id] = result with { Name = name };
        }

        return value;
    }

    /// <summary>The instruction with that operation and those operands.</summary>
    public KernelValue Add(KernelOp op, params KernelValue[] operands) => Intern(op, operands, 0);

    /// <summary>The hyperparameter at that place among those that are loaded in the same way.</summary>
    public KernelValue Hyperparameter(KernelOp load, int place) => Intern(load, [], place);

    /// <summary>Stores the value as the number of the statistics at that place.</summary>
    public KernelValue StoreStatistic(KernelValue value, int place) => Intern(KernelOp.StoreStatistic, [value], place);

    public KernelValue Constant(double value) => Intern(KernelOp.Constant, [], BitConverter.DoubleToInt64Bits(value));

    public KernelValue Add(KernelValue a, KernelValue b) =>
        Negated(b) is { } y ? Add(KernelOp.Subtract, a, y)
        : Negated(a) is { } x ? Add(KernelOp.Subtract, b, x)
        : Add(KernelOp.Add, a, b);

    public KernelValue Subtract(KernelValue a, KernelValue b) => Negated(b) is { } x ? Add(KernelOp.Add, a, x) : Add(KernelOp.Subtract, a, b);

    public KernelValue Multiply(KernelValue a, KernelValue b) => Add(KernelOp.Multiply, a, b);

    public KernelValue Divide(KernelValue a, KernelValue b) => Add(KernelOp.Divide, a, b);

    public KernelValue MultiplyAdd(KernelValue a, KernelValue b, KernelValue c) =>
        Negated(a) is { } x ? NegatedMultiplyAdd(x, b, c)
        : Negated(b) is { } y ? NegatedMultiplyAdd(a, y, c)
        : Negated(c) is { } z ? MultiplySubtract(a, b, z)
        : Add(KernelOp.MultiplyAdd, a, b, c);

    public KernelValue NegatedMultiplyAdd(KernelValue a, KernelValue b, KernelValue c) =>
        Negated(a) is { } x ? MultiplyAdd(x, b, c)
        : Negated(b) is { } y ? MultiplyAdd(a, y, c)
        : Add(KernelOp.NegatedMultiplyAdd, a, b, c);

    /// <summary>a b - c.</summary>
    public KernelValue MultiplySubtract(KernelValue a, KernelValue b, KernelValue c) =>
        Negated(c) is { } z ? MultiplyAdd(a, b, z) : Add(KernelOp.MultiplySubtract, a, b, c);

    public KernelValue SquareRoot(KernelValue a) => Add(KernelOp.SquareRoot, a);

    public KernelValue Max(KernelValue a, KernelValue b) =>
        ConstantOf(a) is { } limit && Negated(b) is { } x ? Negate(Min(Constant(-limit), x)) : Add(KernelOp.Max, a, b);

    public KernelValue Min(KernelValue a, KernelValue b) =>
        ConstantOf(a) is { } limit && Negated(b) is { } x ? Negate(Max(Constant(-limit), x)) : Add(KernelOp.Min, a, b);

    public KernelValue Negate(KernelValue a) => Negated(a) ?? Add(KernelOp.Negate, a);

    public KernelValue NegativeAbs(KernelValue a) => Add(KernelOp.NegativeAbs, a);

    public KernelValue SelectLess(KernelValue a, KernelValue b, KernelValue x, KernelValue y) => Select(KernelOp.SelectLess, a, b, x, y);

    public KernelValue SelectEqual(KernelValue a, KernelValue b, KernelValue x, KernelValue y) => Select(KernelOp.SelectEqual, a, b, x, y);

    /// <summary>x where the comparison of a and b holds, and y elsewhere.</summary>
    public KernelValue Select(KernelOp comparison, KernelValue a, KernelValue b, KernelValue x, KernelValue y) =>
        comparison == KernelOp.SelectLess && NegationOf(x, y) is { } negated ? Add(KernelOp.NegateWhereLess, a, b, negated)
        : (Negated(x) ?? Negated(y)) is not null && Opposite(x) is { } first && Opposite(y) is { } second
            ? Negate(Add(comparison, a, b, first, second))
        : Add(comparison, a, b, x, y);

    // y where x is -y: a difference is negated by the other order of its operands
    private KernelValue? NegationOf(KernelValue x, KernelValue y) =>
        Negated(x) == y ? y
        : Negated(y) == x && _instructions[x.Id] is { Op: KernelOp.Subtract } difference
            ? Subtract(new KernelValue(difference.Operands[1]), new KernelValue(difference.Operands[0]))
        : null;

    public KernelValue CopySign(KernelValue a, KernelValue b) => Add(KernelOp.CopySign, a, b);

    public KernelValue PowerOfTwo(KernelValue a) => Add(KernelOp.PowerOfTwo, a);

    public KernelValue ExponentBits(KernelValue a) => Add(KernelOp.ExponentBits, a);

    public KernelValue Rescale(KernelValue a, KernelValue exponentBits) => Add(KernelOp.Rescale, a, exponentBits);

    public KernelValue ToNumber(KernelValue exponentBits) => Add(KernelOp.ToNumber, exponentBits);

    // x of -x: signs go into the operation that follows, which changes no bit of a result
    private KernelValue? Negated(KernelValue a) =>
        _instructions[a.Id] is { Op: KernelOp.Negate } negation ? new KernelValue(negation.Operands[0]) : null;

    private double? ConstantOf(KernelValue a) =>
        _instructions[a.Id] is { Op: KernelOp.Constant } constant ? BitConverter.Int64BitsToDouble(constant.Bits) : null;

    // -x where it costs nothing
    private KernelValue? Opposite(KernelValue x) => Negated(x) ?? (ConstantOf(x) is { } constant ? Constant(-constant) : null);

    private KernelValue Intern(KernelOp op, KernelValue[] operands, long bits)
    {
        EquatableArray<int> ids = new(operands.Select(operand => operand.Id));
        if (!_known.TryGetValue((op, ids, bits), out KernelValue value))
        {
            value = new KernelValue(_instructions.Count);
            _instructions.Add(new Instruction(op, ids, bits, Temporary, _step));
            _known.Add((op, ids, bits), value);
        }

        return value;
    }
}
