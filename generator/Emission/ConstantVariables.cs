using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LossGen.Generator.Emission;

/// <summary>
/// The variables that hold the constants of a step for all the vectors side by side. To the JIT they are constants as before. The C# compiler, which takes
/// longer to bind the creation of a vector than all else in a statement, sees each of them once and not once per vector.
/// </summary>
/// <param name="dialect">How a constant is written.</param>
internal sealed class ConstantVariables(Dialect dialect)
{
    private readonly List<string> _held = [];

    /// <summary>The constant of that text, which is held.</summary>
    public string this[string constant] => Name(_held.IndexOf(constant));

    /// <summary>Writes the statements after which all of them are held.</summary>
    public void Hold(CodeWriter code, IReadOnlyList<string> constants)
    {
        foreach (string constant in constants.Distinct().Where(constant => !_held.Contains(constant)))
        {
            int free = _held.FindIndex(held => !constants.Contains(held));
            if (free < 0)
            {
                _held.Add(constant);
                code.Line($"{dialect.Type} {Name(_held.Count - 1)} = {constant};");
            }
            else
            {
                _held[free] = constant;
                code.Line($"{Name(free)} = {constant};");
            }
        }
    }

    private static string Name(int place) => "k" + place.ToString(CultureInfo.InvariantCulture);
}
