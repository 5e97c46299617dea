using Microsoft.Extensions.DependencyInjection;
using PersonalizationEngine.Adapters.Sql;
using PersonalizationEngine.Core.Profiles.Factors;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Privacy;
using PersonalizationEngine.Engine.Sync.Behaviour;

namespace PersonalizationEngine.Adapters.Tests.Sql.Sync;

/// <summary>Two visitors as a store of version 2026_11_23_0011 keeps them, and as they must be found later.</summary>
internal static class MovedBehaviour
{
    public const string Fill = """
        insert into identities (identity, person_id, linked_at) values ('device', 'ada', 1), ('quiet', 'ada', 2), ('uncounted', 'bob', 3);
        insert into web_behaviour (
          identity, as_of, read_in_run, fingerprint, page_views, page_views_at, form_submissions, form_submissions_at, pricing_visits,
          pricing_visits_at, demo_requests, demo_requests_at, timed_sessions, time_on_site, timed_at, visits, visit_at, session_site,
          session, session_start, session_end, session_has_demo)
        values
          ('device', 9000, 9100, 77, 5, 8000, 1, 7000, 2, 6000, 3, 5000, 4, 90000, 4000, 6, 3000, '1', 'it''s "mine"', 2000, 8500, 1),
          ('quiet', 9000, 9100, -78, 0, null, 0, null, 0, null, 0, null, 0, 0, null, 0, null, null, null, null, null, 0)
        """;

    private static readonly WebBehaviour[] Expected =
    [
        new(At(9000), new(5, At(8000)), new(1, At(7000)), new(2, At(6000)), new(3, At(5000)), 4, TimeSpan.FromSeconds(90), At(4000), 6, At(3000),
            new WebSession("1", "it's \"mine\"", At(2000), At(8500), true)),
        new(At(9000), default, default, default, default, 0, TimeSpan.Zero, null, 0, null, null),
    ];

    public static async Task AssertThereAsync(SqlDatabase database)
    {
        await using var services = new ServiceCollection().AddSingleton(database).AddSingleton(new TombstoneKey(new byte[32])).AddSqlStore().BuildServiceProvider();
        var store = services.GetRequiredService<IWebBehaviourStore>();
        var ending = TestContext.Current.CancellationToken;
        var people = await store.OfPeopleAsync(["ada", "bob"], ending);
        Assert.Equal(Expected, people["ada"].OrderByDescending(behaviour => behaviour.Visits));
        Assert.Empty(people["bob"]);
        var fingerprints = await store.FingerprintsAsync(["device", "quiet", "uncounted"], ending);
        Assert.Equal([("device", 77L), ("quiet", -78L)], fingerprints.OrderBy(known => known.Key).Select(known => (known.Key, known.Value)));
        Assert.Equal(new ForgottenVisitors("quiet", ["ada", "ada"]), await store.ForgetAsync(At(9101), "", 10, At(9500), ending), Same);
    }

    private static bool Same(ForgottenVisitors expected, ForgottenVisitors actual) => expected.Last == actual.Last && expected.People.SequenceEqual(actual.People);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
