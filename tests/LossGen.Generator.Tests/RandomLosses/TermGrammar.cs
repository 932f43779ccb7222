using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>
/// Random bodies of term methods over all that a term may be written with. Every expression is written for a domain, so that
/// most logarithms are of positive numbers; in the domain <see cref="Domain.Unrestricted"/> anything goes anywhere.
/// </summary>
/// <param name="parameters">The parameters of the method with their domains.</param>
/// <param name="helper">How to call the helper method, which takes two numbers, or null where there is none.</param>
internal sealed class TermGrammar(ImmutableArray<(string Name, Domain Domain)> parameters, string? helper)
{
    private static readonly Dictionary<Domain, string[]> s_constants = new()
    {
        [Domain.Open] = ["0.05", "0.25", "0.5", "0.75", "0.9"],
        [Domain.Unit] = ["0.0", "1.0", "0.3", "0.5"],
        [Domain.Positive] = ["0.1", "0.5", "1.0", "2.0", "3.0", "Math.E"],
        [Domain.Bounded] = ["-2.0", "-1.0", "-0.3", "0.0", "0.7", "1.0", "1.5", "3.0"],
        [Domain.Any] = ["-3.0", "-1.0", "-0.1", "0.0", "0.5", "1.0", "1.5", "2.0", "Math.PI", "10.0"],
        [Domain.Unrestricted] = ["-1.0", "0.0", "0.5", "1.0", "2.0", "-0.0", "1e-300", "1e10", "double.Epsilon", "double.PositiveInfinity"],
    };

