using MySqlConnector;
using PersonalizationEngine.Functions.Tests.GraphQl;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.RealSystems;

/// <summary>A page of leads costs the store as many questions whatever its length: MariaDB itself counts them.</summary>
public sealed class GraphQlBatchTests
{
    private const int People = 60, MostQuestions = 8;

    private const string Fields =
        """
        edges { cursor node { storedScore person { known identified contact { email } traits identities { id }
          consents { purpose granted } score { score receipt { factor points } } segment { segment }
          scoreHistory(first: 5) { score calculatedAt } keptAssignments { variant } } } } pageInfo { endCursor }
        """;

    [Fact]
    public async Task Leads_OfAPageOfFifty_AskTheStoreAsOftenAsOfTwo()
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        await using var mariaDb = await MariaDbServer.StartAsync();
        var store = await mariaDb.CreateDatabaseAsync();
        await using var engine = await EngineProcess.StartAsync(null, ("ENGINE_MYSQL_URL", mariaDb.UrlOf(store)));
        await engine.Client.BecomeReadyAsync();
        for (var person = 0; person < People; person++)
        {
            await engine.Client.AcceptEventsAsync("rybbit", Sent.PageView($"u{person}", "/pricing"));
            await engine.Client.ScoreAsync($"u{person}");
        }

        await using var connection = new MySqlConnection(mariaDb.ConnectionStringOf(store));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var ofTwo = await QuestionsAsync(engine.Client, connection, 2);
        var ofFifty = await QuestionsAsync(engine.Client, connection, 50);

        Assert.Equal(ofTwo, ofFifty);
        Assert.InRange(ofFifty, 5, MostQuestions);
    }

    [Fact]
    public async Task Store_Gone_IsToldAsSuch()
    {
        Assert.SkipUnless(MariaDbServer.IsInstalled, MariaDbServer.Missing);
        await using var mariaDb = await MariaDbServer.StartAsync();
        var store = await mariaDb.CreateDatabaseAsync();
        await using var engine = await EngineProcess.StartAsync(null, ("ENGINE_MYSQL_URL", mariaDb.UrlOf(store)));
        await engine.Client.BecomeReadyAsync();
        await mariaDb.Process.KillAsync();

        var answer = await engine.Client.GraphQlAsync("{ person(userId: \"a\") { known } rules { nodes { id } } }", key: EngineProcess.MasterKey);
        answer.Json.AssertFault("UNAVAILABLE");
    }

    /// <summary>The fewest of several times: the engine asks now and then for what is new, besides.</summary>
    private static async Task<long> QuestionsAsync(EngineClient client, MySqlConnection connection, int people)
    {
        var fewest = long.MaxValue;
        for (var time = 0; time < 8; time++)
        {
            var before = await SelectsAsync(connection);
            var leads = (await client.AskAsync($"{{ leads(first: {people}) {{ {Fields} }} }}"))["leads"]!;
            fewest = Math.Min(fewest, await SelectsAsync(connection) - before);
            Assert.Equal(people, leads["edges"]!.AsArray().Count);
            Assert.All(leads["edges"]!.AsArray(), edge => Assert.NotEmpty(edge!["node"]!["person"]!["scoreHistory"]!.AsArray()));
        }

        return fewest;
    }

    private static async Task<long> SelectsAsync(MySqlConnection connection)
    {
        await using var command = new MySqlCommand("show global status like 'Com_select'", connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        return long.Parse(reader.GetString(1));
    }
}
