using System.Runtime.CompilerServices;
using ClickHouse.Driver;
using ClickHouse.Driver.ADO;
using PersonalizationEngine.Adapters.ClickHouse.Rows;

namespace PersonalizationEngine.Adapters.ClickHouse;

/// <summary>Asks ClickHouse, within the bounds of the options, and streams its answers.</summary>
internal sealed class ClickHouseDatabase : IDisposable
{
    /// <summary>On top of the time ClickHouse has for itself.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>The driver insists on a time-out of its own; ours is shorter.</summary>
    private static readonly TimeSpan LongerThanAny = TimeSpan.FromDays(1);

    private readonly HttpClient _http;
    private readonly ClickHouseClient _client;

    public ClickHouseDatabase(ClickHouseOptions options)
    {
        Options = options;
        _http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = Grace, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client = new ClickHouseClient(new ClickHouseClientSettings
        {
            Protocol = options.Address.Scheme,
            Host = options.Address.Host,
            Port = (ushort)options.Address.Port,
            Database = options.Database,
            Username = options.User,
            Password = options.Password,
            UseCompression = false,
            HttpClient = _http,
            Timeout = LongerThanAny,
        });
    }

    public ClickHouseOptions Options { get; }

    /// <exception cref="ClickHouseException">Unreachable, refused, too slow, too big, or broken off.</exception>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        Question question, RowParser<T> parser, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var connection = _client.CreateConnection();
        using var answer = await AskAsync(connection, question, cancellationToken);
        using var rows = new RowStream(await answer.ReadAsStreamAsync(), Options.StallTimeout);
        while (true)
        {
            if (!rows.IsReady) await FillAsync(rows, cancellationToken);
            else if (rows.IsAtEnd) yield break;
            else if (rows.IsAtFault) throw await FaultAsync(rows, cancellationToken);
            else if (rows.TryParse(parser, out var row)) yield return row;
            else if (!await FillAsync(rows, cancellationToken)) throw ClickHouseFaults.Broken(null);
        }
    }

    private async Task<ClickHouseRawResult> AskAsync(ClickHouseConnection connection, Question question, CancellationToken cancellationToken)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        budget.CancelAfter(Options.QueryTimeout + Grace);
        using var command = connection.CreateCommand($"{question.Sql} format RowBinary");
        foreach (var parameter in question.Parameters) command.Parameters.Add(parameter);
        foreach (var (name, value) in Bounds()) command.CustomSettings[name] = value;
        try
        {
            return await command.ExecuteRawResultAsync(budget.Token);
        }
        catch (ClickHouseServerException exception)
        {
            throw ClickHouseFaults.Translate(exception, Options);
        }
        catch (HttpRequestException exception)
        {
            throw ClickHouseFaults.Unreachable(Options, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw ClickHouseFaults.Silent(Options, Options.QueryTimeout + Grace, exception);
        }
    }

    private async ValueTask<bool> FillAsync(RowStream rows, CancellationToken cancellationToken)
    {
        try
        {
            return await rows.FillAsync(cancellationToken);
        }
        catch (TimeoutException exception)
        {
            throw ClickHouseFaults.Silent(Options, Options.StallTimeout, exception);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw ClickHouseFaults.Broken(exception);
        }
    }

    /// <summary>All that is left of the answer is the fault.</summary>
    private async Task<ClickHouseException> FaultAsync(RowStream rows, CancellationToken cancellationToken)
    {
        try
        {
            while (await rows.FillAsync(cancellationToken))
            {
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or TimeoutException)
        {
            // ClickHouse closes the connection behind a fault.
        }

        return ClickHouseFaults.Translate(rows.Fault, Options);
    }

    private IEnumerable<(string Name, object Value)> Bounds() =>
    [
        ("max_execution_time", (long)Math.Ceiling(Options.QueryTimeout.TotalSeconds)),
        ("max_result_rows", Options.MaxRows),
        ("result_overflow_mode", "throw"),
        ("max_memory_usage", Options.MaxMemory),
        ("max_bytes_before_external_group_by", Options.MaxMemory / 2),
        ("max_bytes_before_external_sort", Options.MaxMemory / 2),
        ("cancel_http_readonly_queries_on_client_close", 1),
    ];

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }
}
