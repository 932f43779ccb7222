namespace LossGen.Generator.Parsing;

/// <summary>A declared loss, free of symbols and syntax: all that the compiler needs to know, comparable by value.</summary>
internal sealed record LossModel(MethodSignature Signature, LossConfiguration Configuration)
{
    /// <summary>Whether the parameter list has a parameter of that role.</summary>
    public bool Has(ParameterRole role) => Signature.Find(role) is not null;

    /// <summary>The targets are 0 or 1: select instead of blend.</summary>
    public bool HasHardTargets => Configuration.HardTargets || Signature.Find(ParameterRole.Targets)?.Element is ElementType.Boolean or ElementType.Byte;

    /// <summary>What the kernel computes one by one.</summary>
    public LossPath Path => (Configuration.Activation, Has(ParameterRole.Labels), Configuration.LabelSmoothing) switch
    {
        (not Activation.Softmax, _, _) => LossPath.Elements,
        (_, true, 0) => LossPath.TrueClass,
        _ => LossPath.AllClasses,
    };

    /// <summary>The type the kernel computes in: one number per row costs nothing in double precision.</summary>
    public ScalarType KernelScalar => Path == LossPath.TrueClass ? ScalarType.Double : Signature.Scalar;

    /// <summary>The type of the targets as the kernel gets them.</summary>
    public ElementType KernelTargets => Path == LossPath.Elements ? Signature.Find(ParameterRole.Targets)!.Element : ElementType.Byte;

    /// <summary>Elements have weights of their own, by class, or by their gradient norm.</summary>
    public bool HasWeights => Configuration.Harmonizing is not null || Has(ParameterRole.Weights) || Has(ParameterRole.ClassWeights);

    /// <summary>The loss itself is wanted, reduced or per element.</summary>
    public bool WantsLoss => Signature.Return != ReturnType.Void || Has(ParameterRole.Losses);
}
