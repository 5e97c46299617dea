namespace PersonalizationEngine.Engine.Sync.Behaviour;

/// <param name="IsFull">Whether everybody in the windows was counted, or only who was active.</param>
/// <param name="Met">Visitors counted.</param>
/// <param name="Changed">Those about whom something was new.</param>
/// <param name="Scored">Those of them of whom nothing else is known, who were scored at once; the others are due for rescoring.</param>
/// <param name="Forgotten">Those a full run no longer met.</param>
/// <param name="Refused">Ids that cannot be a person's id.</param>
public sealed record BehaviourSyncSummary(bool IsFull, long Met, long Changed, long Scored, long Forgotten, long Refused);
