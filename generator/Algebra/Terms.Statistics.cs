using System.Collections.Generic;
using LossGen.Generator.Parsing;
using static LossGen.Generator.Algebra.Functions;

namespace LossGen.Generator.Algebra;

/// <summary>What an element adds to the statistics, by its target before smoothing: y, 1 - y, y p and (1 - y) p.</summary>
internal sealed partial class Terms
{
    private IEnumerable<(OutputKind, Expr)> Statistics() => !_model.Has(ParameterRole.Statistics) ? [] :
    [
        (OutputKind.PositiveCount, _model.HasHardTargets ? PositiveShare(Number(1)) : _y),
        (OutputKind.NegativeCount, _model.HasHardTargets ? NegativeShare(Number(1)) : 1 - _y),
        (OutputKind.PositiveSum, PositiveShare(_p)),
        (OutputKind.NegativeSum, NegativeShare(_p)),
    ];

    // a share of 0 counts nothing, even of NaN
    private Expr PositiveShare(Expr value) => _model.HasHardTargets
        ? Select(IsPositive, value, Number(0))
        : Select(Equal(_y, 0), Number(0), _y * value);

    private Expr NegativeShare(Expr value) => _model.HasHardTargets
        ? Select(IsPositive, Number(0), value)
        : Select(Equal(_y, 1), Number(0), (1 - _y) * value);
}
