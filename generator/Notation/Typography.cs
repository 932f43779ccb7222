using System;
using System.Collections.Generic;

namespace LossGen.Generator.Notation;

/// <summary>How a formula is set: as plain text, or in LaTeX.</summary>
/// <param name="Log">The logarithm's name with what separates it from an argument without parentheses.</param>
/// <param name="Power">A base to an exponent.</param>
/// <param name="Quotient">A numerator over a denominator, which are given with the parentheses plain text needs.</param>
/// <param name="Function">The name of a function.</param>
/// <param name="Variable">The name of a variable of more than one letter.</param>
/// <param name="LessOrEqual">The relation.</param>
/// <param name="Text">Words.</param>
internal sealed record Typography(
    string Log,
    Func<string, string, string> Power,
    Func<string, string, string> Quotient,
    Func<string, string> Function,
    Func<string, string> Variable,
    string LessOrEqual,
    Func<string, string> Text)
{
    /// <summary>The names of the hyperparameters that are given at run time, by their index.</summary>
    public IReadOnlyList<string> Hyperparameters { get; init; } = [];

    /// <summary>Operations as they are, not what they equal: q for sigmoid(-z), where formulas for people have 1 - p.</summary>
    public bool IsLiteral { get; init; }

    public static readonly Typography Plain = new("log", (x, a) => $"{x}^{a}", (a, b) => $"{a} / {b}", name => name, name => name, "<=", words => words);

    /// <summary>Plain text that tells stable forms from unstable ones.</summary>
    public static readonly Typography Literal = Plain with { IsLiteral = true };

    public static readonly Typography Latex = new(
        @"\log", (x, a) => $"{x}^{{{a}}}", (a, b) => $@"\frac{{{a}}}{{{b}}}", name => name is "max" or "min" or "sum" ? $@"\{name}" : $@"\operatorname{{{name}}}", name => $@"\mathit{{{name.Replace("_", @"\_")}}}", @"\le", words => $@"\text{{ {words}}}");
}
