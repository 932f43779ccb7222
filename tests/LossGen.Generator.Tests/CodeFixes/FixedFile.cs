using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LossGen.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace LossGen.Generator.Tests.CodeFixes;

/// <summary>A file in a workspace, what the generator reports about it, and what a code fix makes of it.</summary>
internal sealed class FixedFile
{
    private readonly Document _document;

    private FixedFile(Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        _document = document;
        Diagnostics = diagnostics;
    }

    /// <summary>What is reported about the file, in its order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>A file with the diagnostics of the generator.</summary>
    public static async Task<FixedFile> OfGenerator(string text)
    {
        Document document = Open(text);
        Compilation compilation = (await document.Project.GetCompilationAsync())!;
        CSharpGeneratorDriver.Create(new LossGenerator())
            .RunGeneratorsAndUpdateCompilation(compilation, out _, out ImmutableArray<Diagnostic> diagnostics);
        return new FixedFile(document, [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)]);
    }

    /// <summary>A file with diagnostics of an id at each of the places, which carry a parameter.</summary>
    public static async Task<FixedFile> OfMarks(string marked, string id, params string[] parameters)
    {
        List<TextSpan> places = [];
        while (marked.Contains("[|"))
        {
            Markup markup = Markup.Parse(marked);
            places.Add(new TextSpan(markup.Start, markup.Length));
            marked = markup.Text;
        }

        Document document = Open(marked);
        SyntaxTree tree = (await document.GetSyntaxTreeAsync())!;
        DiagnosticDescriptor descriptor = new(id, id, id, "LossGen", DiagnosticSeverity.Error, isEnabledByDefault: true);
        return new FixedFile(document, [.. places.Select((place, i) => Diagnostic.Create(descriptor, Location.Create(tree, place), Carrying(parameters.ElementAtOrDefault(i))))]);
    }

    /// <summary>The actions that a code fix offers for a diagnostic.</summary>
    public async Task<ImmutableArray<CodeAction>> Offered(CodeFixProvider fix, Diagnostic diagnostic)
    {
        ImmutableArray<CodeAction>.Builder actions = ImmutableArray.CreateBuilder<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(_document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions.ToImmutable();
    }

    /// <summary>The text after an action.</summary>
    public async Task<string> After(CodeAction action)
    {
        ApplyChangesOperation change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return (await change.ChangedSolution.GetDocument(_document.Id)!.GetTextAsync()).ToString();
    }

    /// <summary>The action that fixes all diagnostics of the file at once.</summary>
    public async Task<CodeAction> FixAll(CodeFixProvider fix)
    {
        CodeAction first = (await Offered(fix, Diagnostics[0])).Single();
        FixAllContext context = new(
            _document, fix, FixAllScope.Document, first.EquivalenceKey!, Diagnostics.Select(diagnostic => diagnostic.Id).Distinct(),
            new Reported(Diagnostics), CancellationToken.None);
        return (await fix.GetFixAllProvider()!.GetFixAsync(context))!;
    }

    private static Document Open(string text)
    {
        AdhocWorkspace workspace = new();
        workspace.TryApplyChanges(workspace.CurrentSolution.WithOptions(
            workspace.Options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, "\n")));
        ProjectInfo project = ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Consumer", "Consumer", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary), metadataReferences: References.All);
        return workspace.AddDocument(workspace.AddProject(project).Id, "Losses.cs", SourceText.From(text));
    }

    private static ImmutableDictionary<string, string?> Carrying(string? parameter) => parameter is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add("Parameter", parameter);

    private sealed class Reported(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
