using System.Text.Json;
using PersonalizationEngine.Core.Rules.Conditions;

namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class ConditionParserTests
{
    [Theory]
    [InlineData("""{"country": "CH", "$or": [{"seats": {"$gte": 5}}, {"orders": {"$elemMatch": {"total": 5}}}]}""")]
    [InlineData("""{"$groups": {"$elemMatch": {"$eq": "beta"}}}""")]
    [InlineData("{}")]
    public void Parse_WellFormed_HasNoFaults(string condition) => Assert.True(Judgement.Parse(condition).IsValid);

    [Theory]
    [InlineData("""{"a": {"$regx": "x"}}""", "/a/$regx", "There is no such operator. Accepted are $all, $alli, $and, $elemMatch")]
    [InlineData("""{"a": 1, "tags": {"$in": "x"}}""", "/tags/$in", "$in takes a list of values.")]
    [InlineData("""{"tags": {"$all": {}}}""", "/tags/$all", "$all takes a list of values.")]
    [InlineData("""{"tags": {"$all": ["a", {"$near": 1}]}}""", "/tags/$all/1/$near", "There is no such operator.")]
    [InlineData("""{"tags": {"$size": "3"}}""", "/tags/$size", "$size takes a number or operators on a number.")]
    [InlineData("""{"tags": {"$elemMatch": 3}}""", "/tags/$elemMatch", "A condition is an object of attribute names")]
    [InlineData("""{"a": {"$regex": "(["}}""", "/a/$regex", "$regex takes a valid .NET regular expression.")]
    [InlineData("""{"a": {"$regexi": 5}}""", "/a/$regexi", "$regexi takes a regular expression as text.")]
    [InlineData("""{"a": {"$gt": [1]}}""", "/a/$gt", "$gt takes a number or a text.")]
    [InlineData("""{"a": {"$vgt": true}}""", "/a/$vgt", "$vgt takes a version such as \"2.10.0\".")]
    [InlineData("""{"a": {"$exists": "yes"}}""", "/a/$exists", "$exists takes true or false.")]
    [InlineData("""{"a": {"$type": "text"}}""", "/a/$type", "$type takes one of array, boolean, null, number, object, string")]
    [InlineData("""{"a": {"$inGroup": 1}}""", "/a/$inGroup", "$inGroup takes the id of a saved group.")]
    [InlineData("""{"a": {"$gt": 1, "b": 2}}""", "/a", "Under an attribute stands an object with operators only")]
    [InlineData("""{"$and": [{"a": 1}, 5]}""", "/$and/1", "A condition is an object of attribute names")]
    [InlineData("""{"a": {"$or": 5}}""", "/a/$or", "$or takes a list of conditions.")]
    [InlineData("""{"$ors": [{"a": 1}]}""", "/$ors", "Only $and, $or, $nor and $not stand here")]
    [InlineData("""{"$gt": 5}""", "/$gt", "$gt stands under the attribute it judges.")]
    [InlineData("""{"": 5}""", "/", "An attribute name is not empty.")]
    [InlineData("""{"a": 1, "a": 2}""", "/a", "A name stands only once in an object.")]
    [InlineData("""{"a": {"$in": [{"b": 1, "b": 2}]}}""", "/a/$in/0/b", "A name stands only once in an object.")]
    [InlineData("""{"a/b~c": {"$in": 1}}""", "/a~1b~0c/$in", "$in takes a list of values.")]
    [InlineData("""{"a": "\ud800"}""", "/a", "The text is not valid Unicode")]
    [InlineData("""{"a": {"b\udc00": 1}}""", "/a", "The text is not valid Unicode")]
    [InlineData("""{"a": {"$in": ["x", "\ud800"]}}""", "/a/$in/1", "The text is not valid Unicode")]
    [InlineData("""{"\ud800": 1}""", "", "The text is not valid Unicode")]
    [InlineData("""{"$or": [{"a": 1}, {"\ud800": 1}]}""", "/$or/1", "The text is not valid Unicode")]
    [InlineData("""{"a": {"$gt": 1, "$\ud800": 1}}""", "/a", "The text is not valid Unicode")]
    [InlineData("""{"a": {"$elemMatch": {"\ud800": 1}}}""", "/a/$elemMatch", "The text is not valid Unicode")]
    [InlineData("[]", "", "A condition is an object of attribute names")]
    [InlineData("null", "", "A condition is an object of attribute names")]
    public void Parse_Faulty_SaysWhereAndWhatIsAccepted(string condition, string jsonPointer, string message)
    {
        var fault = Assert.Single(Judgement.Parse(condition).Faults);

        Assert.Equal(jsonPointer, fault.Pointer);
        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SeveralFaults_ListsAllInOrder()
    {
        var faults = Judgement.Parse("""{"a": {"$x": 1, "$gt": 1, "$y": 1}, "$or": {}}""").Faults;

        Assert.Equal(["/a/$x", "/a/$y", "/$or"], faults.Select(fault => fault.Pointer));
    }

    [Fact]
    public void Parse_NoElementAtAll_IsAFault() => Assert.Single(ConditionParser.Parse(default(JsonElement)).Faults);

    [Fact]
    public void Parse_NameGivenTwice_EvaluatesTheLast()
    {
        Assert.True(Judgement.Matches("""{"a": 1, "a": 2}""", """{"a": 2}"""));
        Assert.False(Judgement.Matches("""{"a": 1, "a": 2}""", """{"a": 1}"""));
    }
}
