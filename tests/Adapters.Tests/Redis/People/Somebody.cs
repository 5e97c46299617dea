using CsCheck;
using PersonalizationEngine.Adapters.Tests.Sql;
using PersonalizationEngine.Core.Decisions;
using PersonalizationEngine.Core.Experiments.Allocation;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Scoring;
using PersonalizationEngine.Engine.Delivery.Inbox;
using PersonalizationEngine.Engine.Delivery.Sending;
using PersonalizationEngine.Engine.Personalization.Snapshots;
using ZiggyCreatures.Caching.Fusion.Internals;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace PersonalizationEngine.Adapters.Tests.Redis.People;

/// <summary>Snapshots of people, any and one.</summary>
internal static class Somebody
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 14, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<LeadScore> Score = Gen.Select(
        Gen.Enum<LeadSegment>(), Anything.Money, Anything.Instant, Anything.InstantOrNull, Line().List[0, 8],
        (segment, sum, at, until, lines) => new LeadScore(Math.Min(sum, LeadScore.Highest), segment, sum > LeadScore.Highest, sum, lines, at, until));

    private static readonly Gen<PersonProfile> Profile = Gen.Select(
        Anything.Text(50), Gen.Bool, Contact(), Anything.Map, Anything.Map,
        Gen.Dictionary(Gen.OneOf("email", "sms", "analytics"), Gen.Bool)[0, 3], Anything.InstantOrNull,
        (id, identified, contact, traits, device, consents, seen) =>
            new PersonProfile(id, identified, contact, traits, consents, AttributeMap.Empty, device, seen, seen));

    private static readonly Gen<ItemCandidate> Candidate = Gen.Select(
        Anything.Text(30), Gen.Double[0, 1], Anything.Text(40), Anything.Map,
        (id, score, reason, item) => new ItemCandidate(id, score, "trending", reason, item));

    public static Gen<FusionCacheDistributedEntry<PersonSnapshot>> Any { get; } = Gen.Select(
        Profile, Score, Anything.Map, Candidate.List[0, 3], Gen.Bool, Anything.Instant, Waiting().List[0, 3],
        (profile, score, attributes, candidates, known, at, waiting) => Entry(new PersonSnapshot(
            new PersonState(profile, known, score, attributes, candidates), "embedded", null, at, known)
        { Inbox = new InboxGlance(waiting, waiting.Count) }));

    /// <summary>With something in every place: the committed sample is this person.</summary>
    public static FusionCacheDistributedEntry<PersonSnapshot> Ada { get; } = Entry(AdaSnapshot());

    private static FusionCacheDistributedEntry<PersonSnapshot> Entry(PersonSnapshot snapshot) => new(
        snapshot, snapshot.ReadAt.UtcTicks, snapshot.ReadAt.UtcTicks + TimeSpan.TicksPerMinute, [], new FusionCacheEntryMetadata(false, null, null, null, 1, null));

    private static PersonSnapshot AdaSnapshot()
    {
        var contact = new ContactDetails("ada@example.com", "+4479", "Ada", "Engines", "Analyst", "GB", "en-GB", "Europe/London", "email");
        var traits = new AttributeMap(new Dictionary<string, AttributeValue>
        {
            ["plan"] = "pro",
            ["seats"] = 12.5,
            ["trial"] = false,
            ["gone"] = AttributeValue.Null,
            ["tags"] = new AttributeValue[] { "a", 1 },
        });
        var profile = new PersonProfile(
            "ada", true, contact, traits, new Dictionary<string, bool> { ["email"] = true, ["sms"] = false },
            new AttributeMap([KeyValuePair.Create("source", (AttributeValue)"news")]),
            new AttributeMap([KeyValuePair.Create("type", (AttributeValue)"mobile")]), Noon.AddDays(-30), Noon.AddMinutes(-1));
        var factors = new BehaviouralFactors(
            [.. FactorNames.All.Select(factor => new FactorValue(factor, 2.5m, ActivityOrigin.Rybbit | ActivityOrigin.Cdp, Noon.AddHours(-1)))],
            3, Noon, Noon.AddDays(1));
        var score = LeadScorer.Score(factors, ScoringModel.Default);
        var live = new Core.Profiles.Live.LiveCounts();
        var attributes = PersonAttributes.Of(profile, true, factors, score, live);
        var item = new ItemCandidate("tea", 0.75, "item_based", "Because of coffee", new AttributeMap([KeyValuePair.Create("item_id", (AttributeValue)"tea")]))
        {
            Choice = new ExplorationChoice(0.25, 8, 1, 2, 3),
        };
        return new PersonSnapshot(
            new PersonState(profile, true, score, attributes, [item]) { Kept = [new KeptAssignment(7, 1, "bold")] }, "embedded", null, Noon, true)
        {
            Inbox = new InboxGlance([Welcome()], 7),
        };
    }

    private static InboxMessage Welcome() => new(
        "msg_1", "ada", "news", new MessageContent("Your engine is ready.") { Subject = "Ready", Url = "/engine", ImageUrl = "/engine.png", Data = new Dictionary<string, string> { ["style"] = "card" } },
        50, Noon.AddHours(-1), Noon.AddDays(3))
    { Id = 12 };

    private static Gen<InboxMessage> Waiting() => Gen.Select(
        Anything.Text(40), Anything.Text(200), Anything.TextOrNull(30), Anything.Instant, Anything.InstantOrNull, Gen.Dictionary(Anything.Text(5), Anything.Text(9))[0, 2],
        (id, text, title, at, until, data) => new InboxMessage(id, "ada", title, new MessageContent(text) { Subject = title, Data = data }, 50, at, until) { Id = id.Length });

    private static Gen<ReceiptLine> Line() => Gen.Select(
        Gen.Enum<Factor>(), Anything.Money, Gen.Int[0, 3], Anything.InstantOrNull, Gen.Long[0, long.MaxValue],
        (factor, value, origin, latest, age) => new ReceiptLine(
            new FactorValue(factor, value, (ActivityOrigin)origin, latest), 1.5m, value * 1.5m, latest is null ? null : TimeSpan.FromTicks(age)));

    private static Gen<ContactDetails> Contact() => Gen.Select(
        Anything.TextOrNull(50), Anything.TextOrNull(50), Anything.TextOrNull(2),
        (name, email, country) => new ContactDetails(email, Name: name, Country: country));
}
