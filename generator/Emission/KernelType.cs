using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Scheduling;

namespace LossGen.Generator.Emission;

/// <summary>The file-local type that is the kernel of a loss: what the library asks it, and a loop over vectors of any width and number.</summary>
internal static class KernelType
{
    /// <summary>The namespace of kernels.</summary>
    public const string Namespace = "LossGen.Generated";

    /// <summary>The name of the type.</summary>
    public static string Name(MethodSignature signature) => signature.Name.TrimStart('@') + "Kernel";

    /// <summary>The type in its namespace.</summary>
    public static void Write(CodeWriter code, LossModel model, Kernel kernel, Interleaving interleaving)
    {
        string scalar = ElementTypes.Keyword(model.KernelScalar);
        string types = $"{scalar}, {ElementTypes.KernelKeyword(model.KernelTargets)}";

        // vectors are never null, and the analysis that says so is a sixth of the C# compiler's time for a kernel
        code.Line("#nullable disable");
        code.Open("namespace " + Namespace);
        code.Line("using global::System;");
        code.Line("using global::System.Runtime.CompilerServices;");
        code.Line("using global::System.Runtime.Intrinsics;");
        code.Line("using global::System.Runtime.Intrinsics.X86;");
        code.Line("using global::LossGen.Elementary;");
        code.Line("using global::LossGen.Kernels;").Line();
        code.Open($"file struct {Name(model.Signature)} : {(model.Path == LossPath.Elements ? $"IElementwiseKernel<{types}>" : $"IRowKernel<{scalar}>")}");
        WriteProperties(code, model, interleaving.Of512Bits * 64 / (model.KernelScalar == ScalarType.Single ? sizeof(float) : sizeof(double)));
        code.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        code.Open($"public static void Run(in ElementwiseLanes<{types}> lanes, nuint count, {scalar} scale)");
        code.Open("if (Vector512.IsHardwareAccelerated)").Line(Call(interleaving.Of512Bits, "512")).Close();
        code.Open("else if (Vector256.IsHardwareAccelerated && Fma.IsSupported)").Line(Call(interleaving.Usual, "256")).Close();
        code.Open("else if (Vector128.IsHardwareAccelerated)").Line(Call(interleaving.Usual, "128")).Close();
        code.Open("else").Line(Call(interleaving.Usual, "")).Close();
        code.Close();
        code.Line();
        KernelWriter.Write(code, kernel, model.KernelTargets);
        code.Close().Close();

        string Call(int vectors, string width)
        {
            string vector = width.Length == 0 ? scalar : $"Vector{width}<{scalar}>";
            string arithmetic = model.KernelScalar + (width.Length == 0 ? "Scalar" : width);
            string number = Integer(vectors);
            return $"{KernelWriter.Name}<{vector}, Vectors{number}<{vector}>, {arithmetic}x{number}>(in lanes, count, scale);";
        }
    }

    // those with the value that the library has by default are left out
    private static void WriteProperties(CodeWriter code, LossModel model, int step)
    {
        LossConfiguration configuration = model.Configuration;
        Property("LossRoles", "Roles", string.Join(" | ", LossFile.KernelRoles(model).Select(role => "LossRoles." + role)));
        Property("string", "InputName", configuration.Activation == Activation.None ? "\"probabilities\"" : "\"logits\"");
        Property("global::LossGen.Reduction", "Reduction", "global::LossGen.Reduction." + configuration.Reduction);
        Property("int", "Step", Integer(step));
        int perClass = model.Signature.Hyperparameters.Count(h => h.IsPerClass);
        if (perClass > 0)
        {
            Property("int", "PerClassCount", Integer(perClass));
        }

        if (model.Path == LossPath.Elements)
        {
            return;
        }

        if (!model.Has(ParameterRole.Labels))
        {
            Property("bool", "HasLabels", "false");
        }

        if (configuration.IgnoreLabel != LossConfiguration.DefaultIgnoreLabel)
        {
            Property("long", "IgnoreLabel", Integer(configuration.IgnoreLabel));
        }

        if (configuration.LabelSmoothing != 0)
        {
            Property("double", "LabelSmoothing", Literal.Of(configuration.LabelSmoothing));
        }

        void Property(string type, string name, string value) => code.Line($"public static {type} {name} => {value};").Line();
    }

    private static string Integer(long value) => value.ToString(CultureInfo.InvariantCulture);
}
