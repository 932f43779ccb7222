using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Parsing;

namespace LossGen.Generator.Emission;

/// <summary>The term methods of a type as a file-local class of formulas over hyper-dual numbers; equal ones are one.</summary>
internal sealed class TermFormulas
{
    private const string Namespace = "LossGen.Generated";
    private const string Class = "Terms";

    private readonly List<(string Name, IReadOnlyList<string> Body)> _formulas = [];

    /// <summary>The qualified name of the formula of a term, which becomes part of the class.</summary>
    public string Add(CustomTerm term, IReadOnlyList<string> hyperparameters)
    {
        string name = NameOf(term);
        IReadOnlyList<string> body = TermFormula.Body(term.Graph, hyperparameters);
        string unique = name;
        for (int i = 2; _formulas.Exists(formula => formula.Name == unique && !formula.Body.SequenceEqual(body)); i++)
        {
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        }

        if (!_formulas.Exists(formula => formula.Name == unique))
        {
            _formulas.Add((unique, body));
        }

        return $"global::{Namespace}.{Class}.{CodeText.Identifier(unique)}";
    }

    /// <summary>The class, where there are formulas.</summary>
    public void Write(CodeWriter code)
    {
        if (_formulas.Count == 0)
        {
            return;
        }

        code.Line().Open("namespace " + Namespace);
        code.Line("using global::LossGen.Verification;").Line();
        code.Line("/// <summary>The term methods as they are written, over hyper-dual numbers: the derivatives that the kernels are verified against.</summary>");
        code.Open("file static class " + Class);
        foreach ((string name, IReadOnlyList<string> body) in _formulas)
        {
            if (name != _formulas[0].Name)
            {
                code.Line();
            }

            code.Open($"public static HyperDual {CodeText.Identifier(name)}(TermPoint at)");
            foreach (string line in body)
            {
                code.Line(line);
            }

            code.Close();
        }

        code.Close().Close();
    }

    /// <summary>The simple name of the term method, without escape.</summary>
    public static string NameOf(CustomTerm term) => term.Method.Substring(term.Method.LastIndexOf('.') + 1).TrimStart('@');
}
