using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Replay;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>Lets an orchestration's code run over the messages that have come.</summary>
internal static class SessionTurn
{
    /// <summary>Null where nothing changes.</summary>
    public static Turn? Make(Loaded loaded, List<Message> messages, long now, int firstLine, ISessionHost host)
    {
        var code = loaded.Code;
        var happened = new List<HistoryEvent>(messages.Count);
        var begins = firstLine == 0;
        foreach (var message in messages)
        {
            if (message.Kind is EventKind.Strayed) code.Fail(Strayed.From(loaded.Instance.Name, message.Name ?? "a method"));
            else if (IsNews(code, message)) happened.Add(Happening(message));
        }

        long[] taken = [.. messages.Where(message => message.Sequence > 0).Select(message => message.Sequence)];
        var hasNews = begins || happened.Count > 0 || code.Outcome is not null;
        if (!hasNews && taken.Length == 0) return null;

        var runs = hasNews && code.Outcome is null;
        var decided = runs ? code.Turn(now, happened, recorded: null) : [];
        var ends = messages.FirstOrDefault(message => message.Kind is EventKind.Terminated);
        return new Turn
        {
            Instance = loaded.Instance,
            FirstLine = firstLine,
            At = now,
            Lines = runs ? [new HistoryEvent(EventKind.Turn, At: now), .. happened, .. decided] : [],
            Taken = taken,
            CanceledTimers = runs ? [.. code.CanceledTimers] : [],
            CustomStatus = code.CustomStatus,
            IsSuspended = code.IsSuspended,
            Outcome = code.Outcome,
            Renewed = Renew(code, host),
            EndsChildren = ends is { Recursive: true },
        };
    }

    /// <summary>Whether a message tells what the orchestration does not know yet.</summary>
    private static bool IsNews(OrchestratorRun code, Message message) =>
        message.Kind is not EventKind.Started && (message.Task < 0 || code.IsAwaited(message.Task));

    private static HistoryEvent Happening(Message message) =>
        new(message.Kind, message.Task, message.Name, message.Payload, At: message.Sequence);

    private static Renewed? Renew(OrchestratorRun code, ISessionHost host)
    {
        if (code.Renewal is not { } renewal) return null;
        var kept = renewal.KeepsEvents ? code.UnclaimedEvents : [];
        return new Renewed(host.NextRun(), renewal.Input,
        [
            new Message(EventKind.Started, Sequence: host.NextMessage()),
            .. kept.Select(one => new Message(one.Kind, one.Task, one.Name, one.Payload, one.At)),
        ]);
    }
}
