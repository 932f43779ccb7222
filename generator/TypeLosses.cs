using System;
using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator;

/// <summary>The losses without error that one type declares, in ordinal order.</summary>
internal sealed record TypeLosses(ContainingType Type, EquatableArray<DescribedLoss> Losses)
{
    public static IEnumerable<TypeLosses> Group(IEnumerable<DescribedLoss> losses) => losses
        .OrderBy(loss => loss.Model.Signature.Type.MetadataName, StringComparer.Ordinal)
        .ThenBy(loss => loss.Model.Signature.Name, StringComparer.Ordinal)
        .ThenBy(loss => loss.Model.Signature.Overload)
        .GroupBy(loss => loss.Model.Signature.Type)
        .Select(group => new TypeLosses(group.Key, new(group)));
}
