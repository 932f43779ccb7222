namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>
/// The bounds of what a term may ask for. Calls are read where they stand, so that a few lines can stand for millions of
/// operations; and what nests too deeply would end the compiler by a stack overflow.
/// </summary>
internal sealed class Effort
{
    private const int MaxSteps = 5000;
    private const int MaxDepth = 250;

    private int _steps;
    private int _depth;

    /// <summary>A bound was met: what has been read is not the whole term.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Takes one step; false where there are none left.</summary>
    public bool Spend()
    {
        IsExhausted |= ++_steps > MaxSteps;
        return !IsExhausted;
    }

    /// <summary>Takes one step into something nested; false where none is left.</summary>
    public bool Enter()
    {
        _depth++;
        IsExhausted |= _depth > MaxDepth;
        return Spend();
    }

    /// <summary>Goes back out of something nested.</summary>
    public void Leave() => _depth--;
}
