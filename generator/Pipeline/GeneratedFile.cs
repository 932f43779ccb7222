namespace LossGen.Generator.Pipeline;

/// <summary>A file to add to the compilation.</summary>
/// <param name="HintName">The name, unique in the compilation.</param>
/// <param name="Text">The C# text, with "\n" line ends.</param>
internal sealed record GeneratedFile(string HintName, string Text);
