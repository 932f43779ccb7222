using System;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LossGen.Generator.Pipeline;

/// <summary>The properties of a user's project file that the generator reads.</summary>
internal static class BuildProperties
{
    /// <summary>Whether the project has <c>&lt;LossGenTrace&gt;true&lt;/LossGenTrace&gt;</c>.</summary>
    public static bool IsTraced(AnalyzerConfigOptions options) =>
        options.TryGetValue("build_property.LossGenTrace", out string? value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
