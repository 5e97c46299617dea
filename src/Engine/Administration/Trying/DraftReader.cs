using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration.Drafts;

namespace PersonalizationEngine.Engine.Administration.Trying;

/// <summary>
/// Reads which draft somebody means: <c>rule</c> as it stands there, <c>id</c> for the saved draft of that rule, or both for what
/// stands there in place of that rule.
/// </summary>
public sealed class DraftReader(RuleDesk desk, RuleDrafts drafts)
{
    /// <returns>The draft with the id of the rule it shall replace, 0 for a new one; null when it is faulty, and then the reader has the fault.</returns>
    public async Task<ContentRule?> ReadAsync(DocumentReader reader, CancellationToken cancellationToken)
    {
        var id = reader.Integer("id", 1, long.MaxValue);
        if (reader.Raw("rule") is null && id is { } saved) return await SavedAsync(reader, saved, cancellationToken);
        if (reader.Child("rule", required: true) is null) return null;

        var parsed = desk.Read(reader.Raw("rule")!.Value);
        foreach (var fault in parsed.Faults) reader.Fault(fault with { Pointer = "/rule" + fault.Pointer });
        if (id is { } replaced && await desk.FindAsync(replaced, cancellationToken) is null) reader.Fault("id", "is of no rule");
        return parsed.Succeeded ? parsed.Value with { Id = id ?? 0 } : null;
    }

    private async Task<ContentRule?> SavedAsync(DocumentReader reader, long id, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, cancellationToken) is { } drafted && desk.Read(drafted.Draft.Document).Value is { } rule)
            return rule with { Id = id };
        reader.Fault("id", "is of no rule with a draft; or give the rule");
        return null;
    }
}
