using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Personalization;

/// <summary>The documented limits of the query, at their edges.</summary>
public sealed class PersonalizeParameterTests(SharedEngine engine)
{
    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("50")]
    [InlineData("+7")]
    public async Task Limit_InRange_IsTheMostRecommendations(string limit)
    {
        var answer = await engine.Client.PersonalizeAsync(Sent.NewId(), $"limit={Uri.EscapeDataString(limit)}");

        Assert.True(answer["recommendations"]!.AsArray().Count <= int.Parse(limit));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("51")]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("1e9")]
    [InlineData("10.0")]
    [InlineData("0x10")]
    [InlineData("99999999999999999999")]
    [InlineData("5&limit=6")]
    public async Task Limit_OutOfRange_IsRefusedWithTheRange(string limit)
    {
        var answer = await engine.Client.GetAsync($"/api/v1/personalize/{Sent.NewId()}?limit={limit}");

        answer.AssertProblem(400, "limit");
        Assert.Contains("from 0 to 50", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limit_Absent_IsTen()
    {
        var category = Sent.NewId("category");
        await engine.Client.AcceptEventsAsync("cdp", Enumerable.Range(0, 12).Select(i => Sent.Item(Sent.NewId($"item{i}"), category)));

        Assert.InRange((await engine.Client.PersonalizeAsync(Sent.NewId()))["recommendations"]!.AsArray().Count, 1, 10);
    }

    [Fact]
    public async Task Slots_AskedFor_AreAnsweredInThatOrderAndNoOthers()
    {
        var slots = (await engine.Client.PersonalizeAsync(Sent.NewId(), "slots=nowhere,hero,%20banner,,hero"))["slots"]!.AsObject();

        Assert.Equal(["nowhere", "hero", "banner"], slots.Select(slot => slot.Key));
        Assert.Equal("empty", (string?)slots["nowhere"]!["reason"]);
        Assert.Null(slots["nowhere"]!["content"]);
    }

    [Fact]
    public async Task Slots_GivenSeveralTimes_AreOneList()
    {
        var slots = (await engine.Client.PersonalizeAsync(Sent.NewId(), "slots=hero&slots=banner"))["slots"]!.AsObject();

        Assert.Equal(["hero", "banner"], slots.Select(slot => slot.Key));
    }

    [Fact]
    public async Task Slots_Empty_AreNone() =>
        Assert.Empty((await engine.Client.PersonalizeAsync(Sent.NewId(), "slots="))["slots"]!.AsObject());

    [Theory]
    [InlineData(32, 64, true)]
    [InlineData(33, 8, false)]
    [InlineData(1, 65, false)]
    public async Task Slots_NumberAndLength_AreLimited(int count, int length, bool accepted)
    {
        var slots = string.Join(',', Enumerable.Range(0, count).Select(i => $"{i:00}".PadRight(length, 's')));
        var answer = await engine.Client.GetAsync($"/api/v1/personalize/{Sent.NewId()}?slots={slots}");

        if (accepted) Assert.Equal(count, answer.AssertOk().Json["slots"]!.AsObject().Count);
        else answer.AssertProblem(400, "slots");
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public async Task Explain_YesOrNo_DecidesOnTheExplanation(string explain, bool expected) =>
        Assert.Equal(expected, (await engine.Client.PersonalizeAsync(Sent.NewId(), $"explain={explain}"))["explanation"] is not null);

    [Theory]
    [InlineData("yes")]
    [InlineData("2")]
    [InlineData("true,false")]
    public async Task Explain_AnythingElse_IsRefused(string explain) =>
        (await engine.Client.GetAsync($"/api/v1/personalize/{Sent.NewId()}?explain={explain}")).AssertProblem(400, "explain");

    [Fact]
    public async Task Faults_OfSeveralParameters_AreAllNamedAtOnce()
    {
        var answer = await engine.Client.GetAsync($"/api/v1/personalize/{new string('x', 256)}?limit=51&explain=maybe&slots={new string('s', 65)}");

        foreach (var field in (string[])["user_id", "limit", "explain", "slots"]) answer.AssertProblem(400, field);
    }

    [Fact]
    public async Task Parameters_NobodyKnows_AreLeftAlone() =>
        (await engine.Client.GetAsync($"/api/v1/personalize/{Sent.NewId()}?utm_source=x&_=1&limitless=true")).AssertOk();
}
