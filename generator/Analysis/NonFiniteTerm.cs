using System.Collections.Generic;
using System.Linq;
using LossGen.Generator.Diagnostics;
using LossGen.Generator.Parsing;
using LossGen.Generator.Pipeline;

namespace LossGen.Generator.Analysis;

/// <summary>A term of a user that is not finite for some probability.</summary>
/// <param name="Loss">The loss.</param>
/// <param name="Side">The class that pays the term; null for a term over (p, y).</param>
/// <param name="Arguments">What the warning says: the method, the point, value or derivative, what that is, what to write instead.</param>
internal sealed record NonFiniteTerm(MethodSignature Loss, Side? Side, EquatableArray<string> Arguments)
{
    /// <summary>The warnings about a loss, each at the place where the loss names the method.</summary>
    public static IEnumerable<DiagnosticRecord> Warnings(ParsedLoss declaration, IEnumerable<NonFiniteTerm> terms) =>
        from term in terms
        where term.Loss == declaration.Model?.Signature
        from place in declaration.TermPlaces
        where place.Side == term.Side
        select new DiagnosticRecord(Descriptors.TermNotFinite, place.Tree, place.Span, term.Arguments);
}
