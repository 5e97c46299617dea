namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class AttributePathTests
{
    [Theory]
    [InlineData("""{"company.address.city": "Bern"}""", """{"company": {"address": {"city": "Bern"}}}""", true)]
    [InlineData("""{"company.address.city": "Bern"}""", """{"company": {"address": "Bern"}}""", false)]
    [InlineData("""{"company.address.city": "Bern"}""", """{"company": null}""", false)]
    [InlineData("""{"company.address.city": null}""", """{"company": 7}""", true)]
    [InlineData("""{"company.name": "Acme"}""", """{"company.name": "Acme"}""", false)]
    [InlineData("""{"orders.0.total": 90}""", """{"orders": [{"total": 90}]}""", true)]
    [InlineData("""{"orders.1.total": {"$exists": false}}""", """{"orders": [{"total": 90}]}""", true)]
    [InlineData("""{"orders.-1": {"$exists": false}}""", """{"orders": [1]}""", true)]
    [InlineData("""{"orders.length": {"$exists": false}}""", """{"orders": [1]}""", true)]
    [InlineData("""{"orders.0": "first"}""", """{"orders": {"0": "first"}}""", true)]
    [InlineData("""{"Country": "CH"}""", """{"country": "CH"}""", false)]
    [InlineData("""{"a..b": 1}""", """{"a": {"": {"b": 1}}}""", true)]
    [InlineData("""{"$groups": {"$elemMatch": {"$eq": "beta"}}}""", """{"$groups": ["beta"]}""", true)]
    public void Path_ThroughMapsAndLists_ReadsAsDocumented(string condition, string attributes, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(condition, attributes));
}
