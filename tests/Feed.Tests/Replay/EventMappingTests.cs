using PersonalizationEngine.Feed.Demo.Wire;

namespace Feed.Tests.Replay;

public sealed class EventMappingTests
{
    [Theory]
    [InlineData("{ A: x }", "x", true)]
    [InlineData("{ A: x }", "y", false)]
    [InlineData("{ A: [x, y] }", "y", true)]
    [InlineData("{ A: { not: x } }", "x", false)]
    [InlineData("{ A: { not: [x, y] } }", "z", true)]
    [InlineData("{ A: { empty: true } }", " ", true)]
    [InlineData("{ A: { empty: false } }", "", false)]
    [InlineData("{ A: { contains: mail } }", "Mailed", false)]
    [InlineData("{ A: { contains: mail } }", "by mail", true)]
    [InlineData("{ A: { at_least: 2 } }", "2", true)]
    [InlineData("{ A: { at_least: 2 } }", "1.9", false)]
    [InlineData("{ A: { at_least: 1, at_most: 3 } }", "4", false)]
    [InlineData("{ A: { at_most: 3 } }", "none", false)]
    [InlineData("{ A: x, B: y }", "x", false)]
    [InlineData("{ Missing: { empty: true } }", "x", true)]
    public void When_Condition_DecidesWhetherTheEventIsSent(string when, string a, bool expected)
    {
        var yaml = $"events:\n  - to: cdp\n    when: {when}\n    fields: {{ type: x }}\n";

        Assert.Equal(expected ? 1 : 0, Mappings.Apply(yaml, $"A\tB\n{a}\tz\n").Count);
    }

    [Fact]
    public void Events_SeveralForARow_GoToTheirOwnEndpoints()
    {
        var mapping = Mappings.Parse(
            """
            to: rybbit
            events:
              - fields: { type: pageview }
              - to: cdp
                fields: { type: customer.upserted }
            """);

        var row = Assert.Single(Mappings.Map(mapping, "A,B\n1,2\n"));

        Assert.Equal(["rybbit", "cdp"], row.Events.Select(wireEvent => wireEvent.Endpoint.Name));
        Assert.All(row.Events, wireEvent => Assert.Equal(2, wireEvent.Line));
    }

    [Fact]
    public void Shift_OfTheRun_MovesEveryTimestamp()
    {
        const string Yaml = """
            events:
              - to: cdp
                fields:
                  timestamp: "{A}"
                  data.published_at: { text: "{B}", as: timestamp }
                  data.note: "{A}"
            """;

        var sent = Assert.Single(Mappings.Apply(Yaml, "A,B\n2020-01-01,2019-12-31\n", TimeSpan.FromDays(10)));

        Assert.Equal("2020-01-11T00:00:00.000Z", sent.GetProperty("timestamp").GetString());
        Assert.Equal("2020-01-10T00:00:00.000Z", sent.GetProperty("data").GetProperty("published_at").GetString());
        Assert.Equal("2020-01-01", sent.GetProperty("data").GetProperty("note").GetString());
    }

    [Theory]
    [InlineData("events: [", "test.yaml, line")]
    [InlineData("", "is empty")]
    [InlineData("to: rybbit", "needs events")]
    [InlineData("event: []", "'event' is not known here")]
    [InlineData("to: mail\nevents: []", "'mail' is none of rybbit, cdp, events")]
    [InlineData("events:\n  - fields: { type: x }", "needs to: rybbit, cdp or events")]
    [InlineData("to: cdp\nevents:\n  - { each: visit, fields: { type: x } }", "need visits")]
    [InlineData("to: cdp\nevents:\n  - when: { A: 1 }", "needs fields")]
    [InlineData("to: cdp\nevents:\n  - fields: { a: \"{A\" }", "the braces in '{A' do not match")]
    [InlineData("to: cdp\nevents:\n  - fields:\n      a: { as: number }", "line 4: a value needs text")]
    [InlineData("to: cdp\nevents:\n  - fields:\n      a: { text: x, as: numeric }", "'numeric' is none of Text, Number")]
    [InlineData("to: cdp\nevents:\n  - fields:\n      a: { text: x, plus: 2 weeks }", "is not a duration")]
    [InlineData("to: cdp\nvisits: { count: \"{A}\" }\nevents: []", "visits need key")]
    [InlineData("to: cdp\nevents:\n  - fields: { a..b: x }", "is not the name of a field")]
    public void Read_MistakeInTheFile_SaysWhatAndWhere(string yaml, string reason) =>
        Assert.Contains(reason, Mappings.FaultOf(yaml), StringComparison.Ordinal);
}
