using PersonalizationEngine.Core.Profiles;

namespace PersonalizationEngine.Engine.Ingestion.People;

/// <summary>An activity as stored.</summary>
/// <param name="Identity">The id the event came with, so that a merge of two people can be told apart and undone.</param>
public sealed record ActivityRecord(
    string EventId, string PersonId, string Identity, Activity Activity, string? ItemId, string? Details);
