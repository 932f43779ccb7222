// the compiler has the interface too, since the elementary functions are compiled twice
extern alias library;

using System;
using System.Collections.Generic;
using System.Numerics;
using LossGen.Elementary;
using LossGen.Generator.Algebra;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Tests.Scheduling;

/// <summary>Runs a kernel for one element, with the operations of a lane of its type.</summary>
internal static class KernelInterpreter
{
    public static IReadOnlyDictionary<OutputKind, double> Run(
        Kernel kernel, IReadOnlyDictionary<Op, double> leaves, double[]? scalars = null, double[]? perClass = null) => kernel.Scalar == ScalarType.Single
        ? Run<float, SingleScalar>(kernel, leaves, scalars, perClass)
        : Run<double, DoubleScalar>(kernel, leaves, scalars, perClass);

    private static Dictionary<OutputKind, double> Run<T, TLane>(
        Kernel kernel, IReadOnlyDictionary<Op, double> leaves, double[]? scalars, double[]? perClass)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TLane : struct, library::LossGen.Elementary.IVectorArithmetic<T, T>
    {
        TLane lane = default;
        Dictionary<OutputKind, double> outputs = [];
        T[] values = new T[kernel.Instructions.Count];
        for (int id = 0; id < values.Length; id++)
        {
            Instruction instruction = kernel.Instructions[id];
            T X(int i) => values[instruction.Operands[i]];
            values[id] = instruction.Op switch
            {
                KernelOp.Constant => T.CreateTruncating(BitConverter.Int64BitsToDouble(instruction.Bits)),
                KernelOp.LoadInput => T.CreateTruncating(leaves[Op.Logit]),
                KernelOp.LoadTarget => T.CreateTruncating(leaves[Op.Target]),
                KernelOp.LoadWeight => T.CreateTruncating(leaves[Op.Weight]),
                KernelOp.Scale => T.CreateTruncating(leaves[Op.Scale]),
                KernelOp.LoadScalar => T.CreateTruncating(scalars![instruction.Bits]),
                KernelOp.LoadPerClass => T.CreateTruncating(perClass![instruction.Bits]),
                KernelOp.Negate => lane.Negate(X(0)),
                KernelOp.NegativeAbs => lane.NegativeAbs(X(0)),
                KernelOp.Add => lane.Add(X(0), X(1)),
                KernelOp.Subtract => lane.Subtract(X(0), X(1)),
                KernelOp.Multiply => lane.Multiply(X(0), X(1)),
                KernelOp.Divide => lane.Divide(X(0), X(1)),
                KernelOp.MultiplyAdd => lane.MultiplyAdd(X(0), X(1), X(2)),
                KernelOp.NegatedMultiplyAdd => lane.NegatedMultiplyAdd(X(0), X(1), X(2)),
                KernelOp.MultiplySubtract => lane.MultiplySubtract(X(0), X(1), X(2)),
                KernelOp.SquareRoot => lane.SquareRoot(X(0)),
                KernelOp.Max => lane.Max(X(0), X(1)),
                KernelOp.Min => lane.Min(X(0), X(1)),
                KernelOp.CopySign => lane.CopySign(X(0), X(1)),
                KernelOp.SelectLess => lane.SelectLess(X(0), X(1), X(2), X(3)),
                KernelOp.NegateWhereLess => lane.NegateWhereLess(X(0), X(1), X(2)),
                KernelOp.SelectLessOrEqual => lane.SelectLessOrEqual(X(0), X(1), X(2), X(3)),
                KernelOp.SelectEqual => lane.SelectEqual(X(0), X(1), X(2), X(3)),
                KernelOp.PowerOfTwo => lane.PowerOfTwo(X(0)),
                KernelOp.ExponentBits => lane.ExponentBits(X(0)),
                KernelOp.Rescale => lane.Rescale(X(0), X(1)),
                KernelOp.ToNumber => lane.ToNumber(X(0)),
                KernelOp.StoreLoss => Store(OutputKind.Loss, X(0)),
                KernelOp.StoreGradient => Store(OutputKind.Gradient, X(0)),
                KernelOp.StoreHessian => Store(OutputKind.Hessian, X(0)),
                _ => throw new InvalidOperationException($"{instruction.Op} has no interpretation."),
            };
        }

        return outputs;

        // a second store of one output throws
        T Store(OutputKind kind, T value)
        {
            outputs.Add(kind, double.CreateTruncating(value));
            return value;
        }
    }
}
