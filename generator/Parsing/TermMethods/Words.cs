using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LossGen.Generator.Parsing.TermMethods;

/// <summary>What a term does not understand, and what to write instead, in words.</summary>
internal static class Words
{
    public static (string Kind, string Advice) OfStatement(IOperation statement) => statement switch
    {
        ISwitchOperation => ("A switch statement", "write a switch expression or if and return"),
        IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => ("A throw statement", "return a number for every argument"),
        ITryOperation => ("A try statement", "leave it out, since nothing in a term throws"),
        IUsingOperation or IUsingDeclarationOperation => ("A using statement", "leave it out, since a term holds no resource"),
        ILockOperation => ("A lock statement", "leave it out, since a term has no state"),
        IBranchOperation => ("A jump", "write if and return"),
        IReturnOperation => ("A yield statement", "return the sum of the terms"),
        _ => ("This statement", "write locals, if and return"),
    };

    public static (string Kind, string Advice) OfExpression(IOperation e) => e switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder } or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Remainder } =>
            ("The remainder", "write a smooth function of the probability"),
        IBinaryOperation or IUnaryOperation or ICompoundAssignmentOperation or IIncrementOrDecrementOperation =>
            ("This operator", "write an operator on double or bool"),
        IConversionOperation { OperatorMethod: not null } => ("A user-defined conversion", "call a static method that returns double"),
        IConversionOperation => ("A conversion to anything but double", "compute in double"),
        ITupleOperation => ("A tuple", "write one local for each number"),
        IDeconstructionAssignmentOperation => ("A deconstruction", "write one assignment for each number"),
        IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation => ("A lambda or delegate", "call a static method"),
        IArrayElementReferenceOperation or IArrayCreationOperation or ICollectionExpressionOperation or IImplicitIndexerReferenceOperation =>
            ("An array or collection", "write one local or hyperparameter for each number"),
        IObjectCreationOperation or ITypeParameterObjectCreationOperation or IAnonymousObjectCreationOperation or IWithOperation =>
            ("An object", "compute with double and bool"),
        IThrowOperation => ("A throw expression", "return a number for every argument"),
        IInterpolatedStringOperation or { Type.SpecialType: SpecialType.System_String } => ("A string", "compute with double and bool"),
        IAwaitOperation => ("An await", "compute the value before the loss is called and pass it as a hyperparameter"),
        IDeclarationExpressionOperation => ("An out variable", "call a method that returns the number"),
        ICoalesceOperation or ICoalesceAssignmentOperation or IConditionalAccessOperation => ("A test for null", "compute with double and bool, which are never null"),
        IInstanceReferenceOperation => ("'this'", "make the method static and pass what it needs"),
        IIsTypeOperation => ("A test of the type", "leave it out, since every number of a term is a double"),
        ISizeOfOperation or ITypeOfOperation or IDefaultValueOperation => ("A value of this type", "compute with double and bool"),
        _ => ("This expression", "compute with double and bool"),
    };

    public static (string Kind, string Advice) OfPattern(IPatternOperation pattern) => pattern switch
    {
        IRecursivePatternOperation => ("A property or positional pattern", "match one number"),
        IListPatternOperation or ISlicePatternOperation => ("A list pattern", "match one number"),
        IConstantPatternOperation => ("The pattern double.NaN", "leave it out, since the loss of NaN is NaN"),
        IDeclarationPatternOperation or ITypePatternOperation => ("A pattern of another type", "match with double or var"),
        _ => ("This pattern", "match with constants, relations, and, or, not, var and _"),
    };
}
