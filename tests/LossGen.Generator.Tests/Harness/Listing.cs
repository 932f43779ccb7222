using System.Globalization;
using System.Linq;
using LossGen.Generator.Algebra;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Tests.Harness;

/// <summary>Prints expressions and instructions as they are stored, operation by operation.</summary>
internal static class Listing
{
    /// <summary>An output of a graph, in function notation.</summary>
    public static string Of(ExprGraph graph, OutputKind kind) => Of(graph, graph.Outputs.Single(o => o.Kind == kind).Node);

    /// <summary>The instructions of one step of a kernel, operands by their name and number.</summary>
    public static string Of(Kernel kernel, string step) => string.Join("\n", Enumerable.Range(0, kernel.Instructions.Count)
        .Where(id => kernel.Instructions[id].Step == step && kernel.Instructions[id].Op != KernelOp.Constant)
        .Select(id => $"{Name(kernel, id)} = {kernel.Instructions[id].Op}({string.Join(", ", kernel.Instructions[id].Operands.Select(o => Name(kernel, o)))})"));

    private static string Of(ExprGraph graph, int id)
    {
        Node node = graph.Nodes[id];
        return node.Op == Op.Constant
            ? System.BitConverter.Int64BitsToDouble(node.Bits).ToString("R", CultureInfo.InvariantCulture)
            : ExprGraph.Operands(node).Any()
                ? $"{node.Op}({string.Join(", ", ExprGraph.Operands(node).Select(operand => Of(graph, operand)))})"
                : node.Op.ToString();
    }

    private static string Name(Kernel kernel, int id) => kernel.Instructions[id] is { Op: KernelOp.Constant } constant
        ? ((float)System.BitConverter.Int64BitsToDouble(constant.Bits)).ToString("R", CultureInfo.InvariantCulture)
        : kernel.Instructions[id].Name + id.ToString(CultureInfo.InvariantCulture);
}