    // {{ and }} are braces: the texts are composite formats
    private static readonly Dictionary<Domain, (string Format, Domain[] Parts)[]> s_forms = new()
    {
        [Domain.Open] =
        [
            ("(1 - {0})", [Domain.Open]),
            ("(1.0 - {0})", [Domain.Open]),
            ("({0} * {1})", [Domain.Open, Domain.Open]),
            ("(0.5 * ({0} + {1}))", [Domain.Open, Domain.Open]),
            ("({0} / (1 + {1}))", [Domain.Open, Domain.Unit]),
            ("LossMath.Sigmoid({0})", [Domain.Bounded]),
            ("Math.Min({0}, {1})", [Domain.Open, Domain.Open]),
            ("Math.Max({0}, 0.05)", [Domain.Open]),
            ("Math.Clamp({0}, 0.01, 0.99)", [Domain.Any]),
            ("Math.Sqrt({0})", [Domain.Open]),
            ("Math.Pow({0}, 2)", [Domain.Open]),
            ("Math.Pow({0}, 1.5)", [Domain.Open]),
            ("Math.Pow({0}, 0.25 + {1})", [Domain.Open, Domain.Unit]),
            ("Math.Exp(-(0.01 + {0}))", [Domain.Unit]),
            ("LossMath.Detach({0})", [Domain.Open]),
        ],
        [Domain.Unit] =
        [
            ("(1 - {0})", [Domain.Unit]),
            ("({0} * {1})", [Domain.Unit, Domain.Unit]),
            ("Math.Clamp({0}, 0, 1)", [Domain.Any]),
            ("Math.Max({0} - 0.2, 0)", [Domain.Unit]),
            ("Math.Min({0} + 0.05, 1)", [Domain.Unit]),
            ("Math.Abs({0} - {1})", [Domain.Unit, Domain.Unit]),
            ("double.Lerp({0}, {1}, {2})", [Domain.Unit, Domain.Unit, Domain.Unit]),
            ("Math.Pow({0}, 2)", [Domain.Unit]),
            ("Math.Pow({0}, {1})", [Domain.Unit, Domain.Positive]),
            ("(0.5 * (1 + Math.Tanh({0})))", [Domain.Bounded]),
        ],
        [Domain.Positive] =
        [
            ("(1 + {0})", [Domain.Unit]),
            ("(0.1 + {0} * {0})", [Domain.Bounded]),
            ("(0.1 + Math.Abs({0}))", [Domain.Any]),
            ("({0} + {1})", [Domain.Positive, Domain.Positive]),
            ("({0} * {1})", [Domain.Positive, Domain.Positive]),
            ("({0} / {1})", [Domain.Positive, Domain.Positive]),
            ("(1 / {0})", [Domain.Open]),
            ("(-Math.Log({0}))", [Domain.Open]),
            ("(-LossMath.LogSigmoid({0}))", [Domain.Bounded]),
            ("LossMath.Softplus({0})", [Domain.Bounded]),
            ("Math.Exp({0})", [Domain.Bounded]),
            ("double.Exp2({0})", [Domain.Bounded]),
            ("Math.Cosh({0})", [Domain.Bounded]),
            ("Math.Sqrt({0})", [Domain.Positive]),
            ("double.Hypot({0}, {1})", [Domain.Positive, Domain.Bounded]),
            ("Math.Pow({0}, -1)", [Domain.Positive]),
            ("Math.Pow({0}, 2.3)", [Domain.Positive]),
            ("Math.Pow({0}, {1})", [Domain.Positive, Domain.Bounded]),
            ("Math.Max({0}, 0.5)", [Domain.Any]),
        ],
        [Domain.Bounded] =
        [
            ("({0} - {1})", [Domain.Unit, Domain.Unit]),
            ("(2 * {0} - 1)", [Domain.Unit]),
            ("(- {0})", [Domain.Bounded]),
            ("(0.5 * {0})", [Domain.Bounded]),
            ("Math.Tanh({0})", [Domain.Any]),
            ("Math.Clamp({0}, -3, 3)", [Domain.Any]),
            ("(1.0 * Math.Sign({0}))", [Domain.Any]),
            ("Math.Log({0} + 0.1)", [Domain.Unit]),
            ("(Math.Log({0}) - Math.Log(1 - {0}))", [Domain.Open]),
        ],
        [Domain.Any] =
        [
            ("({0} + {1})", [Domain.Any, Domain.Any]),
            ("({0} - {1})", [Domain.Any, Domain.Any]),
            ("({0} * {1})", [Domain.Any, Domain.Any]),
            ("({0} / {1})", [Domain.Any, Domain.Positive]),
            ("({0} / {1})", [Domain.Any, Domain.Open]),
            ("(- {0})", [Domain.Any]),
            ("Math.Log({0})", [Domain.Open]),
            ("Math.Log({0})", [Domain.Positive]),
            ("Math.Log(1 - {0})", [Domain.Open]),
            ("Math.Log2({0})", [Domain.Open]),
            ("Math.Log10({0})", [Domain.Positive]),
            ("Math.Log({0}, 3)", [Domain.Positive]),
            ("LossMath.Log1P({0})", [Domain.Unit]),
            ("LossMath.Log1P(-{0})", [Domain.Open]),
            ("double.LogP1(0.1 + {0})", [Domain.Positive]),
            ("LossMath.LogSigmoid({0})", [Domain.Any]),
            ("LossMath.Softplus({0})", [Domain.Any]),
            ("LossMath.Sigmoid({0})", [Domain.Any]),
            ("LossMath.Expm1({0})", [Domain.Bounded]),
            ("double.ExpM1(0.1 + {0})", [Domain.Unit]),
            ("Math.Sinh({0})", [Domain.Bounded]),
            ("Math.Tanh({0})", [Domain.Any]),
            ("Math.Abs({0})", [Domain.Any]),
            ("Math.Max({0}, {1})", [Domain.Any, Domain.Any]),
            ("Math.Min({0}, {1})", [Domain.Any, Domain.Any]),
            ("Math.Pow({0}, 3)", [Domain.Any]),
            ("Math.FusedMultiplyAdd({0}, {1}, {2})", [Domain.Any, Domain.Bounded, Domain.Any]),
            ("(Math.Pow({0}, 2) * Math.Log(1 - {0}))", [Domain.Open]),
            ("({0} * (1 - {0}))", [Domain.Unit]),
            ("LossMath.Detach({0})", [Domain.Any]),
        ],
        [Domain.Unrestricted] =
        [
            .. new[]
            {
                "Math.Log({0})", "Math.Sqrt({0})", "Math.Exp({0})", "Math.Abs({0})", "Math.Tanh({0})", "Math.Cosh({0})", "Math.Sinh({0})",
                "LossMath.Log1P({0})", "LossMath.Expm1({0})", "LossMath.Softplus({0})", "LossMath.Sigmoid({0})",
                "LossMath.LogSigmoid({0})", "LossMath.Detach({0})", "(- {0})", "(1 - {0})", "Math.Pow({0}, 2)", "Math.Pow({0}, 0.5)", "Math.Pow({0}, -1.5)",
            }.Select(format => (format, new[] { Domain.Unrestricted })),
            .. new[]
            {
                "({0} + {1})", "({0} - {1})", "({0} * {1})", "({0} / {1})", "Math.Max({0}, {1})", "Math.Min({0}, {1})", "Math.Pow({0}, {1})",
                "double.Hypot({0}, {1})",
            }.Select(format => (format, new[] { Domain.Unrestricted, Domain.Unrestricted })),
            ("Math.Clamp({0}, -1, 2)", [Domain.Unrestricted]),
        ],
    };

