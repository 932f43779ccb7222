using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace LossGen.SideBySide;

/// <summary>
/// A polynomial with constant coefficients, the leading one first, by the scheme of Horner: one step for all the vectors before the next one. The result
/// is not the argument.
/// </summary>
internal sealed class PolynomialForm : IForm
{
    private const int FewestCoefficients = 3;
    private const int MostCoefficients = 12;

    private const string Result = "result";
    private const string Argument = "x";
    private const string Coefficient = "coefficient";

    private readonly string _scalar;
    private readonly ImmutableArray<string> _coefficients;
    private readonly Operation _constant;
    private readonly Operation _multiplyAdd;

    private PolynomialForm(string scalar, int coefficients, IReadOnlyList<Operation> operations)
    {
        _scalar = scalar;
        _coefficients = [.. Enumerable.Range(0, coefficients).Select(place => "c" + place.ToString(CultureInfo.InvariantCulture))];
        _constant = operations.Single(operation => operation.Name == "Constant");
        _multiplyAdd = operations.Single(operation => operation.Name == "MultiplyAdd");
    }

    /// <summary>The forms with 3 to 12 coefficients.</summary>
    /// <param name="scalar">The type of a number.</param>
    /// <param name="operations">The operations on one vector.</param>
    public static IEnumerable<IForm> Of(string scalar, IReadOnlyList<Operation> operations) =>
        Enumerable.Range(FewestCoefficients, MostCoefficients - FewestCoefficients + 1).Select(coefficients => new PolynomialForm(scalar, coefficients, operations));

    /// <inheritdoc/>
    public string Head(string vectors) =>
        $"void Polynomial(out {vectors} {Result}, in {vectors} {Argument}, {string.Join(", ", _coefficients.Select(name => _scalar + " " + name))})";

    /// <inheritdoc/>
    public IEnumerable<string> Statements(int count)
    {
        yield return $"{_constant.Result} leading = {Constant(_coefficients[0])};";
        for (int place = 1; place < _coefficients.Length; place++)
        {
            yield return $"{(place == 1 ? _constant.Result + " " : "")}{Coefficient} = {Constant(_coefficients[place])};";
            for (int vector = 0; vector < count; vector++)
            {
                string lane = ".V" + vector.ToString(CultureInfo.InvariantCulture);
                string[] operands = [place == 1 ? "leading" : Result + lane, Argument + lane, Coefficient];
                yield return $"{Result}{lane} = {_multiplyAdd.With(name => operands[_multiplyAdd.Operands.IndexOf(name)])};";
            }
        }
    }

    private string Constant(string number) => _constant.With(_ => number);
}
