using System;
using System.Linq;
using LossGen.Kernels;
using Shouldly;
using Xunit;

namespace LossGen.Tests.Kernels.Rows;

/// <summary>No label that is not a class gets through.</summary>
public class ClassLabelsTests
{
    private const int Classes = 7;

    [Fact]
    public void Labels_of_any_number_that_are_classes_are_accepted()
    {
        for (int length = 0; length <= 70; length++)
        {
            ClassLabels.AreClasses([.. Enumerable.Range(0, length).Select(i => i % Classes)], Classes).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-100)]
    [InlineData(Classes)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void One_label_that_is_no_class_is_found_wherever_it_is(int label)
    {
        for (int length = 1; length <= 70; length++)
        {
            for (int place = 0; place < length; place++)
            {
                int[] labels = new int[length];
                labels[place] = label;
                ClassLabels.AreClasses(labels, Classes).ShouldBeFalse();
            }
        }
    }
}
