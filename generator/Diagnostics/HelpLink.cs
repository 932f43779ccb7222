using System;
using System.Linq;
using System.Reflection;

namespace LossGen.Generator.Diagnostics;

/// <summary>Where a diagnostic is explained: its section of DIAGNOSTICS.md.</summary>
internal static class HelpLink
{
    private const string Page = "generator/DIAGNOSTICS.md";

    // The build writes the address of the remote into the assembly, as it does into the package.
    private static readonly string? s_repository = typeof(HelpLink).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => attribute.Key == "RepositoryUrl")?.Value;

    /// <summary>The section in the repository that this assembly was built from.</summary>
    public static string Of(string id) => Of(id, s_repository);

    /// <summary>The section in a repository; without an address of its own on the web, the path in the repository.</summary>
    public static string Of(string id, string? repository)
    {
        string section = Page + "#" + id.ToLowerInvariant();
        if (repository is null || !repository.StartsWith("https://", StringComparison.Ordinal))
        {
            return section;
        }

        const string Suffix = ".git";
        string address = repository.EndsWith(Suffix, StringComparison.Ordinal) ? repository.Substring(0, repository.Length - Suffix.Length) : repository;
        return address.TrimEnd('/') + "/blob/HEAD/" + section;
    }
}
