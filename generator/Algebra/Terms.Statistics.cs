using System.Collections.Generic;
using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Algebra;

/// <summary>What an element adds to the statistics, by its target before smoothing: y, 1 - y, y p and (1 - y) p.</summary>
internal sealed partial class Terms
{
    private IEnumerable<(OutputKind, Expr)> Statistics() => !_model.Has(ParameterRole.Statistics) ? [] :
    [
        (OutputKind.PositiveCount, PositiveShare(Number(1))),
        (OutputKind.NegativeCount, NegativeShare(Number(1))),
        (OutputKind.PositiveSum, PositiveShare(_p)),
        (OutputKind.NegativeSum, NegativeShare(_p)),
    ];

    private Expr PositiveShare(Expr value) => _model.HasHardTargets ? Select(IsPositive, value, Number(0)) : _y * value;

    private Expr NegativeShare(Expr value) => _model.HasHardTargets ? Select(IsPositive, Number(0), value) : (1 - _y) * value;
}
