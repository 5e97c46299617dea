using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Payloads;
using EmbeddedHost.Durable.Replay;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>Brings an orchestration back into memory by running its code over its history.</summary>
internal sealed class SessionLoading(
    HistoryReader reader, IReadOnlyDictionary<string, OrchestratorCode> orchestrators, OrchestratorCode missing, PayloadJson json)
{
    /// <summary>Null where the run is over or gone.</summary>
    public Loaded? Load(long run, Action<string> strayed)
    {
        if (reader.Find(run) is not { IsOver: false } instance) return null;
        var code = CodeOf(instance, strayed);
        try
        {
            var (lines, lastTurn) = Replay(code, reader.History(run));
            return new Loaded(instance, code, lines, lastTurn);
        }
        catch (Exception unreadable)
        {
            code.Fail(new InvalidDataException($"The history of {instance.Id} cannot be run over: {unreadable.Message}", unreadable));
            return new Loaded(instance, code, Lines: 0, LastTurn: 0);
        }
    }

    public Loaded Begin(InstanceRow instance, Action<string> strayed) => new(instance, CodeOf(instance, strayed), 0, 0);

    private static (int Lines, long LastTurn) Replay(OrchestratorRun code, IEnumerable<HistoryEvent> history)
    {
        var (lines, at) = (0, 0L);
        var happened = new List<HistoryEvent>();
        var decided = new List<HistoryEvent>();
        foreach (var line in history)
        {
            lines++;
            if (line.Kind is EventKind.Turn)
            {
                if (at > 0) code.Turn(at, happened, decided);
                at = line.At;
                happened.Clear();
                decided.Clear();
            }
            else
            {
                (line.IsDecision ? decided : happened).Add(line);
            }
        }

        if (at > 0) code.Turn(at, happened, decided);
        return (lines, at);
    }

    private OrchestratorRun CodeOf(InstanceRow instance, Action<string> strayed) =>
        new(instance, orchestrators.GetValueOrDefault(instance.Name, missing), json, strayed);
}
