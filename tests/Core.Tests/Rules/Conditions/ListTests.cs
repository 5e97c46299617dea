namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class ListTests
{
    [Theory]
    // $all: each value is matched by some element, by the rules of plain values or by operators
    [InlineData("""{"interests": {"$all": ["go", "chess"]}}""", """{"interests": ["chess", "golf", "go"]}""", true)]
    [InlineData("""{"interests": {"$all": ["go", "chess"]}}""", """{"interests": ["chess"]}""", false)]
    [InlineData("""{"interests": {"$all": []}}""", """{"interests": []}""", true)]
    [InlineData("""{"interests": {"$all": ["go"]}}""", """{"interests": "go"}""", false)]
    [InlineData("""{"interests": {"$all": ["go"]}}""", """{}""", false)]
    [InlineData("""{"sizes": {"$all": ["1", 2]}}""", """{"sizes": [1, "2"]}""", true)]
    [InlineData("""{"sizes": {"$all": [{"$gt": 40}, {"$lt": 10}]}}""", """{"sizes": [5, 42]}""", true)]
    [InlineData("""{"sizes": {"$all": [{"$gt": 40}, {"$lt": 10}]}}""", """{"sizes": [15, 42]}""", false)]
    [InlineData("""{"interests": {"$all": "go"}}""", """{"interests": ["go"]}""", false)]
    // $alli: in any letter case
    [InlineData("""{"interests": {"$alli": ["GO", "Chess"]}}""", """{"interests": ["chess", "go"]}""", true)]
    [InlineData("""{"interests": {"$alli": ["GO", "Chess"]}}""", """{"interests": ["chess"]}""", false)]
    [InlineData("""{"interests": {"$alli": ["GO"]}}""", """{"interests": "go"}""", false)]
    [InlineData("""{"interests": {"$alli": {"0": "go"}}}""", """{"interests": ["go"]}""", false)]
    // $elemMatch with operators judges the element
    [InlineData("""{"orders": {"$elemMatch": {"$gte": 100, "$lt": 200}}}""", """{"orders": [20, 150]}""", true)]
    [InlineData("""{"orders": {"$elemMatch": {"$gte": 100, "$lt": 200}}}""", """{"orders": [20, 250]}""", false)]
    [InlineData("""{"orders": {"$elemMatch": {"$lt": 1}}}""", """{"orders": [0]}""", true)]
    [InlineData("""{"orders": {"$elemMatch": {"$eq": null}}}""", """{"orders": [null]}""", true)]
    [InlineData("""{"orders": {"$elemMatch": {"$gte": 100}}}""", """{"orders": 150}""", false)]
    [InlineData("""{"orders": {"$elemMatch": {"$gte": 100}}}""", """{"orders": []}""", false)]
    [InlineData("""{"orders": {"$elemMatch": {"$not": {"$gte": 100}}}}""", """{"orders": [150, 20]}""", true)]
    [InlineData("""{"orders": {"$elemMatch": {"$or": [{"$lt": 10}, 99]}}}""", """{"orders": [50, 99]}""", true)]
    // $elemMatch with names judges the fields of one and the same element
    [InlineData(
        """{"orders": {"$elemMatch": {"total": {"$gt": 50}, "paid": true}}}""",
        """{"orders": [{"total": 90, "paid": true}]}""",
        true)]
    [InlineData(
        """{"orders": {"$elemMatch": {"total": {"$gt": 50}, "paid": true}}}""",
        """{"orders": [{"total": 90}, {"paid": true}]}""",
        false)]
    [InlineData(
        """{"orders": {"$elemMatch": {"$or": [{"total": 5}, {"total": 6}], "paid": true}}}""",
        """{"orders": [{"total": 6, "paid": true}]}""",
        true)]
    [InlineData("""{"orders": {"$elemMatch": {"coupon": {"$exists": false}}}}""", """{"orders": ["no object"]}""", true)]
    [InlineData("""{"orders": {"$elemMatch": {}}}""", """{"orders": [{}]}""", true)]
    [InlineData("""{"orders": {"$elemMatch": {}}}""", """{"orders": []}""", false)]
    [InlineData("""{"orders": {"$elemMatch": 90}}""", """{"orders": [90]}""", false)]
    // $size: a number or operators on the number
    [InlineData("""{"orders": {"$size": 2}}""", """{"orders": [1, 2]}""", true)]
    [InlineData("""{"orders": {"$size": 2}}""", """{"orders": [1]}""", false)]
    [InlineData("""{"orders": {"$size": {"$gte": 1, "$lt": 3}}}""", """{"orders": [1]}""", true)]
    [InlineData("""{"orders": {"$size": {"$in": [2, 3]}}}""", """{"orders": [1]}""", false)]
    [InlineData("""{"orders": {"$size": 0}}""", """{}""", false)]
    [InlineData("""{"orders": {"$size": 3}}""", """{"orders": "abc"}""", false)]
    [InlineData("""{"orders": {"$size": [1]}}""", """{"orders": [1]}""", false)]
    public void ListOperator_OnElements_MatchesAsDocumented(string condition, string attributes, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(condition, attributes));
}
