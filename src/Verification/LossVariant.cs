namespace LossGen;

/// <summary>A declared loss as a value: its formula, its configuration, and the check of its kernel against the reference.</summary>
public abstract class LossVariant
{
    private protected LossVariant(string name, string formula, string latexFormula, LossConfiguration configuration)
    {
        Name = name;
        Formula = formula;
        LatexFormula = latexFormula;
        Configuration = configuration;
    }

    /// <summary>The type and the method that declare the loss: <c>Losses.Asymmetric</c>.</summary>
    public string Name { get; }

    /// <summary>The loss as a formula in plain text; one line per term.</summary>
    public string Formula { get; }

    /// <summary>The loss as a formula in LaTeX mathematics, without delimiters.</summary>
    public string LatexFormula { get; }

    /// <summary>What the loss was declared to be.</summary>
    public LossConfiguration Configuration { get; }

    /// <summary>
    /// How many vector instructions the kernel takes for each vector of elements, loads and stores included. Over rows of classes,
    /// those of the term, without the passes over the logits.
    /// </summary>
    public int InstructionsPerVector { get; init; }

    /// <summary>
    /// Runs the kernel on a fixed set of inputs and compares loss, gradient and hessian with the formula of the declaration
    /// evaluated in double precision, the derivatives by hyper-dual numbers.
    /// </summary>
    /// <returns>The largest errors and where they are.</returns>
    public abstract VerificationReport Verify();

    /// <summary>The name and the formula.</summary>
    public override string ToString() => $"{Name}: {Formula}";
}