    private static readonly (string Format, int Numbers, int Conditions)[] s_conditions =
    [
        ("{0} < {1}", 2, 0), ("{0} <= {1}", 2, 0), ("{0} > {1}", 2, 0), ("{0} >= {1}", 2, 0), ("{0} == {1}", 2, 0), ("{0} != {1}", 2, 0),
        ("{0} is > 0.2 and < 0.8", 1, 0), ("{0} is not 0", 1, 0),
        ("!({0})", 0, 1), ("({0} && {1})", 0, 2), ("({0} || {1})", 0, 2), ("({0} ^ {1})", 0, 2),
    ];

    // of each domain, those whose numbers it has
    private static readonly Dictionary<Domain, Domain[]> s_subsets = new()
    {
        [Domain.Open] = [Domain.Open],
        [Domain.Unit] = [Domain.Open, Domain.Unit],
        [Domain.Positive] = [Domain.Open, Domain.Positive],
        [Domain.Bounded] = [Domain.Open, Domain.Unit, Domain.Bounded],
        [Domain.Any] = [Domain.Open, Domain.Unit, Domain.Positive, Domain.Bounded, Domain.Any],
        [Domain.Unrestricted] = [Domain.Open, Domain.Unit, Domain.Positive, Domain.Bounded, Domain.Any, Domain.Unrestricted],
    };

    /// <summary>A method body whose expressions have up to that depth.</summary>
    public Gen<Piece> Body(Domain domain, int depth) => Body(domain, depth, statements: 3);

    private Gen<Piece> Body(Domain domain, int depth, int statements)
    {
        Gen<Piece> result = Number(domain, depth).Select(value => new Piece(Sort.Body, "return {0};", value));
        if (statements == 0)
        {
            return result;
        }

        Gen<Piece> rest = Delayed(() => Body(domain, depth, statements - 1));
        Gen<Piece> early =
            from condition in Condition(domain, depth - 2)
            from value in Number(domain, depth - 1)
            from then in rest
            select new Piece(Sort.Body, "if ({0}) {{ return {1}; }}\n{2}", condition, value, then);
        Gen<Piece> branches =
            from condition in Condition(domain, depth - 2)
            from whenTrue in rest
            from whenFalse in rest
            select new Piece(Sort.Body, "if ({0})\n{{\n{1}\n}}\nelse\n{{\n{2}\n}}", condition, whenTrue, whenFalse);
        return Gen.Frequency((3, result), (3, Local(domain, depth, statements)), (1, early), (1, branches));
    }

