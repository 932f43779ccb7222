using System.Threading;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator;

/// <summary>The order of the phases.</summary>
internal static class LossCompiler
{
    /// <summary>The kernel of a loss, in the file that implements its declaration.</summary>
    public static GeneratedFile Compile(LossModel model, CancellationToken cancellation) => new(model.Signature.Name, "");

    /// <summary>The implementing part of a declaration that is in error: it throws, so that no second error appears.</summary>
    public static GeneratedFile CompileThrowing(MethodSignature signature) => new(signature.Name, "");

    /// <summary>The <c>LossVariants</c> property of a type that declares losses.</summary>
    public static GeneratedFile CompileVariants(ContainingType type, EquatableArray<LossModel> losses) => new(type.MetadataName, "");
}
