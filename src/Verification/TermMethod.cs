using System;

namespace LossGen.Verification;

/// <summary>A term method: the user's own C#, and the same formula over hyper-dual numbers, which generated code has.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Method">Calls the method.</param>
/// <param name="Formula">What the method computes, operation by operation as it is written, with its derivatives.</param>
public sealed record TermMethod(string Name, Func<TermArguments, double> Method, Func<TermPoint, HyperDual> Formula);
