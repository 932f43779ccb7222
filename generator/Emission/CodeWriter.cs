using System.Text;

namespace LossGen.Generator.Emission;

/// <summary>Text with indentation and "\n" line ends.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>One line, or several where the text has line ends; empty lines are not indented.</summary>
    public CodeWriter Line(string text = "")
    {
        foreach (string line in text.Replace("\r\n", "\n").Split('\n'))
        {
            _text.Append(line.Length == 0 ? "" : new string(' ', 4 * _depth)).Append(line).Append('\n');
        }

        return this;
    }

    /// <summary>An opening line, a brace, and one level more.</summary>
    public CodeWriter Open(string text)
    {
        Line(text).Line("{");
        _depth++;
        return this;
    }

    /// <summary>The closing brace.</summary>
    public CodeWriter Close(string after = "")
    {
        _depth--;
        return Line("}" + after);
    }

    public override string ToString() => _text.ToString();
}
