namespace PersonalizationEngine.Engine.Personalization.Snapshots;

public readonly record struct ServedSnapshot(PersonSnapshot Snapshot, SnapshotSource Source);
