using EmbeddedHost.Durable.Histories;
using EmbeddedHost.Durable.Replay;

namespace EmbeddedHost.Durable.Sessions;

/// <summary>An orchestration as its history has brought it back.</summary>
/// <param name="Lines">How many lines its history has.</param>
/// <param name="LastTurn">UTC ticks; 0 where it has not begun.</param>
internal sealed record Loaded(InstanceRow Instance, OrchestratorRun Code, int Lines, long LastTurn);
