using System.Text;
using System.Text.RegularExpressions;

namespace PersonalizationEngine.ClickHouseServer;

/// <summary>Answers as ClickHouse does: a stream of the asked format, or a status with a code in a header and the fault as text.</summary>
internal sealed partial class QueryEndpoint(Engine engine, Door door)
{
    private static readonly string[] Streamed = ["select", "with", "(select"];

    public async Task AnswerAsync(HttpContext context)
    {
        var answer = new Answer(context);
        try
        {
            var readOnly = door.ReadOnlyOf(context.Request);
            var request = await QueryRequest.ReadAsync(context.Request);
            answer.Describe(request.Format, engine.TimeZone);
            // The engine works on its caller's thread.
            await Task.Run(() => RunAsync(request, readOnly, answer, context.RequestAborted));
        }
        catch (EngineException fault)
        {
            await answer.FailAsync(fault);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told.
        }
        catch (Exception bug)
        {
            await Console.Error.WriteLineAsync(bug.ToString());
            throw;
        }
    }

    private async Task RunAsync(QueryRequest request, int readOnly, Answer answer, CancellationToken aborted)
    {
        using var connection = engine.Connect();
        Prepare(connection, request, readOnly);
        if (!IsStreamed(request.Sql))
        {
            using var whole = connection.Run(request.Sql, request.Format, request.Parameters);
            await answer.WriteAsync(whole.Bytes.ToArray());
            await answer.CompleteAsync();
            return;
        }

        using var stream = connection.Start(request.Sql, request.Format, request.Parameters);
        try
        {
            await CopyAsync(connection, stream, FormatOf(request), answer, aborted);
        }
        finally
        {
            if (aborted.IsCancellationRequested) connection.Cancel(stream);
        }
    }

    private static async Task CopyAsync(
        EngineConnection connection, EngineResult stream, string format, Answer answer, CancellationToken aborted)
    {
        var header = new RepeatedHeader(format);
        while (connection.Fetch(stream) is { } piece)
        {
            using (piece) await answer.WriteAsync(header.Strip(piece.Bytes).ToArray());
            aborted.ThrowIfCancellationRequested();
        }

        await answer.CompleteAsync();
    }

    private static void Prepare(EngineConnection connection, QueryRequest request, int readOnly)
    {
        if (request.Database is { } database) Set(connection, $"use {Quoted(database, '`')}");
        if (readOnly > 0) Set(connection, $"set readonly = {readOnly}");
        foreach (var (name, value) in request.Settings) Set(connection, $"set {Quoted(name, '`')} = {Quoted(value, '\'')}");
    }

    private static void Set(EngineConnection connection, string statement) =>
        connection.Run(Encoding.UTF8.GetBytes(statement), "TabSeparated", []).Dispose();

    private static string Quoted(string text, char quote) =>
        $"{quote}{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace($"{quote}", $"\\{quote}", StringComparison.Ordinal)}{quote}";

    /// <summary>What the statement itself says goes before what was said beside it.</summary>
    private static string FormatOf(QueryRequest request) =>
        FormatClause().Match(Encoding.UTF8.GetString(request.Sql)) is { Success: true } clause ? clause.Groups[1].Value : request.Format;

    [GeneratedRegex(@"\bformat\s+(\w+)\s*(?:settings\b[^()]*)?;?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex FormatClause();

    private static bool IsStreamed(byte[] sql)
    {
        var start = Encoding.UTF8.GetString(sql.AsSpan(0, Math.Min(sql.Length, 100))).TrimStart();
        return Array.Exists(Streamed, word => start.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
