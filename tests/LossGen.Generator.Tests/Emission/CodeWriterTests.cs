using LossGen.Generator.Emission;
using Shouldly;
using Xunit;

namespace LossGen.Generator.Tests.Emission;

public class CodeWriterTests
{
    [Fact]
    public void Blocks_are_indented_by_four_spaces_and_lines_end_with_a_line_feed() =>
        new CodeWriter().Open("namespace N").Open("class C").Line("int f;").Close().Close(";").ToString()
            .ShouldBe("namespace N\n{\n    class C\n    {\n        int f;\n    }\n};\n");

    [Fact]
    public void Each_line_of_a_text_is_indented() =>
        new CodeWriter().Open("{").Line("a\r\nb\nc").Close().ToString().ShouldBe("{\n{\n    a\n    b\n    c\n}\n");

    [Fact]
    public void Empty_lines_have_no_trailing_space() =>
        new CodeWriter().Open("x").Line().Line("a\n\nb").Close().ToString().ShouldBe("x\n{\n\n    a\n\n    b\n}\n");
}
