using System.Text.Json.Nodes;
using CsCheck;
using PersonalizationEngine.Adapters.Redis.People;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace PersonalizationEngine.Adapters.Tests.Redis.People;

/// <summary>
/// How people lie in Redis. A process of tomorrow meets what one of today wrote: the sample of each version is committed, and a
/// shape that changes without a new version fails here.
/// </summary>
public sealed class PersonShapeTests
{
    private static readonly PersonSerializer Serializer = new();

    private static string SampleFile => Path.Combine(AppContext.BaseDirectory, "Redis", "Shapes", "person-v5.json");

    [Fact]
    public void Serialize_AnyPerson_ReadsBackTheSame() => Somebody.Any.Sample(entry => AssertSame(entry, RoundTrip(entry)));

    [Fact]
    public void Deserialize_CommittedSample_IsTheSamePerson() =>
        AssertSame(Somebody.Ada, Serializer.Deserialize<FusionCacheDistributedEntry<PersonSnapshot>>(File.ReadAllBytes(SampleFile))!);

    [Fact]
    public void Serialize_TheSamplesPerson_StillHasTheShapeOfItsVersion()
    {
        var now = JsonNode.Parse(Serializer.Serialize(Somebody.Ada))!;

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(SampleFile)), now),
            $"People are stored in another shape than before. Raise StoredPerson.Version and commit a sample of the new one:\n{now.ToJsonString()}");
    }

    [Fact]
    public void Deserialize_SampleWithoutAnyOneMember_IsNoEntry()
    {
        foreach (var name in JsonNode.Parse(File.ReadAllText(SampleFile))!.AsObject().Select(member => member.Key))
        {
            var sample = JsonNode.Parse(File.ReadAllText(SampleFile))!.AsObject();
            sample.Remove(name);
            Assert.Null(Read(sample.ToJsonString()));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\"\\ud800\"")]
    public void Deserialize_NoPerson_IsNoEntry(string text) => Assert.Null(Read(text));

    [Fact]
    public void Deserialize_SampleCutOff_IsNoEntry()
    {
        var sample = File.ReadAllBytes(SampleFile);
        for (var length = 0; length < sample.Length - 2; length += 7)
            Assert.Null(Serializer.Deserialize<FusionCacheDistributedEntry<PersonSnapshot>>(sample[..length]));
    }

    private static FusionCacheDistributedEntry<PersonSnapshot>? Read(string text) =>
        Serializer.Deserialize<FusionCacheDistributedEntry<PersonSnapshot>>(System.Text.Encoding.UTF8.GetBytes(text));

    private static FusionCacheDistributedEntry<PersonSnapshot> RoundTrip(FusionCacheDistributedEntry<PersonSnapshot> entry) =>
        Serializer.Deserialize<FusionCacheDistributedEntry<PersonSnapshot>>(Serializer.Serialize(entry))!;

    /// <summary>Member by member: records compare their lists by reference.</summary>
    private static void AssertSame(FusionCacheDistributedEntry<PersonSnapshot> expected, FusionCacheDistributedEntry<PersonSnapshot> actual)
    {
        Assert.Equal((expected.Timestamp, expected.LogicalExpirationTimestamp), (actual.Timestamp, actual.LogicalExpirationTimestamp));
        var (one, other) = (expected.Value, actual.Value);
        Assert.Equal(one with { State = other.State, Inbox = other.Inbox }, other);
        AssertSame(one.Inbox, other.Inbox);

        var (state, read) = (one.State, other.State);
        Assert.Equal((state.Known, state.Attributes), (read.Known, read.Attributes));
        Assert.Equal(state.Candidates, read.Candidates);
        Assert.Equal(state.Kept, read.Kept);
        Assert.Equal(state.Profile with { Consents = read.Profile.Consents }, read.Profile);
        Assert.Equal(state.Profile.Consents.OrderBy(consent => consent.Key), read.Profile.Consents.OrderBy(consent => consent.Key));
        Assert.Equal(state.Score with { Receipt = read.Score.Receipt }, read.Score);
        Assert.Equal(state.Score.Receipt, read.Score.Receipt);
    }

    private static void AssertSame(InboxGlance one, InboxGlance other)
    {
        Assert.Equal(one.Unread, other.Unread);
        Assert.Equal(one.Messages.Count, other.Messages.Count);
        foreach (var (sent, read) in one.Messages.Zip(other.Messages))
        {
            Assert.Equal(sent with { Content = read.Content }, read);
            Assert.Equal(sent.Content with { Data = read.Content.Data, Headers = read.Content.Headers }, read.Content);
            Assert.Equal(sent.Content.Data.OrderBy(one => one.Key), read.Content.Data.OrderBy(one => one.Key));
        }
    }
}
