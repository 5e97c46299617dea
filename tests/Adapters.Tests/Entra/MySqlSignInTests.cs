using Dapper;
using Microsoft.Extensions.Time.Testing;
using MySqlConnector;
using PersonalizationEngine.Adapters.Entra;
using PersonalizationEngine.Adapters.MySql;
using PersonalizationEngine.Adapters.MySql.Schema;
using PersonalizationEngine.Adapters.Tests.MySql;
using PersonalizationEngine.Engine.Resilience;

namespace PersonalizationEngine.Adapters.Tests.Entra;

/// <summary>The token is the password of a user of the server, and changes as tokens do.</summary>
public sealed class MySqlSignInTests(MySqlStores stores)
{
    private const string User = "identity_of_the_engine";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_TokenIsRotated_NewConnectionsUseTheNewOneAndOldOnesLive()
    {
        var (options, endpoint) = await BeginAsync("token-one");
        await using var database = new MySqlDatabase(options, TimeProvider.System);
        // The migration runner signs in for itself.
        await MySqlMigrations.RunAsync(database, Ending);
        await using var old = await database.OpenAsync(Ending);
        Assert.StartsWith(User, await old.ExecuteScalarAsync<string>("select current_user()"), StringComparison.Ordinal);

        endpoint.Next = "token-two";
        await (await stores.ServerAsync()).ExecuteAsync("", $"alter user {User} identified by 'token-two'");
        _time.Advance(TimeSpan.FromHours(1));

        // Beyond the one that is taken, no connection of the pool is left to be lent again.
        await using var second = await database.OpenAsync(Ending);
        await using var third = await database.OpenAsync(Ending);
        Assert.Equal(1, await third.ExecuteScalarAsync<int>("select 1"));
        Assert.Equal(1, await old.ExecuteScalarAsync<int>("select 1"));
        Assert.Equal(2, endpoint.Asked);
    }

    [Fact]
    public async Task Open_TokenTheServerDoesNotTake_IsRefusedWithoutTellingIt()
    {
        var (options, endpoint) = await BeginAsync("token-one");
        endpoint.Next = "token-of-somebody-else";
        await using var database = new MySqlDatabase(options, TimeProvider.System);

        var fault = await Assert.ThrowsAsync<MySqlException>(() => database.OpenAsync(Ending));
        Assert.Equal(MySqlErrorCode.AccessDenied, fault.ErrorCode);
        Assert.DoesNotContain("token-of", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_EndpointFails_IsAnOutageOfADependency()
    {
        var (options, endpoint) = await BeginAsync("token-one");
        endpoint.Fault = new InvalidOperationException();
        await using var database = new MySqlDatabase(options, TimeProvider.System);

        await Assert.ThrowsAsync<OutsideSystemException>(() => database.ReadAsync((_, _) => Task.FromResult(1), Ending));
        await Assert.ThrowsAsync<OutsideSystemException>(() => database.WriteAsync(_ => Task.FromResult(1), Ending));
    }

    private async Task<(MySqlOptions Options, Tokens Endpoint)> BeginAsync(string token)
    {
        var given = new MySqlConnectionStringBuilder((await stores.BareAsync()).ConnectionString);
        var server = await stores.ServerAsync();
        await server.ExecuteAsync("", $"create or replace user {User} identified by '{token}'");
        await server.ExecuteAsync("", $"grant all on `{given.Database}`.* to {User}");
        given.UserID = User;
        given.Remove("Password");
        var endpoint = new Tokens(token, _time, TimeSpan.FromHours(1));
        return (new MySqlOptions(given.ToString()) { Tokens = new EntraTokens(endpoint, EntraScopes.MySql, _time) }, endpoint);
    }
}
