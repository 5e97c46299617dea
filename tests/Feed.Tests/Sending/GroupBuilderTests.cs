using System.Text;
using CsCheck;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Sending;
using PersonalizationEngine.Feed.Sending.Batches;

namespace Feed.Tests.Sending;

public sealed class GroupBuilderTests
{
    /// <summary>Records of a few events each, small and large, for any endpoint.</summary>
    private static readonly Gen<WireEvent[][]> Records = Gen.Select(
        Gen.Int[0, 2], Gen.OneOf(Gen.Int[5, 60], Gen.Int[5, 60], Gen.Int[200_000, 700_000]),
        (endpoint, size) => new WireEvent(Endpoint.All[endpoint], Encoding.UTF8.GetBytes(new string('x', size)), 0))
        .Array[0, 3].Array[0, 60];

    [Fact]
    public void Add_AnyRecords_KeepsThemInOrderWithinTheLimits() => Records.Sample(
        records =>
        {
            var groups = Build(records);
            var batches = groups.SelectMany(group => group.Batches).ToList();
            foreach (var endpoint in Endpoint.All)
            {
                var sent = records.SelectMany(record => record).Where(wireEvent => wireEvent.Endpoint == endpoint);
                var expected = string.Concat(sent.Select(wireEvent => Encoding.UTF8.GetString(wireEvent.Json.Span) + "\n"));
                Assert.Equal(expected, string.Concat(batches.Where(batch => batch.Endpoint == endpoint).Select(Body)));
            }

            Assert.All(batches, batch => Assert.InRange(batch.Count, 1, 1000));
            Assert.All(batches, batch => Assert.InRange(batch.Body.Length, 1, 1_048_575));
            Assert.Equal(batches.Count, batches.Select(batch => batch.Id).Distinct().Count());
            Assert.Equal(Enumerable.Range(1, groups.Count).Select(number => (long)number), groups.Select(group => group.Number));
        },
        iter: 60);

    [Fact]
    public void Add_FromTheEndOfAnyGroup_GivesTheSameGroupsAgain()
    {
        var records = Enumerable.Range(0, 3456)
            .Select(number => Enumerable.Repeat(Small(number), number % 4).ToArray()).ToArray();
        var groups = Build(records);

        Assert.All(groups, group =>
        {
            var again = Build(records, group.End.Records, group.Number + 1);
            Assert.Equal(groups.Skip((int)group.Number).Select(Describe), again.Select(Describe));
        });
    }

    [Fact]
    public void Add_RecordLargerThanARequest_IsOneGroupOfSeveralBatches()
    {
        var groups = Build([[Small(0)], [.. Enumerable.Range(0, 3000).Select(Small)], [Small(1)]]);

        Assert.Equal([1, 3, 1], groups.Select(group => group.Batches.Count));
        Assert.Equal(["p_2_cdp", "p_2_cdp_2", "p_2_cdp_3"], groups[1].Batches.Select(batch => batch.Id));
        Assert.Equal([1, 2, 3], groups.Select(group => group.End.Records));
    }

    private static List<EventGroup> Build(WireEvent[][] records, long skip = 0, long first = 1)
    {
        var (builder, groups) = (new GroupBuilder("p", first), new List<EventGroup>());
        for (var index = skip; index < records.Length; index++)
        {
            if (builder.Add(records[index], new SourcePosition(index + 1, 0)) is { } full) groups.Add(full);
        }

        if (builder.Finish() is { } rest) groups.Add(rest);
        return groups;
    }

    private static WireEvent Small(int number) => new(Endpoint.Cdp, Encoding.UTF8.GetBytes($"{{\"n\":{number}}}"), number);

    private static string Body(EventBatch batch) => Encoding.UTF8.GetString(batch.Body.Span);

    private static string Describe(EventGroup group) =>
        $"{group.Number} {group.End} {string.Join(" ", group.Batches.Select(batch => batch.Id + Body(batch)))}";
}
