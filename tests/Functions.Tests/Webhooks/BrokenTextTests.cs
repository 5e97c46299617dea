using System.Text;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Webhooks;

/// <summary>JSON whose texts are none, and JSON that is odd but sound: refused or taken, never a 5xx, never the neighbours' fault.</summary>
public sealed class BrokenTextTests(SharedEngine engine)
{
    private readonly string _user = Sent.NewId();

    private string Good => Sent.PageView(_user, "/").ToJsonString();

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00")]
    [InlineData("\\ud800\\ud800")]
    [InlineData("a\\udc00b")]
    public async Task Post_HalfASurrogatePair_RefusesThatEventAlone(string half)
    {
        foreach (var bad in (string[])[
            $$"""{"type":"pageview","site_id":"1","user_id":"{{_user}}","pathname":"/{{half}}"}""",
            $$"""{"type":"pageview","site_id":"1","user_id":"{{half}}"}""",
            $$"""{"type":"pageview","site_id":"1","user_id":"{{_user}}","{{half}}":1}""",
            $$"""{"type":"pageview","site_id":"1","user_id":"{{_user}}","properties":{"a":["{{half}}"]} }""",
            $$"""{"type":"pageview","site_id":"1","user_id":"{{_user}}","properties":"{\"a\":\"\{{half}}\"}"}"""])
        {
            await AssertOneRefusedAsync(Encoding.UTF8.GetBytes(bad));
        }
    }

    [Fact]
    public async Task Post_BytesThatAreNotUtf8_RefuseThatEventAlone()
    {
        foreach (var broken in (byte[][])[[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80]])
        {
            byte[] bad =
            [
                .. """{"type":"pageview","site_id":"1","pathname":"/","user_id":"a"""u8, .. broken, .. "\"}"u8,
            ];
            await AssertOneRefusedAsync(bad);
        }
    }

    [Fact]
    public async Task Post_BytesThatAreNotUtf8_AreNotTakenByAReplayEither()
    {
        byte[] bad = [.. Encoding.UTF8.GetBytes($$"""{"type":"pageview","site_id":"1","pathname":"/","user_id":"{{_user}}"""), 0xFF, .. "\"}"u8];
        await Proof.OfToken.SendAsync(engine.Client, "rybbit", bad);

        var replayed = await RefusedEvents.ReplayAsync(engine.Client, await RefusedEvents.FindAsync(engine.Client, _user));

        Assert.Equal(0, (int)replayed["replayed"]!);
    }

    [Fact]
    public async Task Post_SurrogatePairsAndEveryScript_AreTaken()
    {
        var body = $$"""{"type":"pageview","site_id":"1","user_id":"{{_user}}","pathname":"/\ud83d\ude00/日本語/ة","page_title":"😀"}""";

        (await Proof.OfToken.SendAsync(engine.Client, "rybbit", body)).AssertOk();
    }

    [Fact]
    public async Task Post_PropertyNamesTwice_AreNo5xx()
    {
        foreach (var odd in (string[])[
            $$"""{"type":"pageview","type":"walk","site_id":"1","user_id":"{{_user}}"}""",
            $$"""{"type":"pageview","site_id":"1","user_id":"{{_user}}","properties":{"a":1,"a":2},"properties":{"b":1} }""",
            $$"""{"type":"identify","site_id":"1","user_id":"{{_user}}","traits":{"a":1,"a":{"a":1,"a":2} } }"""])
        {
            await AssertNeighboursAcceptedAsync(Encoding.UTF8.GetBytes(odd));
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1000)]
    public async Task Post_DeepNesting_IsNo5xx(int depth)
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        var bad = $$"""{"type":"pageview","site_id":"1","user_id":"{{_user}}","properties":{{deep}} }""";

        await AssertNeighboursAcceptedAsync(Encoding.UTF8.GetBytes(bad));
        var alone = await Proof.OfToken.SendAsync(engine.Client, "rybbit", bad);
        Assert.Contains(alone.Status, (int[])[200, 400]);
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e-400")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890")]
    [InlineData("-0.0")]
    public async Task Post_NumbersBeyondMeasure_AreNo5xx(string number)
    {
        await AssertNeighboursAcceptedAsync(Encoding.UTF8.GetBytes(
            $$"""{"type":"custom_event","event_name":"x","site_id":1,"user_id":"{{_user}}","properties":{"n":{{number}} } }"""));
        await AssertNeighboursAcceptedAsync(Encoding.UTF8.GetBytes(
            $$"""{"type":"pageview","site_id":{{number}},"user_id":"{{_user}}","screenWidth":{{number}},"timestamp":{{number}}}"""));
    }

    private async Task AssertOneRefusedAsync(byte[] bad)
    {
        var answer = await AssertNeighboursAcceptedAsync(bad);
        Assert.True((int)answer.Json["refused"]! == 1, answer.Body);
    }

    /// <summary>As a line of NDJSON, where it cannot break the others even when it is not JSON.</summary>
    private async Task<EngineResponse> AssertNeighboursAcceptedAsync(byte[] odd)
    {
        byte[] good = [.. Encoding.UTF8.GetBytes(Good)];
        var answer = await Proof.OfToken.SendAsync(engine.Client, "rybbit", [.. good, (byte)'\n', .. odd, (byte)'\n', .. good]);
        Assert.True(answer.Status == 200 && (int)answer.Json["accepted"]! >= 2, answer.Body);
        return answer;
    }
}
