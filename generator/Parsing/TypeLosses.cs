using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Parsing;

/// <summary>The losses without error that one type declares, in ordinal order.</summary>
internal sealed record TypeLosses(ContainingType Type, EquatableArray<LossModel> Losses)
{
    public static IEnumerable<TypeLosses> Group(IEnumerable<LossModel> losses) => losses
        .OrderBy(loss => loss.Signature.Type.MetadataName, StringComparer.Ordinal)
        .ThenBy(loss => loss.Signature.Name, StringComparer.Ordinal)
        .ThenBy(loss => loss.Signature.Overload)
        .GroupBy(loss => loss.Signature.Type)
        .Select(group => new TypeLosses(group.Key, new(group)));
}
