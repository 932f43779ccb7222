namespace LossGen.Generator.Algebra;

/// <summary>What a loss is differentiated by.</summary>
internal enum Variable
{
    /// <summary>The logit z, or the probability p where that is the input.</summary>
    Input,

    /// <summary>log p, where p is written as sigmoid(z): z is the logit of p, whatever it is computed from.</summary>
    LogProbability,
}
