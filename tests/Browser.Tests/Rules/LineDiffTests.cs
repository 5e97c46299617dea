using CsCheck;
using PersonalizationEngine.Dashboard.Rules.Showing;

namespace PersonalizationEngine.Browser.Tests.Rules;

public sealed class LineDiffTests
{
    private static readonly Gen<ShownLine[]> Lines = Gen.Select(Gen.Int[0, 2], Gen.OneOf("a", "b", "c", "d"), (depth, text) => new ShownLine(depth, text)).Array[0, 12];

    [Fact]
    public void Between_AnyLines_MakesOneOfTheOther() => Gen.Select(Lines, Lines).Sample((before, after) =>
    {
        var changes = LineDiff.Between(before, after);
        Assert.Equal(before, changes.Where(change => change.Sign != '+').Select(change => change.Line));
        Assert.Equal(after, changes.Where(change => change.Sign != '-').Select(change => change.Line));
    });

    [Fact]
    public void Between_TheSameLines_ChangesNothing() => Lines.Sample(lines => LineDiff.Between(lines, lines).All(change => change.Sign == ' '));
}
