using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Evaluation;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Ports;
using PersonalizationEngine.Engine.Segments;

namespace PersonalizationEngine.Engine.Scoring.Models;

/// <summary>The stored models, ready to score by. Read each time: they are asked for by people who look at a lead, not by decisions.</summary>
public sealed class LeadModels(IDefinitions<LeadModel> store, NamedDefinitions named, ScoringRules rules)
{
    public async Task<IReadOnlyList<Stored<LeadModel>>> ActiveAsync(CancellationToken cancellationToken) =>
        [.. (await store.AllAsync(cancellationToken)).Where(model => model.Value.Active)];

    /// <returns>Null when no model has the key.</returns>
    public async Task<Stored<LeadModel>?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await store.AllAsync(cancellationToken)).Find(model => model.Value.Key == key);

    public async Task<IReadOnlyList<string>> KeysAsync(CancellationToken cancellationToken) =>
        [.. (await store.AllAsync(cancellationToken)).Select(model => model.Value.Key)];

    public async Task<CompiledLeadModel> CompileAsync(LeadModel model, CancellationToken cancellationToken) =>
        new(model, await named.ReadAsync(cancellationToken), rules.Signals);
}
