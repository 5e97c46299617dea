using System.Text.Json;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Profiles;
using static PersonalizationEngine.Core.Tests.Decisions.Situations;
using static PersonalizationEngine.Core.Tests.Rules.Evaluation.RuleTexts;

namespace PersonalizationEngine.Core.Tests.Decisions;

public sealed class DecisionMakerTests
{
    [Fact]
    public void Decide_NoRules_FallsBackPerSlotAndSaysSo()
    {
        var slots = Decide(Request(["hero", "unheard-of"]), Situations.Person(), Playbook()).Slots;

        Assert.Equal(("fallback", "fallback"), (slots[0].Reason, slots[0].Content.Text));
        Assert.Equal(("empty", AttributeKind.Missing), (slots[1].Reason, slots[1].Content.Kind));
    }

    [Fact]
    public void Decide_NoSlotsAsked_FillsEverySlotThereIs() =>
        Assert.Equal(["banner", "hero"], Decide(Request(), Situations.Person(), Playbook([Rule(1, 0, "{}", Show("banner", "x"))])).Slots.Select(slot => slot.Slot));

    [Fact]
    public void Decide_RuleOnContext_SeesWhatTheFrontendSays()
    {
        var playbook = Playbook([Rule(1, 0, """{"context.cart_value": {"$gt": 100}}""", Show("hero", "rich"))]);

        Assert.Equal("rich", Decide(Request(context: """{"cart_value": 120}"""), Situations.Person(), playbook).Slots[0].Content.Text);
        Assert.Equal("fallback", Decide(Request(context: """{"cart_value": 80}"""), Situations.Person(), playbook).Slots[0].Content.Text);
    }

    [Theory]
    [InlineData("""{"device.type": "mobile", "device.os": "linux"}""")]
    [InlineData("""{"utm.source": "news"}""")]
    [InlineData("""{"time.hour": 12, "time.weekday": "thursday", "time.date": "2026-05-14"}""")]
    public void Decide_FreshContext_LiesOverWhatThePersonHad(string conditions)
    {
        var decision = Decide(
            Request(context: """{"device": "mobile", "utm_source": "news"}"""), Situations.Person(), Playbook([Rule(1, 0, conditions, Show("hero", "yes"))]));

        Assert.Equal("yes", decision.Slots[0].Content.Text);
    }

    [Fact]
    public void Decide_RuleOnAVariant_FollowsTheAssignment()
    {
        var experiment = new CompiledExperiment(ExperimentDocument.Read(JsonElement.Parse(
            """{"key": "cta", "name": "x", "status": "running", "variants": [{"key": "a", "weight": 0}, {"key": "b", "weight": 1}]}""")).Value!);
        var decision = Decide(Request(), Situations.Person(), Playbook([Rule(1, 0, """{"experiments.cta": "b"}""", Show("hero", "bold"))], [experiment]));

        Assert.Equal("b", Assert.Single(decision.Experiments).Variant.Key);
        Assert.Equal("bold", decision.Slots[0].Content.Text);
    }

    [Theory]
    [InlineData("""{}""", false)]
    [InlineData("""{"email": false}""", false)]
    [InlineData("""{"sms": true}""", false)]
    [InlineData("""{"email": true}""", true)]
    public void Decide_MessageByEmail_NeedsThatChannelsConsent(string consents, bool allowed)
    {
        var playbook = Playbook([Rule(1, 0, "{}", """[{"type": "message", "channel": "email", "template": "t"}]""")]);
        var message = Assert.Single(Decide(Request(), Situations.Person(consents: consents), playbook).Messages);

        Assert.Equal((allowed, allowed ? "requested" : "no_consent"), (message.Allowed, message.Reason));
    }

    [Fact]
    public void Decide_MessageOnTheWebsite_NeedsNoConsent()
    {
        var playbook = Playbook([Rule(1, 0, "{}", """[{"type": "message", "channel": "website", "template": "t"}]""")]);

        Assert.True(Assert.Single(Decide(Request(), Situations.Person(), playbook).Messages).Allowed);
    }

    [Fact]
    public void Decide_ExplainNotAsked_ExplainsNothing()
    {
        Assert.Null(Decide(Request(), Situations.Person(), Playbook()).Explanation);
        Assert.NotNull(Decide(Request(explain: true), Situations.Person(), Playbook()).Explanation);
    }
}
