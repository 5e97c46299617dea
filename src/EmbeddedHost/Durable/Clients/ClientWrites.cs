using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Hub;
using EmbeddedHost.Durable.Payloads;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace EmbeddedHost.Durable.Clients;

/// <summary>What clients change. Each is kept before they are told.</summary>
internal sealed class ClientWrites(HistoryWriter writer, SessionPool sessions, InstanceWaiters waiters)
{
    /// <summary>Begins an instance, in place of a finished one with its id.</summary>
    public Task StartAsync(string id, string name, string? input, StartOrchestrationOptions? options)
    {
        var refused = options?.DedupeStatuses?.Select(Enum.Parse<OrchestrationRuntimeStatus>).ToHashSet() ?? [];
        var instance = new NewInstance(
            id, sessions.NextRun(), name, input, sessions.Now, options?.StartAt?.UtcTicks ?? 0,
            options is null ? null : FailureJson.WriteTags(options.Tags), Parent: null);
        return AskAsync(
            statements =>
            {
                var existing = statements.Find(id);
                if (existing is not null && (!existing.IsOver || refused.Contains(existing.Status)))
                {
                    throw Refusals.Exists(id, existing.Status.ToString());
                }

                statements.Begin(instance, existing);
                return instance;
            },
            begun =>
            {
                waiters.Wake(id);
                Beginning.Begin(sessions, sessions.Timers, new Addressed(id, begun.Run, Beginning.MessageOf(begun)), begun.StartAt);
            });
    }

    /// <summary>Leaves a message to an instance that is not over.</summary>
    public Task SendAsync(string id, Message message)
    {
        var kept = message with { Sequence = sessions.NextMessage() };
        return AskAsync(
            statements =>
            {
                var instance = statements.Find(id) ?? throw Refusals.NotFound(id);
                if (instance.IsOver) throw Refusals.IsOver(id);
                var one = new Addressed(id, instance.Run, kept);
                statements.Keep(one with { Run = Addressed.AnyRun });
                return one;
            },
            sessions.Deliver);
    }

    /// <summary>Forgets finished instances.</summary>
    /// <param name="ids">Who is meant; those that are not over stay.</param>
    /// <returns>How many are gone.</returns>
    public Task<int> PurgeAsync(IReadOnlyList<string> ids, bool recursive) => AskAsync(
        statements => ids.Sum(id => Purge(statements, statements.Find(id), recursive)),
        _ => { });

    private static int Purge(WriteStatements statements, InstanceRow? instance, bool recursive)
    {
        if (instance is not { IsOver: true }) return 0;
        var children = recursive ? statements.FindChildren(instance.Run) : [];
        statements.Forget(instance);
        return 1 + children.Sum(child => Purge(statements, child, recursive: true));
    }

    private Task<T> AskAsync<T>(Func<WriteStatements, T> apply, Action<T> follow)
    {
        var write = new AskedWrite<T>(apply, follow);
        writer.Enqueue(write);
        return write.Done;
    }
}
