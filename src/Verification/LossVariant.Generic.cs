using System;
using System.Numerics;
using LossGen.Verification;

namespace LossGen;

/// <summary>A declared loss whose kernel computes in <typeparamref name="T"/>. Created by generated code.</summary>
/// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
public sealed class LossVariant<T> : LossVariant
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LossInvocation<T> invoke;

    /// <summary>Describes a loss.</summary>
    /// <param name="name">The type and the method that declare the loss.</param>
    /// <param name="formula">The loss in plain text.</param>
    /// <param name="latexFormula">The loss in LaTeX.</param>
    /// <param name="configuration">What the loss was declared to be.</param>
    /// <param name="invoke">Calls the loss method.</param>
    public LossVariant(string name, string formula, string latexFormula, LossConfiguration configuration, LossInvocation<T> invoke)
        : base(name, formula, latexFormula, configuration)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        this.invoke = invoke;
    }

    /// <summary>Calls the loss method.</summary>
    /// <param name="arguments">The arguments by role; those that the method does not have are ignored.</param>
    /// <returns>What the method returns; 0 for a <c>void</c> method.</returns>
    /// <exception cref="ArgumentException">A length does not fit, or an output overlaps another argument.</exception>
    public double Invoke(LossArguments<T> arguments) => invoke(arguments);

    /// <inheritdoc/>
    public override VerificationReport Verify() => KernelVerification.Run(Name, Configuration, invoke);
}
