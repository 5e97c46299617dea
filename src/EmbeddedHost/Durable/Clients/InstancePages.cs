using System.Globalization;
using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Clients;

/// <summary>The answer to a query, read page by page.</summary>
internal sealed class InstancePages(HistoryReader reader, PayloadJson json, OrchestrationQuery query)
    : AsyncPageable<OrchestrationMetadata>
{
    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(
        string? continuationToken = null, int? pageSizeHint = null)
    {
        await Task.CompletedTask;
        var size = Math.Max(1, pageSizeHint ?? query.PageSize);
        var token = continuationToken ?? query.ContinuationToken;
        while (true)
        {
            // one more than wanted tells whether there is another page
            var rows = InstanceQueries.Page(reader, query, RunOf(token), size + 1);
            token = rows.Count > size ? rows[size - 1].Run.ToString(CultureInfo.InvariantCulture) : null;
            var converter = query.FetchInputsAndOutputs ? json : null;
            yield return new Page<OrchestrationMetadata>([.. rows.Take(size).Select(row => InstanceMetadata.Of(row, converter))], token);
            if (token is null) yield break;
        }
    }

    private static long RunOf(string? token)
    {
        if (string.IsNullOrEmpty(token)) return 0;
        if (long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var run)) return run;
        throw new ArgumentException($"'{token}' is not a continuation token of this host.");
    }
}
