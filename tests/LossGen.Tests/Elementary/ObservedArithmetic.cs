using System;
using LossGen.Elementary;

namespace LossGen.Tests.Elementary;

/// <summary>Another arithmetic, with every operation but the constants reported together with its result.</summary>
internal sealed class ObservedArithmetic<TValue>(IArithmetic<TValue> inner, Action<string, TValue> observe) : IArithmetic<TValue>
{
    public TValue Constant(double value) => inner.Constant(value);

    public TValue Add(TValue a, TValue b) => Report(nameof(Add), inner.Add(a, b));

    public TValue Subtract(TValue a, TValue b) => Report(nameof(Subtract), inner.Subtract(a, b));

    public TValue Multiply(TValue a, TValue b) => Report(nameof(Multiply), inner.Multiply(a, b));

    public TValue Divide(TValue a, TValue b) => Report(nameof(Divide), inner.Divide(a, b));

    public TValue MultiplyAdd(TValue a, TValue b, TValue c) => Report(nameof(MultiplyAdd), inner.MultiplyAdd(a, b, c));

    public TValue NegatedMultiplyAdd(TValue a, TValue b, TValue c) => Report(nameof(NegatedMultiplyAdd), inner.NegatedMultiplyAdd(a, b, c));

    public TValue SquareRoot(TValue a) => Report(nameof(SquareRoot), inner.SquareRoot(a));

    public TValue Max(TValue a, TValue b) => Report(nameof(Max), inner.Max(a, b));

    public TValue Min(TValue a, TValue b) => Report(nameof(Min), inner.Min(a, b));

    public TValue Negate(TValue a) => Report(nameof(Negate), inner.Negate(a));

    public TValue NegativeAbs(TValue a) => Report(nameof(NegativeAbs), inner.NegativeAbs(a));

    public TValue SelectLess(TValue a, TValue b, TValue x, TValue y) => Report(nameof(SelectLess), inner.SelectLess(a, b, x, y));

    public TValue SelectEqual(TValue a, TValue b, TValue x, TValue y) => Report(nameof(SelectEqual), inner.SelectEqual(a, b, x, y));

    public TValue CopySign(TValue a, TValue b) => Report(nameof(CopySign), inner.CopySign(a, b));

    public TValue PowerOfTwo(TValue a) => Report(nameof(PowerOfTwo), inner.PowerOfTwo(a));

    public TValue ExponentBits(TValue a) => Report(nameof(ExponentBits), inner.ExponentBits(a));

    public TValue Rescale(TValue a, TValue exponentBits) => Report(nameof(Rescale), inner.Rescale(a, exponentBits));

    public TValue ToNumber(TValue exponentBits) => Report(nameof(ToNumber), inner.ToNumber(exponentBits));

    private TValue Report(string operation, TValue result)
    {
        observe(operation, result);
        return result;
    }
}
