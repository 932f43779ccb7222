namespace LossGen.Generator.Parsing;

/// <summary>The metadata names of the attributes that declare a loss.</summary>
internal static class AttributeNames
{
    public const string Loss = "LossGen.LossAttribute";
    public const string Positive = "LossGen.PositiveAttribute";
    public const string Negative = "LossGen.NegativeAttribute";
    public const string Term = "LossGen.TermAttribute";
    public const string GradientHarmonizing = "LossGen.GradientHarmonizingAttribute";
}
