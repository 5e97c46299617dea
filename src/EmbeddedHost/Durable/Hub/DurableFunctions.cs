using EmbeddedHost.Durable.Activities;
using EmbeddedHost.Durable.Replay;

namespace EmbeddedHost.Durable.Hub;

/// <summary>An app's orchestrators and activities, by name without regard to case.</summary>
/// <param name="Missing">Stands for an orchestrator that is not there: it fails.</param>
internal sealed record DurableFunctions(
    IReadOnlyDictionary<string, OrchestratorCode> Orchestrators, OrchestratorCode Missing, ActivityRunner Activities);
