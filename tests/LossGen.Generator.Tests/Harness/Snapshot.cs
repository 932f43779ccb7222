using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Shouldly;

namespace LossGen.Generator.Tests.Harness;

/// <summary>
/// Compares generated files with the accepted ones beside the test, by the on-disk convention of Verify.SourceGenerators:
/// <c>Class.Method#Hint.verified.cs</c>, UTF-8 with a byte order mark, a first line that tells the hint name.
/// <c>LOSSGEN_ACCEPT_SNAPSHOTS=1</c> accepts what is generated, except in continuous integration.
/// </summary>
internal sealed class Snapshot(string directory, string test, bool accept)
{
    private const string Project = "LossGen.Generator.Tests";

    /// <summary>Compares the files of a run with those accepted for the calling test.</summary>
    public static void Match(GeneratorRun run, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        string test = Path.GetFileNameWithoutExtension(file) + "." + method;
        Snapshot snapshot = new(FolderOf(file), test, IsAccepting(Environment.GetEnvironmentVariable));
        snapshot.Match(run.Files.Select(source => (source.HintName, source.SourceText.ToString())));
    }

    /// <summary>Whether the environment asks for acceptance, and may.</summary>
    public static bool IsAccepting(Func<string, string?> variable) => variable("LOSSGEN_ACCEPT_SNAPSHOTS") == "1" && variable("CI") != "true";

    /// <summary>The folder of a source file; deterministic builds write another root into the path that the compiler knows.</summary>
    public static string FolderOf(string file)
    {
        string root = Path.Combine(Repository.Folder, "tests", Project);
        string folder = Path.GetDirectoryName(file.Replace('\\', '/'))!;
        int end = folder.LastIndexOf(Project, StringComparison.Ordinal) + Project.Length;
        return Path.Combine(root, folder[end..].TrimStart('/'));
    }

    /// <summary>Compares files, given by hint name and text.</summary>
    public void Match(IEnumerable<(string HintName, string Text)> files)
    {
        List<string> differences = [];
        HashSet<string> stale = [.. Directory.GetFiles(directory, test + "#*.verified.cs")];
        foreach (string received in Directory.GetFiles(directory, test + "#*.received.cs"))
        {
            File.Delete(received);
        }

        foreach ((string hintName, string text) in files)
        {
            string path = Path.Combine(directory, test + "#" + Path.GetFileNameWithoutExtension(hintName));
            byte[] content = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"//HintName: {hintName}\n{text}")];
            stale.Remove(path + ".verified.cs");
            Compare(path, content, differences);
        }

        foreach (string path in stale.Order(StringComparer.Ordinal))
        {
            Remove(path, differences);
        }

        differences.ShouldBeEmpty("Accept the generated files with LOSSGEN_ACCEPT_SNAPSHOTS=1 if they are as they should be.");
    }

    private void Compare(string path, byte[] content, List<string> differences)
    {
        string verified = path + ".verified.cs";
        if (File.Exists(verified) && File.ReadAllBytes(verified).AsSpan().SequenceEqual(content))
        {
            return;
        }

        File.WriteAllBytes(accept ? verified : path + ".received.cs", content);
        if (!accept)
        {
            differences.Add((File.Exists(verified) ? "differs: " : "is new: ") + Path.GetFileName(path));
        }
    }

    private void Remove(string path, List<string> differences)
    {
        if (accept)
        {
            File.Delete(path);
        }
        else
        {
            differences.Add("is generated no more: " + Path.GetFileName(path));
        }
    }
}
