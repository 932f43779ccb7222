using System.Collections.Generic;
using System.Collections.Immutable;
using LossGen.Generator.Pipeline;
using Microsoft.CodeAnalysis;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Harness;

public class ReachableObjectsTests
{
    private static readonly SyntaxTree s_tree = SourceFile.Of("class C;").Parse();

    [Fact]
    public void What_is_hidden_in_collections_and_fields_is_found()
    {
        ReachableObjects.OfCompilation(s_tree.GetRoot()).ShouldHaveSingleItem();
        ReachableObjects.OfCompilation(new object[] { 1, s_tree }).ShouldHaveSingleItem();
        ReachableObjects.OfCompilation(new EquatableArray<SyntaxNode>([s_tree.GetRoot()])).ShouldHaveSingleItem();
        ReachableObjects.OfCompilation(new KeyValuePair<int, object>(1, s_tree.GetRoot().GetLocation())).ShouldHaveSingleItem();
        ReachableObjects.OfCompilation(ImmutableArray.Create<object>(new List<object> { s_tree })).ShouldHaveSingleItem();
    }

    [Fact]
    public void Plain_values_reach_nothing() =>
        ReachableObjects.OfCompilation((1, "text", new EquatableArray<double>([1.0]))).ShouldBeEmpty();
}
