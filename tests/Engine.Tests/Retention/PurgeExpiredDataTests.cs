using PersonalizationEngine.Engine.Retention;
using PersonalizationEngine.Engine.Tests.Ports;

namespace PersonalizationEngine.Engine.Tests.Retention;

public sealed class PurgeExpiredDataTests
{
    private static readonly RetentionPolicy Policy = new(Days(1), Days(2), Days(3), Days(4), Days(5))
    {
        Decisions = Days(6),
        Exposures = Days(8),
        Assignments = Days(9),
        RuleExposures = Days(10),
        Conversions = Days(11),
        MessageRequests = Days(12),
        Deliveries = Days(13),
        Audit = Days(14),
    };

    private readonly RetentionInMemory _store = new();

    [Fact]
    public async Task Run_EachKind_HasItsOwnAge()
    {
        await RunAsync();

        Assert.Equal(
            Enum.GetValues<RetainedKind>().Select(kind => (kind, Timing.Noon - Policy.Of(kind))),
            _store.Calls.Select(call => (call.Kind, call.OlderThan)));
    }

    [Fact]
    public async Task Run_RowsAroundTheEdge_KeepsWhatIsExactlyAsOldAsAllowed()
    {
        var edge = Timing.Noon - Days(1);
        _store.Put(RetainedKind.Events, edge.AddTicks(-1), count: 3);
        _store.Put(RetainedKind.Events, edge);
        _store.Put(RetainedKind.Feedback, edge.AddTicks(-1));

        Assert.Equal(3, (await RunAsync())[RetainedKind.Events]);
        Assert.Equal((1, 1), (_store.Count(RetainedKind.Events), _store.Count(RetainedKind.Feedback)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4_999, 1)]
    [InlineData(5_000, 2)]
    [InlineData(12_345, 3)]
    public async Task Run_ManyRows_DeletesThemInSmallTransactions(int rows, int transactions)
    {
        _store.Put(RetainedKind.Events, Timing.Noon - Days(9), rows);

        Assert.Equal(rows, (await RunAsync())[RetainedKind.Events]);
        Assert.Equal(transactions, _store.Calls.Count(call => call.Kind == RetainedKind.Events));
        Assert.All(_store.Calls, call => Assert.Equal(5_000, call.Batch));
    }

    [Fact]
    public async Task Run_Again_DeletesNothingMore()
    {
        _store.Put(RetainedKind.EventIds, Timing.Noon - Days(9), 10);
        await RunAsync();

        Assert.All((await RunAsync()).Values, deleted => Assert.Equal(0, deleted));
    }

    [Fact]
    public async Task Run_CutOff_IsContinuedByTheNext()
    {
        _store.Put(RetainedKind.Events, Timing.Noon - Days(9), 7_000);
        _store.Put(RetainedKind.Feedback, Timing.Noon - Days(9), 10);
        _store.Disturbance.FailAfter(1);
        await Assert.ThrowsAsync<IOException>(RunAsync);
        Assert.Equal((2_000, 10), (_store.Count(RetainedKind.Events), _store.Count(RetainedKind.Feedback)));

        _store.Disturbance.End();
        await RunAsync();

        Assert.Equal((0, 0), (_store.Count(RetainedKind.Events), _store.Count(RetainedKind.Feedback)));
    }

    private Task<IReadOnlyDictionary<RetainedKind, long>> RunAsync() =>
        new PurgeExpiredData(_store, Policy, Timing.Clock()).RunAsync(TestContext.Current.CancellationToken).SoonAsync();

    private static TimeSpan Days(int days) => TimeSpan.FromDays(days);
}
