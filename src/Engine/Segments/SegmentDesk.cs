using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules.Conditions.Named;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Segments;

/// <summary>Segments. One that is named somewhere stays and keeps its key.</summary>
public sealed class SegmentDesk(IDefinitions<Segment> store, NewsOfPlaybook news, NamedDefinitions named, TimeProvider time)
    : DefinitionDesk<Segment>(store, news, named, time, SegmentDocument.Read, "Another segment has this key.")
{
    protected override Task<IReadOnlyList<DocumentFault>> FaultsAsync(Segment next, CancellationToken cancellationToken) =>
        Named.FaultsAsync(next, cancellationToken);

    protected override Task<string?> WhyNotLoseAsync(Segment present, Segment? next, CancellationToken cancellationToken) =>
        next?.Key == present.Key
            ? Task.FromResult<string?>(null)
            : Named.WhyNotLoseAsync(NamedKind.Segment, present.Key, isRenamed: next is not null, cancellationToken);
}
