using System;
using System.Numerics;

namespace LossGen.Verification;

/// <summary>Compares a kernel with the reference on a fixed set of inputs.</summary>
internal static class KernelVerification
{
    /// <summary>Runs the comparison.</summary>
    public static VerificationReport Run<T>(string name, LossConfiguration configuration, LossInvocation<T> invoke)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => throw new NotImplementedException();
}
