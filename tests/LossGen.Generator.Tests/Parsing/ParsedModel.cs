using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;
using LossGen.Generator.Tests.Harness;
using Shouldly;

namespace LossGen.Generator.Tests.Parsing;

/// <summary>The models that the parser makes of declarations without error.</summary>
internal static class ParsedModel
{
    public const string Terms = "[Loss] [Positive] [Negative] ";

    /// <summary>The only loss of a file.</summary>
    public static LossModel Of(SourceFile file)
    {
        GeneratorRun run = GeneratorRun.Of(file);
        run.Diagnostics.ShouldBeEmpty();
        run.CompilerDiagnostics.ShouldBeEmpty();
        return run.Values<LossModel>(TrackingNames.Losses).ShouldHaveSingleItem();
    }

    /// <summary>A method with the attributes given, in a partial class.</summary>
    public static LossModel OfMembers(string members) => Of(SourceFile.OfMembers(members));
}
