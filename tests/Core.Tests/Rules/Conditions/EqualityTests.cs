namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class EqualityTests
{
    [Theory]
    // a plain text also equals the number or boolean it spells
    [InlineData("""{"plan": "team"}""", """{"plan": "team"}""", true)]
    [InlineData("""{"plan": "team"}""", """{"plan": "Team"}""", false)]
    [InlineData("""{"plan": "team"}""", """{}""", false)]
    [InlineData("""{"seats": "12"}""", """{"seats": 12}""", true)]
    [InlineData("""{"customer": "1234567890123456"}""", """{"customer": 1234567890123456}""", true)]
    [InlineData("""{"customer": "100000000000000000"}""", """{"customer": 1e17}""", true)]
    [InlineData("""{"balance": "0"}""", """{"balance": -0}""", true)]
    [InlineData("""{"rate": "0.25"}""", """{"rate": 0.25}""", true)]
    [InlineData("""{"trial": "true"}""", """{"trial": true}""", true)]
    [InlineData("""{"plan": "null"}""", """{"plan": null}""", false)]
    [InlineData("""{"tags": "a,b"}""", """{"tags": ["a", "b"]}""", false)]
    // a plain number also equals the text that says it; missing and null count as 0
    [InlineData("""{"seats": 12}""", """{"seats": 12.0}""", true)]
    [InlineData("""{"seats": 12}""", """{"seats": " 12 "}""", true)]
    [InlineData("""{"seats": 12}""", """{"seats": "a dozen"}""", false)]
    [InlineData("""{"seats": 0}""", """{}""", true)]
    [InlineData("""{"seats": 0}""", """{"seats": null}""", true)]
    [InlineData("""{"seats": 0}""", """{"seats": ""}""", true)]
    [InlineData("""{"seats": 1}""", """{"seats": true}""", true)]
    [InlineData("""{"seats": 1}""", """{"seats": [1]}""", false)]
    // a plain boolean asks whether there is something
    [InlineData("""{"trial": true}""", """{"trial": true}""", true)]
    [InlineData("""{"trial": true}""", """{"trial": "yes"}""", true)]
    [InlineData("""{"trial": true}""", """{"trial": []}""", true)]
    [InlineData("""{"trial": false}""", """{"trial": 0}""", true)]
    [InlineData("""{"trial": false}""", """{"trial": ""}""", true)]
    [InlineData("""{"trial": false}""", """{"trial": null}""", false)]
    [InlineData("""{"trial": false}""", """{}""", false)]
    // plain null is what is missing
    [InlineData("""{"owner": null}""", """{}""", true)]
    [InlineData("""{"owner": null}""", """{"owner": null}""", true)]
    [InlineData("""{"owner": null}""", """{"owner": ""}""", false)]
    // lists and objects are equal deeply, strictly, and whatever the order of names
    [InlineData("""{"tags": ["a", "b"]}""", """{"tags": ["a", "b"]}""", true)]
    [InlineData("""{"tags": ["a", "b"]}""", """{"tags": ["b", "a"]}""", false)]
    [InlineData("""{"tags": [1]}""", """{"tags": ["1"]}""", false)]
    [InlineData("""{"home": {"city": "Bern", "zip": [3011]}}""", """{"home": {"zip": [3011], "city": "Bern"}}""", true)]
    [InlineData("""{"home": {"city": "Bern"}}""", """{"home": {"city": "Bern", "zip": 3011}}""", false)]
    [InlineData("""{"home": {}}""", """{"home": {}}""", true)]
    [InlineData("""{"home": {}}""", """{"home": {"city": "Bern"}}""", false)]
    // $eq and $ne are strict, and missing is null
    [InlineData("""{"seats": {"$eq": 12}}""", """{"seats": 12}""", true)]
    [InlineData("""{"seats": {"$eq": 12}}""", """{"seats": "12"}""", false)]
    [InlineData("""{"seats": {"$eq": 0}}""", """{}""", false)]
    [InlineData("""{"owner": {"$eq": null}}""", """{}""", true)]
    [InlineData("""{"tags": {"$eq": ["a"]}}""", """{"tags": ["a"]}""", true)]
    [InlineData("""{"seats": {"$ne": 12}}""", """{"seats": 12}""", false)]
    [InlineData("""{"seats": {"$ne": 12}}""", """{"seats": "12"}""", true)]
    [InlineData("""{"seats": {"$ne": 12}}""", """{}""", true)]
    [InlineData("""{"owner": {"$ne": null}}""", """{}""", false)]
    public void Equality_OfEachKind_MatchesAsDocumented(string condition, string attributes, bool expected) =>
        Assert.Equal(expected, Judgement.Matches(condition, attributes));
}