    private Gen<Piece> Local(Domain domain, int depth, int statements)
    {
        string name = "a" + statements.ToString(CultureInfo.InvariantCulture);
        return
            from local in Side(domain)
            from value in Number(local, depth - 1)
            from assigned in Number(local, depth - 2)
            from condition in Condition(domain, depth - 2)
            from then in new TermGrammar(parameters.Add((name, local)), helper).Body(domain, depth - 1, statements - 1)
            from piece in Gen.Elements(
                new Piece(Sort.Body, "double " + name + " = {0};\n{1}", value, then),
                new Piece(Sort.Body, "double " + name + " = {0};\nif ({1}) {{ " + name + " = {2}; }}\n{3}", value, condition, assigned, then),
                new Piece(Sort.Body, "double " + name + ";\nif ({1}) {{ " + name + " = {0}; }} else " + name + " = {2};\n{3}", value, condition, assigned, then))
            select piece with { Local = name };
    }

    /// <summary>An expression of that domain and up to that depth.</summary>
    private Gen<Piece> Number(Domain domain, int depth)
    {
        Piece[] variables = [.. parameters.Where(p => s_subsets[domain].Contains(p.Domain)).Select(p => new Piece(Sort.Number, p.Name))];
        Gen<Piece> constant = Gen.Elements(s_constants[domain]).Select(text => new Piece(Sort.Number, text));
        Gen<Piece> leaf = variables.Length == 0 ? constant : Gen.Frequency((4, Gen.Elements(variables)), (1, constant));
        if (depth <= 0)
        {
            return leaf;
        }

        Gen<Piece> form =
            from chosen in Gen.Elements(s_forms[domain])
            from parts in Numbers(chosen.Parts, depth - 1)
            select new Piece(Sort.Number, chosen.Format, parts);
        Gen<Piece> narrower = domain == Domain.Unrestricted ? form : Gen.Elements(s_subsets[domain]).SelectMany(narrow => Number(narrow, depth - 1));
        Gen<Piece> call = helper is null || domain is not (Domain.Any or Domain.Unrestricted) ? form
            : Numbers([Domain.Open, domain], depth - 1).Select(arguments => new Piece(Sort.Number, helper + "({0}, {1})", arguments));
        return Gen.Frequency((2, leaf), (12, form), (4, narrower), (2, call), (1, Delayed(() => Choice(domain, depth))));
    }

    private Gen<Piece> Choice(Domain domain, int depth) =>
        from condition in Condition(domain, depth - 1)
        from value in Number(domain, depth - 1)
        from parts in Numbers([domain, domain, domain], depth - 1)
        from piece in Gen.Elements(
            new Piece(Sort.Number, "({0} ? {1} : {2})", condition, parts[0], parts[1]),
            new Piece(Sort.Number, "({0} switch {{ < 0.25 => {1}, > 0.75 => {2}, _ => {3} }})", value, parts[0], parts[1], parts[2]),
            new Piece(Sort.Number, "({0} switch {{ > 0.5 and not 0.75 => {1}, 0 or 0.25 => {2}, _ => {3} }})", value, parts[0], parts[1], parts[2]))
        select piece;

    private Gen<Piece> Condition(Domain domain, int depth) =>
        from chosen in Gen.Elements(s_conditions).Where(chosen => depth > 0 || chosen.Conditions == 0)
        from side in Side(domain)
        from numbers in Numbers([.. Enumerable.Repeat(side, chosen.Numbers)], depth - 1)
        from conditions in Gen.CollectToArray(Enumerable.Repeat(depth, chosen.Conditions), below => Condition(domain, below - 1))
        select new Piece(Sort.Condition, chosen.Format, [.. numbers, .. conditions]);

    // the domain of something that is not the result
    private static Gen<Domain> Side(Domain domain) => domain == Domain.Unrestricted ? Gen.Constant(domain) : Gen.Elements(s_subsets[Domain.Any]);

    private Gen<ImmutableArray<Piece>> Numbers(Domain[] domains, int depth) =>
        Gen.CollectToArray(domains, domain => Delayed(() => Number(domain, depth))).Select(parts => parts.ToImmutableArray());

    // a grammar is recursive: what is not chosen is not built
    private static Gen<Piece> Delayed(Func<Gen<Piece>> gen) => Gen.Constant(gen).SelectMany(build => build());
}
