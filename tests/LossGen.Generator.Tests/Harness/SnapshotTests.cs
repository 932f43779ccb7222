using System;
using System.IO;
using System.Text;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Harness;

public sealed class SnapshotTests : IDisposable
{
    private const string Verified = "Tests.Case#Losses.F.0.g.verified.cs";
    private const string Received = "Tests.Case#Losses.F.0.g.received.cs";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("snapshots");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_new_file_fails_and_is_written_as_received()
    {
        Should.Throw<ShouldAssertException>(() => Match("class F;\n")).Message.ShouldContain("is new: Tests.Case#Losses.F.0.g");
        Names().ShouldBe([Received]);
    }

    [Fact]
    public void An_accepted_file_has_a_byte_order_mark_the_hint_name_and_the_text()
    {
        Match("class F;\n", accept: true);
        Names().ShouldBe([Verified]);
        File.ReadAllBytes(PathOf(Verified)).ShouldBe([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("//HintName: Losses.F.0.g.cs\nclass F;\n")]);
    }

    [Fact]
    public void An_accepted_file_matches_and_a_received_one_disappears()
    {
        Match("class F;\n", accept: true);
        File.WriteAllText(PathOf(Received), "old");
        Match("class F;\n");
        Names().ShouldBe([Verified]);
    }

    [Theory]
    [InlineData("class G;\n")]
    [InlineData("class F;\r\n")]
    [InlineData("class F;\n\n")]
    public void Any_other_text_fails_and_leaves_the_accepted_file_alone(string text)
    {
        Match("class F;\n", accept: true);
        Should.Throw<ShouldAssertException>(() => Match(text)).Message.ShouldContain("differs: Tests.Case#Losses.F.0.g");
        Names().ShouldBe([Received, Verified]);
        File.ReadAllText(PathOf(Verified)).ShouldEndWith("class F;\n");
    }

    [Fact]
    public void A_file_that_is_generated_no_more_fails_and_goes_when_accepted()
    {
        const string stale = "Tests.Case#Losses.G.0.g.verified.cs";
        Match("class F;\n", accept: true);
        File.WriteAllText(PathOf(stale), "");
        Should.Throw<ShouldAssertException>(() => Match("class F;\n")).Message.ShouldContain("is generated no more: " + stale);
        Match("class F;\n", accept: true);
        Names().ShouldBe([Verified]);
    }

    [Fact]
    public void Files_of_other_tests_are_left_alone()
    {
        File.WriteAllText(PathOf("Tests.CaseOfOther#Losses.F.0.g.verified.cs"), "");
        Match("class F;\n", accept: true);
        Names().Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("1", null, true)]
    [InlineData("1", "false", true)]
    [InlineData("1", "true", false)]
    [InlineData("0", null, false)]
    [InlineData(null, null, false)]
    public void Snapshots_are_accepted_on_request_and_never_in_continuous_integration(string? accept, string? ci, bool expected) =>
        Snapshot.IsAccepting(name => name == "CI" ? ci : name == "LOSSGEN_ACCEPT_SNAPSHOTS" ? accept : null).ShouldBe(expected);

    [Fact]
    public void The_folder_of_a_test_is_found_under_any_root()
    {
        string folder = Snapshot.FolderOf("/_/tests/LossGen.Generator.Tests/Harness/SnapshotTests.cs");
        File.Exists(Path.Combine(folder, "SnapshotTests.cs")).ShouldBeTrue();
        Snapshot.FolderOf("C:\\src\\tests\\LossGen.Generator.Tests\\Harness\\SnapshotTests.cs").ShouldBe(folder);
    }

    private void Match(string text, bool accept = false) =>
        new Snapshot(_folder.FullName, "Tests.Case", accept).Match([("Losses.F.0.g.cs", text)]);

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string[] Names()
    {
        string[] names = Array.ConvertAll(_folder.GetFiles(), file => file.Name);
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }
}
