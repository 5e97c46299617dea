using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Trying;

namespace PersonalizationEngine.Dashboard.Rules.Segments;

/// <summary>What the editor of a segment shows.</summary>
/// <param name="Live">Null for a new one.</param>
/// <param name="Version">That the edit was begun from; 0 for a new one.</param>
public sealed record SegmentState(Stored<Segment>? Live, int Version, SegmentForm Form)
{
    public Audience? Audience { get; init; }
}
