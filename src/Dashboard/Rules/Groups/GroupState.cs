using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Dashboard.Rules.Groups;

/// <summary>What the page of a saved group shows.</summary>
/// <param name="Live">Null for a new one.</param>
/// <param name="Version">That the change was begun from; 0 for a new one.</param>
public sealed record GroupState(Stored<SavedGroup>? Live, int Version, GroupForm Form);
