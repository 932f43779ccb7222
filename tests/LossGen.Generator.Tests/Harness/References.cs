using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LossGen.Generator.Tests.Harness;

/// <summary>What a user's project refers to: the running framework and the runtime library.</summary>
internal static class References
{
    public static ImmutableArray<MetadataReference> All { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(LossAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
