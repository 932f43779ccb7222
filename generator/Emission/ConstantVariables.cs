using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LossGen.Generator.Emission;

/// <summary>
/// The variables that hold the constants of a step for all the vectors side by side: to the JIT they are constants, and the C# compiler binds each of
/// them once and not once per vector.
/// </summary>
internal sealed class ConstantVariables
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
                code.Line($"TVector {Name(_held.Count - 1)} = {constant};");
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
