namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class ConditionSentenceTests
{
    [Theory]
    [InlineData("""{"a": "x"}""", """{}""", "a is missing, needed \"x\"")]
    [InlineData("""{"a": {"$eq": 5}}""", """{"a": "5"}""", "a is \"5\", needed exactly 5")]
    [InlineData("""{"a": {"$ne": 5}}""", """{"a": 5}""", "a is 5, needed anything but 5")]
    [InlineData("""{"a": {"$lt": 5}}""", """{"a": 5}""", "a is 5, needed less than 5")]
    [InlineData("""{"a": {"$lte": 5}}""", """{"a": true, "a": 6}""", "a is 6, needed at most 5")]
    [InlineData("""{"a": {"$nin": [1, 2]}}""", """{"a": 1}""", "a is 1, needed none of [1, 2]")]
    [InlineData("""{"a": {"$ini": ["x"]}}""", """{"a": "y"}""", "a is \"y\", needed one of [\"x\"] in any case")]
    [InlineData("""{"a": {"$inGroup": "vip"}}""", """{"a": 9}""", "a is 9, needed in the group \"vip\"")]
    [InlineData("""{"a": {"$notInGroup": "vip"}}""", """{"a": 1}""", "a is 1, needed outside the group \"vip\"")]
    [InlineData("""{"a": {"$inGroup": "old"}}""", """{"a": 9}""", "a is 9, needed in the group \"old\", which does not exist")]
    [InlineData("""{"a": {"$all": ["x"]}}""", """{"a": "x"}""", "a is \"x\", needed a list with \"x\"")]
    [InlineData("""{"a": {"$alli": ["x", "y"]}}""", """{"a": ["Y"]}""", "a is [\"Y\"], needed a list with \"x\" in any case")]
    [InlineData("""{"a": {"$elemMatch": {"$gt": 1, "$lt": 5}}}""", """{"a": [9]}""",
        "a is [9], needed a list with an element that is more than 1 and less than 5")]
    [InlineData("""{"a": {"$elemMatch": {"n": {"$not": {"$gt": 1}}}}}""", """{"a": 9}""",
        "a is 9, needed a list with an element that has n not (more than 1)")]
    [InlineData("""{"a": {"$elemMatch": {"$or": [1, 2]}}}""", """{"a": []}""",
        "a is [], needed a list with an element that is (1 or 2)")]
    [InlineData("""{"a": {"$elemMatch": {}}}""", """{"a": []}""", "a is [], needed a list with an element that has anything")]
    [InlineData("""{"a": {"$size": {"$gt": 2}}}""", """{"a": [7]}""", "the size of a is 1, needed more than 2")]
    [InlineData("""{"a": {"$size": 2}}""", """{"a": null}""", "a is null, needed a list whose size is 2")]
    [InlineData("""{"a": {"$exists": true}}""", """{}""", "a is missing, needed to be present")]
    [InlineData("""{"a": {"$not": {"$exists": true}}}""", """{"a": 1}""", "a is 1, must not be present")]
    [InlineData("""{"a": {"$exists": false}}""", """{"a": 1}""", "a is 1, needed to be absent")]
    [InlineData("""{"a": {"$type": "string"}}""", """{"a": 1}""", "a is 1, needed a value of type string")]
    [InlineData("""{"a": {"$regexi": "^x"}}""", """{"a": "y"}""", "a is \"y\", needed text that matches \"^x\" in any case")]
    [InlineData("""{"a": {"$notRegex": "^x"}}""", """{"a": "xy"}""", "a is \"xy\", needed anything but text that matches \"^x\"")]
    [InlineData("""{"a": {"$vgte": "2.0"}}""", """{"a": "1.9"}""", "a is \"1.9\", needed a version at least 2.0")]
    [InlineData("""{"a": {"$vne": "2.0"}}""", """{"a": "2.0"}""", "a is \"2.0\", needed a version other than 2.0")]
    public void WhyNot_EachOperator_ReadsAsASentence(string condition, string attributes, string sentence) =>
        Assert.Equal(sentence, Judgement.WhyNot(condition, attributes, """{"vip": [1]}""").Sentence);

    [Theory]
    [InlineData("""[1, 2, 3, 4, 5, 6, 7]""", "[1, 2, 3, 4, 5, … 7 in all]")]
    [InlineData("""{"x": [1, {"y": 2}], "z": {}}""", """{"x": [1, {…}], "z": {}}""")]
    [InlineData("""12345678901234567""", "12345678901234568")]
    [InlineData("""0.000001""", "1E-06")]
    [InlineData("""false""", "false")]
    public void WhyNot_LargeValue_IsShortened(string actual, string words) =>
        Assert.Equal($"a is {words}, needed \"no\"", Judgement.WhyNot("""{"a": "no"}""", $$"""{"a": {{actual}}}""").Sentence);

    [Fact]
    public void WhyNot_LongText_IsCut() =>
        Assert.StartsWith(
            $"a is \"{new string('x', 60)}…\" (500 characters), needed",
            Judgement.WhyNot("""{"a": 1}""", $$"""{"a": "{{new string('x', 500)}}"}""").Sentence,
            StringComparison.Ordinal);
}
