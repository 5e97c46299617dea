namespace PersonalizationEngine.Core.Tests.Rules.Conditions;

public sealed class MembershipTests
{
    private const string Groups = """{"partners": [7, "acme", null], "staff": [1]}""";

    [Theory]
    // $in and $nin are strict; a list needs one element in common
    [InlineData("""{"country": {"$in": ["CH", "DE"]}}""", """{"country": "DE"}""", true)]
    [InlineData("""{"country": {"$in": ["CH", "DE"]}}""", """{"country": "de"}""", false)]
    [InlineData("""{"country": {"$in": ["CH", "DE"]}}""", """{}""", false)]
    [InlineData("""{"country": {"$in": []}}""", """{"country": "DE"}""", false)]
    [InlineData("""{"seats": {"$in": [1, 2]}}""", """{"seats": "1"}""", false)]
    [InlineData("""{"owner": {"$in": [null]}}""", """{}""", true)]
    [InlineData("""{"interests": {"$in": ["golf", "chess"]}}""", """{"interests": ["go", "chess"]}""", true)]
    [InlineData("""{"interests": {"$in": ["golf", "chess"]}}""", """{"interests": ["go"]}""", false)]
    [InlineData("""{"country": {"$nin": ["CH", "DE"]}}""", """{"country": "FR"}""", true)]
    [InlineData("""{"country": {"$nin": ["CH", "DE"]}}""", """{"country": "CH"}""", false)]
    [InlineData("""{"country": {"$nin": ["CH", "DE"]}}""", """{}""", true)]
    [InlineData("""{"interests": {"$nin": ["golf"]}}""", """{"interests": ["go", "golf"]}""", false)]
    [InlineData("""{"interests": {"$nin": ["golf"]}}""", """{"interests": []}""", true)]
    [InlineData(
        """{"size": {"$in": ["a","b","c","d","e","f","g","h","i","j","k","l","m",1,2,3,4,5,6,7,8,9]}}""",
        """{"size": 7}""",
        true)]
    [InlineData(
        """{"size": {"$in": ["a","b","c","d","e","f","g","h","i","j","k","l","m",1,2,3,4,5,6,7,8,9]}}""",
        """{"size": "7"}""",
        false)]
    // $ini and $nini in any letter case
    [InlineData("""{"country": {"$ini": ["ch", "De"]}}""", """{"country": "dE"}""", true)]
    [InlineData("""{"country": {"$ini": ["ch", 5]}}""", """{"country": 5}""", true)]
    [InlineData("""{"country": {"$ini": ["ch"]}}""", """{"country": "fr"}""", false)]
    [InlineData("""{"interests": {"$ini": ["GOLF"]}}""", """{"interests": ["go", "golf"]}""", true)]
    [InlineData("""{"country": {"$nini": ["ch"]}}""", """{"country": "CH"}""", false)]
    [InlineData("""{"country": {"$nini": ["ch"]}}""", """{"country": "FR"}""", true)]
    // what is no list is a fault
    [InlineData("""{"country": {"$in": "CH"}}""", """{"country": "CH"}""", false)]
    [InlineData("""{"country": {"$nin": "CH"}}""", """{"country": "FR"}""", false)]
    [InlineData("""{"country": {"$ini": null}}""", """{"country": null}""", false)]
    [InlineData("""{"country": {"$nini": {}}}""", """{"country": "FR"}""", false)]
    // $inGroup and $notInGroup: an unknown group has no members
    [InlineData(
        """{"company": {"$inGroup": "partners"}}""",
        """{"company": "acme"}""",
        true, Groups)]
    [InlineData(
        """{"company": {"$inGroup": "partners"}}""",
        """{"company": "7"}""",
        false, Groups)]
    [InlineData("""{"company": {"$inGroup": "partners"}}""", """{}""", true, Groups)]
    [InlineData(
        """{"company": {"$inGroup": "rivals"}}""",
        """{"company": 7}""",
        false, Groups)]
    [InlineData(
        """{"companies": {"$inGroup": "staff"}}""",
        """{"companies": [3, 1]}""",
        true, Groups)]
    [InlineData(
        """{"company": {"$notInGroup": "partners"}}""",
        """{"company": 7}""",
        false, Groups)]
    [InlineData(
        """{"company": {"$notInGroup": "staff"}}""",
        """{"company": 7}""",
        true, Groups)]
    [InlineData(
        """{"company": {"$notInGroup": "rivals"}}""",
        """{"company": 7}""",
        true, Groups)]
    [InlineData(
        """{"company": {"$inGroup": 7}}""",
        """{"company": 7}""",
        false, Groups)]
    [InlineData(
        """{"company": {"$notInGroup": ["staff"]}}""",
        """{"company": 7}""",
        false, Groups)]
    public void Membership_InValuesOrGroup_MatchesAsDocumented(
        string condition, string attributes, bool expected, string groups = "{}") =>
        Assert.Equal(expected, Judgement.Matches(condition, attributes, groups));
}
