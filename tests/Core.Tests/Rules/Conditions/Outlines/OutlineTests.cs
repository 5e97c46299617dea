using System.Text.Json;
using CsCheck;
using PersonalizationEngine.Core.Rules.Conditions;
using PersonalizationEngine.Core.Rules.Conditions.Outlines;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions.Outlines;

/// <summary>Laid out in lines and written again, a condition means the same, whatever it says.</summary>
public sealed class OutlineTests
{
    private const int Samples = 3_000;

    [Fact]
    public void Document_AnyCondition_MeansTheSameAfterwards() =>
        Gen.Select(ConditionGenerators.Valid, ConditionGenerators.Attributes, ConditionGenerators.Groups).Sample(
            (condition, attributes, groups) =>
                Judgement.Matches(condition, attributes, groups) == Judgement.Matches(Again(condition), attributes, groups),
            iter: Samples);

    [Fact]
    public void Document_AnyGarbage_IsFaultyAfterwardsIfItWasBefore() =>
        ConditionGenerators.Garbage.Sample(
            garbage =>
            {
                var written = Again(garbage);
                Assert.Equal(Judgement.Parse(garbage).IsValid, Judgement.Parse(written).IsValid);
            },
            iter: Samples);

    [Fact]
    public void Places_OfAnyFault_LeadToAPartOfTheOutline() =>
        ConditionGenerators.Garbage.Sample(
            garbage =>
            {
                var outline = OutlineReader.Read(JsonElement.Parse(garbage));
                var written = OutlineWriter.Write(outline);
                Assert.All(Judgement.Parse(written.Json).Faults, fault => Assert.NotNull(Part(outline, written.PathOf(fault.Pointer))));
            },
            iter: Samples);

    [Theory]
    [InlineData("""{"country":"CH","score":{"$gte":25,"$lt":80},"$notInSegment":"customers"}""")]
    [InlineData("""{"$or":[{"segment":{"$in":["hot_lead","sales_ready"]}},{"traits.plan":"pro","known":true}]}""")]
    [InlineData("""{"$did":{"page":"/pricing/**","within":"7d","times":2},"$didNot":{"signal":"demo_request"}}""")]
    [InlineData("""{"$during":{"time_zone":"Europe/Berlin","weekdays":["monday","friday"],"from":"09:00","to":"17:00"}}""")]
    [InlineData("""{"$not":{"country":"CH"},"$nor":[{"a":1},{"b":"1"}]}""")]
    [InlineData("""{"$and":[{"$or":[{"a":1}]},{"$or":[{"b":{"$exists":false}}]}]}""")]
    [InlineData("""{"a":{"$in":["1","true"," x "]},"b":{"$regexi":"^5$"},"c":{"$size":2}}""")]
    [InlineData("""{"tags":{"$elemMatch":{"$gt":3}},"x":{"$not":{"$eq":1}},"y":null,"z":[1,2],"$did":{"event":"a","times":{"$gte":2}}}""")]
    [InlineData("{}")]
    public void Document_AsMarketersWriteIt_ComesBackAsItWas(string condition) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(condition), JsonElement.Parse(Again(condition))), Again(condition));

    [Fact]
    public void Read_WhatNoLineCanSay_IsKeptAsJson()
    {
        var outline = OutlineReader.Read(JsonElement.Parse("""{"tags":{"$elemMatch":{"$gt":3}},"country":"CH"}"""));

        Assert.Equal("""{"tags":{"$elemMatch":{"$gt":3}}}""", Assert.IsType<OutlineJson>(outline.Parts[0]).Json);
        Assert.Equal("country", Assert.IsType<OutlineTest>(outline.Parts[1]).Attribute);
    }

    [Fact]
    public void Read_MoreThanAPersonIsShown_KeepsTheRestAsJson()
    {
        var condition = $"{{{string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"a{i}\":{i}"))}}}";
        var outline = OutlineReader.Read(JsonElement.Parse(condition));

        Assert.Equal(OutlineReader.MaxParts, outline.Parts.Count(part => part is OutlineTest));
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(condition), JsonElement.Parse(OutlineWriter.Write(outline).Json)));
    }

    [Fact]
    public void Write_TwoQuestionsOfTheSameKind_StandBesideOneAnother()
    {
        var same = new OutlineGroup(Joining.All, [Test("a", "$in", "x"), Test("a", "$in", "y"), Test("b", "=", "5")]);

        Assert.Equal("""{"$and":[{"a":{"$in":["x"]}},{"a":{"$in":["y"]}},{"b":5}]}""", OutlineWriter.Write(same).Json);
    }

    [Fact]
    public void Write_JsonThatIsNone_SaysWhere()
    {
        var written = OutlineWriter.Write(new OutlineGroup(Joining.All, [Test("a", "=", "1"), new OutlineGroup(Joining.Any, [new OutlineJson("{\"b\":")])]));

        Assert.Equal("1.0", Assert.Single(written.Faults).Path);
    }

    [Fact]
    public void PathOf_AFault_IsTheLineItIsAbout()
    {
        var written = OutlineWriter.Write(new OutlineGroup(Joining.All, [Test("a", "=", "1"), new OutlineGroup(Joining.Any, [Test("b", "$regex", "(")])]));
        var fault = Assert.Single(ConditionParser.Parse(JsonElement.Parse(written.Json)).Faults);

        Assert.Equal("1.0", written.PathOf(fault.Pointer));
    }

    private static OutlineTest Test(string attribute, string code, params string[] values) => new(attribute, code, values, false);

    private static string Again(string condition) => OutlineWriter.Write(OutlineReader.Read(JsonElement.Parse(condition))).Json;

    private static OutlinePart? Part(OutlinePart part, string path)
    {
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse))
        {
            if (part is not OutlineGroup group || step >= group.Parts.Count) return null;
            part = group.Parts[step];
        }

        return part;
    }
}
