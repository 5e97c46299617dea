using PersonalizationEngine.Core.Rules.Conditions.Named;
using PersonalizationEngine.Core.Segments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Segments;

/// <summary>Saved groups. One that is named somewhere stays and keeps its key.</summary>
public sealed class SavedGroupDesk(IDefinitions<SavedGroup> store, NewsOfPlaybook news, NamedDefinitions named, TimeProvider time)
    : DefinitionDesk<SavedGroup>(store, news, named, time, SavedGroupDocument.Read, "Another group has this key.")
{
    protected override Task<string?> WhyNotLoseAsync(SavedGroup present, SavedGroup? next, CancellationToken cancellationToken) =>
        next?.Key == present.Key
            ? Task.FromResult<string?>(null)
            : Named.WhyNotLoseAsync(NamedKind.Group, present.Key, isRenamed: next is not null, cancellationToken);
}
