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
        var code = new OrchestratorRun(instance, orchestrators.GetValueOrDefault(instance.Name, missing), json, strayed);
        var (lines, at) = (0, 0L);
        var happened = new List<HistoryEvent>();
        var decided = new List<HistoryEvent>();
        foreach (var line in reader.History(run))
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
        return new Loaded(instance, code, lines, at);
    }
}
