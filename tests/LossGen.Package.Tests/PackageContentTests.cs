using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Shouldly;
using Xunit;

namespace LossGen.Package.Tests;

/// <summary>What is in the package.</summary>
public class PackageContentTests(PackedLibrary package) : IClassFixture<PackedLibrary>
{
    [Fact]
    public void The_package_has_library_compiler_checks_and_documents()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        string[] ownParts = ["_rels/", "package/", "[Content_Types].xml"];
        archive.Entries.Select(entry => entry.FullName)
            .Where(name => !ownParts.Any(part => name.StartsWith(part, StringComparison.Ordinal)))
            .ShouldBe(
                [
                    "LICENSE",
                    "LossGen.nuspec",
                    "README.md",
                    "analyzers/dotnet/cs/LossGen.CodeFixes.dll",
                    "analyzers/dotnet/cs/LossGen.Generator.dll",
                    "buildTransitive/net10.0/LossGen.targets",
                    "buildTransitive/netstandard2.0/LossGen.targets",
                    "lib/net10.0/LossGen.dll",
                    "lib/net10.0/LossGen.xml",
                ],
                ignoreOrder: true);
    }

    [Theory]
    [InlineData("lib/net10.0/LossGen.dll")]
    [InlineData("analyzers/dotnet/cs/LossGen.Generator.dll")]
    [InlineData("analyzers/dotnet/cs/LossGen.CodeFixes.dll")]
    public void An_assembly_is_reproducible_and_carries_its_symbols(string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        using MemoryStream image = new();
        using (Stream entry = archive.GetEntry(name)!.Open())
        {
            entry.CopyTo(image);
        }

        using PEReader reader = new(image.ToArray().ToImmutableArray());
        IEnumerable<DebugDirectoryEntryType> types = reader.ReadDebugDirectory().Select(entry => entry.Type);
        types.ShouldContain(DebugDirectoryEntryType.Reproducible);
        types.ShouldContain(DebugDirectoryEntryType.EmbeddedPortablePdb);
    }

    [Fact]
    public void The_package_says_what_it_is_and_depends_on_nothing()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.File);
        using Stream nuspec = archive.GetEntry("LossGen.nuspec")!.Open();
        XElement metadata = XDocument.Load(nuspec).Root!.Elements().Single();
        string Text(string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

        Text("id").ShouldBe("LossGen");
        Text("license").ShouldBe("MIT");
        Text("readme").ShouldBe("README.md");
        Text("description").ShouldNotBeNullOrWhiteSpace();
        Text("tags").ShouldContain("source-generator");
        metadata.Elements().ShouldContain(element => element.Name.LocalName == "repository" && (string?)element.Attribute("commit") != null);
        metadata.Descendants().ShouldNotContain(element => element.Name.LocalName == "dependency");
    }
}
