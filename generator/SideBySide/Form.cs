using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace LossGen.SideBySide;

/// <summary>
/// A method that does an operation on several vectors. Each operand is either as many vectors, or one that is the same for all; what is made of nothing
/// else is one vector, too, and is returned. What is made otherwise is given out, or goes to memory at once: vector by vector, since memory takes them one
/// by one.
/// </summary>
internal sealed class Form : IForm
{
    private const string Result = "result";
    private const string Copy = "Copy";

    // Of more vectors, a method copies what is the same for all of them, for the JIT to put it on the stack rather than any of them: cross entropy is 5 %
    // faster. Of four there are kernels with many values, which are up to 60 % slower so.
    private const int MostWithoutCopies = 4;

    private readonly Operation _operation;
    private readonly ImmutableHashSet<string> _uniform;
    private readonly Operation? _store;

    private Form(Operation operation, ImmutableHashSet<string> uniform, Operation? store = null)
    {
        _operation = operation;
        _uniform = uniform;
        _store = store;
    }

    private bool IsReturned => _operation.MakesVector && !_operation.HasPlace && _uniform.Count == _operation.Operands.Length;

    /// <summary>
    /// All forms of the operations, one of which stores. What is made of vectors alone can be stored at once; the rest is not worth its methods, among which the
    /// runtime looks for each one that a kernel calls first.
    /// </summary>
    public static IEnumerable<IForm> Of(IReadOnlyList<Operation> operations)
    {
        Operation store = operations.Single(operation => operation.HasPlace && !operation.MakesVector);
        foreach (Operation operation in operations)
        {
            for (int choice = 0; choice < 1 << operation.Operands.Length; choice++)
            {
                yield return new Form(operation, [.. operation.Operands.Where((_, place) => (choice >> place & 1) != 0)]);
            }

            if (operation.MakesVector && !operation.Operands.IsEmpty)
            {
                yield return new Form(operation, [], store);
            }
        }
    }

    /// <inheritdoc/>
    public string Head(string vectors)
    {
        IEnumerable<string> operands = Declarations(_operation).Select(parameter =>
            IsReturned || !_operation.Operands.Contains(parameter.Name) ? parameter.Declaration
                : _uniform.Contains(parameter.Name) ? "in " + parameter.Declaration
                : $"in {vectors} {parameter.Name}");
        IEnumerable<string> results = _store != null ? Declarations(_store).Where(parameter => !_store.Operands.Contains(parameter.Name)).Select(parameter => parameter.Declaration)
            : _operation.MakesVector && !IsReturned ? [$"out {vectors} {Result}"]
            : [];
        return $"{(IsReturned ? _operation.Result : "void")} {_operation.Name}({string.Join(", ", results.Concat(operands))})";

        static IEnumerable<(string Name, string Declaration)> Declarations(Operation operation) =>
            operation.Parameters.Where(parameter => parameter.Name != Operation.Place);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Statements(int count)
    {
        if (IsReturned)
        {
            return [$"return {_operation.With(_ => null)};"];
        }

        ImmutableHashSet<string> copied = count > MostWithoutCopies ? _uniform : [];
        return _operation.Parameters.Where(parameter => copied.Contains(parameter.Name)).Select(parameter => $"{parameter.Declaration}{Copy} = {parameter.Name};")
            .Concat(Enumerable.Range(0, count).Select(vector => Statement(vector, copied)));
    }

    private string Statement(int vector, ImmutableHashSet<string> copied)
    {
        string place = vector.ToString(CultureInfo.InvariantCulture);
        string value = _operation.With(name => name == Operation.Place ? place
            : copied.Contains(name) ? name + Copy
            : _operation.Operands.Contains(name) && !_uniform.Contains(name) ? $"{name}.V{place}"
            : null);
        return _store != null ? _store.With(name => name == Operation.Place ? place : _store.Operands.Contains(name) ? $"({value})" : null) + ";"
            : _operation.MakesVector ? $"{Result}.V{place} = {value};"
            : $"{value};";
    }
}
