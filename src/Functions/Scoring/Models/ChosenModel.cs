using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Core.Scoring.Models.Documents;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Scoring.Models;
using PersonalizationEngine.Functions.Http;

namespace PersonalizationEngine.Functions.Scoring.Models;

/// <summary>Which scoring model a request means with <c>?model=</c>.</summary>
internal static class ChosenModel
{
    private const int LongestKey = 64;

    /// <returns>Null for the score of the settings, and for a key that no model has; then the query has the fault.</returns>
    public static async Task<Stored<LeadModel>?> ReadAsync(QueryReader query, LeadModels models, CancellationToken cancellationToken)
    {
        if (query.Text("model", LongestKey) is not { } key || key == LeadModelDocument.PlainKey || query.HasErrors) return null;
        if (await models.FindAsync(key, cancellationToken) is { } found) return found;
        var keys = await models.KeysAsync(cancellationToken);
        query.Fault("model", $"must be one of {string.Join(", ", keys.Prepend(LeadModelDocument.PlainKey))}");
        return null;
    }
}
