using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace LossGen.Generator.Tests.RandomLosses;

/// <summary>A piece of C#: a composite format with the pieces that go into it.</summary>
/// <param name="Sort">What it is as syntax.</param>
/// <param name="Format">Its text.</param>
/// <param name="Parts">The pieces in its text, in the order of their evaluation.</param>
internal sealed record Piece(Sort Sort, string Format, params ImmutableArray<Piece> Parts)
{
    /// <summary>The local that the first part is the value of and that the last part is in the scope of.</summary>
    public string? Local { get; init; }

    /// <summary>The number of pieces.</summary>
    public int Size => 1 + Parts.Sum(part => part.Size);

    /// <summary>Simpler pieces of the same sort: one of its parts instead of it, or with a simpler part; the simplest first.</summary>
    public IEnumerable<Piece> Shrink()
    {
        IEnumerable<Piece> simplest = (Sort, Parts.IsEmpty) switch
        {
            (Sort.Number, false) => [new(Sort.Number, "p"), new(Sort.Number, "0.5")],
            (Sort.Condition, false) => [new(Sort.Condition, "p > 0.5")],
            _ => [],
        };
        IEnumerable<Piece> parts = Parts.Where(part => part.Sort == Sort).Select(part => Local is null ? part : part.With(Local, Parts[0]));
        IEnumerable<Piece> withSimplerPart = Parts.SelectMany((part, i) => part.Shrink().Select(simpler => this with { Parts = Parts.SetItem(i, simpler) }));
        return simplest.Concat(parts).Concat(withSimplerPart);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Format, [.. Parts]);

    private Piece With(string local, Piece value) => Format == local ? value : this with { Parts = [.. Parts.Select(part => part.With(local, value))] };
}
