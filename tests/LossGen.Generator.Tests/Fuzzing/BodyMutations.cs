using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using LossGen.Generator.Tests.RandomLosses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LossGen.Generator.Tests.Fuzzing;

/// <summary>Random bodies of term methods, C# or not.</summary>
internal static class BodyMutations
{
    // what a term may not have, or what is at the edge of it
    private static readonly string[] s_fragments =
    [
        "for (;;) p += 1;", "while (p > 0) { p--; }", "foreach (var x in new[] { p }) { }", "do { } while (true);", "goto end; end: ;", "switch (p) { case 0: return 1; default: break; }",
        "try { return p; } finally { }", "throw new Exception();", "lock (new object()) { }", "using (null) { }", "yield return p;", "await null;", "unsafe { }", "checked { p *= 2; }",
        "p = double.NaN;", "double n = 0.0 / 0.0;", "double big = 1e308 * 10;", "double huge = 1e999;", "int i = 7 / 2;", "const double c = 1e-320;", "decimal m = 1m;", "float f = (float)p;",
        "p++;", "p = p = p;", "(p, var q) = (1, 2);", "var (a, b) = (p, p);", "string s = $\"{p}\";", "object o = p;", "double[] v = [p, p];", "Func<double, double> l = x => x * p;", "dynamic d = p;",
        "double R(double x) => R(x); p = R(p);", "p = F(p);", "double A(double x) => B(x); double B(double x) => A(x); p = A(p);", "p = Missing(p);", "p = MathF.Exp((float)p);", "p = Math.Sin(p);",
        "p = Math.Round(p);", "p %= 2;", "p = p is double q ? q : 0;", "p = p switch { };", "p = p switch { < 0 => 1 };", "p = p is { } x ? x : 1;", "ref double r = ref p;", "return;", "return p", "return p switch {",
        "\u00e4\u00f6 = \u03c0;", "double \u03bb = p; return \u03bb;", "double \ud835\udefc = 1;", "#if X", "#error", "// \u2028", "/* ", "\"\"\"", "'", "@", "$", "{{{{", "))))", ";;;;", "<<<", "?:", "0x", "1e", "1__2", ".5.", "\0", "\ufffe",
    ];

    private static readonly string[] s_tokens =
    [
        "(", ")", "{", "}", ";", ",", "?", ":", "=>", "=", "==", "<", "+", "-", "*", "/", "%", "!", "&&", "||", "switch", "is", "not", "and", "return", "if", "else", "double", "int", "var", "p", "z", "1", "0.5",
        "1e400", "double.NaN", "default", "null", "this", "base", "new", "ref", "out", "static", "Math", ".", "Math.Log(p)", "F(p)", "[", "]", "=> p", "??", "p!", "(int)p", "(float)p", "(double?)p", "nameof(p)", "typeof(double)", "stackalloc", "await", "await p",
    ];

    /// <summary>A valid body with a few mutations.</summary>
    public static Gen<string> All =>
        from domain in Gen.Elements(Domain.Any, Domain.Unrestricted)
        from body in new TermGrammar([("p", Domain.Open), ("z", Domain.Bounded)], "F").Body(domain, depth: 3)
        from count in Gen.Choose(0, 4)
        from mutated in Mutated([.. Tokens(body.ToString())], count)
        select string.Join(" ", mutated);

    private static IEnumerable<string> Tokens(string body) => SyntaxFactory.ParseTokens(body).Where(token => !token.IsKind(SyntaxKind.EndOfFileToken)).Select(token => token.Text);

    private static Gen<ImmutableList<string>> Mutated(ImmutableList<string> tokens, int count) =>
        count == 0 ? Gen.Constant(tokens) : Mutation(tokens).SelectMany(mutated => Mutated(mutated, count - 1));

    private static Gen<ImmutableList<string>> Mutation(ImmutableList<string> tokens) =>
        from place in Gen.Choose(0, tokens.Count)
        from other in Gen.Choose(0, tokens.Count)
        from length in Gen.Choose(1, 6)
        from token in Gen.Elements(s_tokens)
        from fragment in Gen.Elements(s_fragments)
        from mutation in Gen.Choose(0, 6)
        let end = System.Math.Min(tokens.Count, place + length)
        select mutation switch
        {
            0 => tokens.RemoveRange(place, System.Math.Min(1, tokens.Count - place)),
            1 => tokens.RemoveRange(place, end - place),
            2 => tokens.InsertRange(other, tokens.GetRange(place, end - place)),
            3 => tokens.Insert(place, token),
            4 when place < tokens.Count => tokens.SetItem(place, token),
            5 when place < tokens.Count && other < tokens.Count => tokens.SetItem(place, tokens[other]).SetItem(other, tokens[place]),
            _ => tokens.Insert(AfterStatement(tokens, place), fragment),
        };

    // a fragment is whole statements: most of them go where one may stand
    private static int AfterStatement(ImmutableList<string> tokens, int place) => place % 4 == 0 ? place : tokens.Take(place).ToList().LastIndexOf(";") + 1;
}
