using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using LossGen.Generator.Tests.Harness;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LossGen.Generator.Tests.Fuzzing;

/// <summary>
/// Whatever the body of a term method is, the generator neither throws nor hangs: there is a kernel, or an error to read. The
/// environment variable LOSSGEN_FUZZ_BODIES says how many bodies,
/// <c>LOSSGEN_FUZZ_BODIES=100000 dotnet test -c Release tests/LossGen.Generator.Tests --filter FuzzTests</c>.
/// </summary>
[Collection(nameof(Undisturbed))]
public class FuzzTests(ITestOutputHelper output)
{
    private const int DefaultCount = 3000;

    [Fact]
    public void Any_text_gives_a_kernel_or_an_error()
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("LOSSGEN_FUZZ_BODIES"), CultureInfo.InvariantCulture, out int number) ? number : DefaultCount;
        int kernels = 0;
        foreach (string body in Gen.Sample(BodyMutations.All, count, new Rnd(2026), size: 50))
        {
            FuzzedProject project = FuzzedProject.Of(body);
            (project.HasKernel || project.IsReported).ShouldBeTrue(body);
            kernels += project.HasKernel ? 1 : 0;
        }

        output.WriteLine($"{count} bodies, {kernels} kernels");

        // both kinds are there in number
        kernels.ShouldBeInRange(count / 10, count * 9 / 10);
    }

    public static TheoryData<string, string> Deep => new()
    {
        { "a sum of 1000 terms", "return " + Repeated(" + ", 1000, i => $"p * {i}.5") + ";" },
        { "a sum of 100 terms", "return " + Repeated(" + ", 100, i => $"p * {i}.5") + ";" },
        { "1000 parentheses", "return " + new string('(', 1000) + "p" + new string(')', 1000) + ";" },
        { "1000 negations", "return " + Repeated("", 1000, _ => "- ") + "p;" },
        { "200 nested calls", "return " + Repeated("", 200, _ => "Math.Sqrt(") + "p" + new string(')', 200) + ";" },
        { "50 nested conditionals", "return " + Repeated("", 50, i => $"p > 0.{i + 10} ? p * {i}.5 : ") + "z;" },
        { "50 conditionals in conditions", "return " + Nested(50, "p > 0.5", inner => $"({inner} ? p > z : z > p)") + " ? 1.0 : 0.0;" },
        { "30 squares through a local", "double x = p; " + Repeated("", 30, _ => "x *= x; ") + "return x;" },
        { "8 squares of sums through a local", "double x = p; " + Repeated("", 8, _ => "x = x * x + z; ") + "return x;" },
        { "10 logarithms through a local", "double x = p; " + Repeated("", 10, _ => "x = Math.Log(1 + x * x) + x; ") + "return x;" },
        { "10 powers through a local", "double x = p; " + Repeated("", 10, _ => "x = Math.Pow(x, x); ") + "return x;" },
        { "30 early returns", Repeated("", 30, i => $"if (p > 0.{i + 10}) return p * {i}.5; ") + "return z;" },
        { "12 assignments under a condition", "double x = p; " + Repeated("", 12, i => $"if (x > {i}.5) x = x * x; else x = x + z; ") + "return x;" },
        { "a product of 60 factors", "return " + Repeated(" * ", 60, i => $"(p + {i}.5)") + ";" },
        { "a quotient of 60 factors", "return " + Repeated(" / ", 60, i => $"(p + {i}.5)") + ";" },
        { "40 bounds", "double x = p; " + Repeated("", 40, i => $"x = Math.Max(x - 0.{i + 10}, Math.Min(x * x, z)); ") + "return x;" },
        { "200 locals", Repeated("", 200, i => $"double a{i} = {(i == 0 ? "p" : $"a{i - 1} + z")}; ") + "return a199;" },
        { "64 calls", "return " + Repeated(" + ", 64, i => $"H(p, {i}.5)") + "; static double H(double a, double b) => LossMath.Softplus(a) * b;" },
        { "calls that double", "return A(p); static double A(double x) => B(x) + B(x * 2); static double B(double x) => C(x) + C(x + 1); static double C(double x) => D(x) * D(x - 1); static double D(double x) => Math.Exp(x) / (1 + x * x);" },
        { "calls that double 25 times", "return H0(p); " + Repeated("", 25, i => $"static double H{i}(double x) => H{i + 1}(x + 1) + H{i + 1}(x * 2); ") + "static double H25(double x) => x;" },
        { "mutual recursion", "return A(p); static double A(double x) => B(x); static double B(double x) => A(x);" },
        { "no number", "return p * double.NaN + double.PositiveInfinity * 0;" },
        { "huge numbers", "return p * 1e308 * 1e308 - 1e308 * p / double.Epsilon;" },
        { "the names of a kernel", "double input = p, targets = z, gradient = 1, losses = 2, lanes = 3, count = 4, scale = 5, i = 6, e0 = 7; return input + targets + gradient + losses + lanes + count + scale + i + e0;" },
        { "Greek", "double \u03bb = p, \u03b3\u208a = z; return \u03bb * z;" },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void What_is_long_or_deep_gives_a_kernel_or_an_error(string what, string body)
    {
        FuzzedProject project = FuzzedProject.Of(body);
        (project.HasKernel || project.IsReported).ShouldBeTrue(what);
        output.WriteLine($"{what}: {(project.HasKernel ? "kernel" : "error")}");
    }

    // The limit is not held where each of 30 steps is made of all before it, as no formula of the field is: a sum grows by a term
    // and a derivative by a factor with each step, and a power with any exponent takes 900 lines. It ends, within seconds.
    [Theory]
    [InlineData("x = Math.Log(1 + x * x) + x; ")]
    [InlineData("x = Math.Pow(x, x); ")]
    [InlineData("x = x * x + z; ")]
    public void Thirty_steps_of_each_other_give_a_kernel_within_seconds(string step) =>
        FuzzedProject.Of("double x = p; " + Repeated("", 30, _ => step) + "return x;", limit: TimeSpan.FromSeconds(5)).HasKernel.ShouldBeTrue();

    private static string Repeated(string separator, int count, Func<int, string> part) => string.Join(separator, Enumerable.Range(0, count).Select(part));

    private static string Nested(int depth, string innermost, Func<string, string> around) =>
        Enumerable.Repeat(around, depth).Aggregate(innermost, (inner, next) => next(inner));
}
