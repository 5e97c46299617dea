using System.Text.Json;
using PersonalizationEngine.Core.Scoring.Models;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Functions.Admin.Scoring.Models;

/// <summary>A scoring model as it is shown; sending it back changes nothing. What was not sent is null.</summary>
internal sealed record LeadModelAnswer(
    long Id, string Key, string Name, string? Description, bool Active, JsonElement? Thresholds, JsonElement? Floor, JsonElement? Cap,
    JsonElement? Grades, JsonElement? Decay, JsonElement? Groups, JsonElement? Crossings, JsonElement? Calibration,
    int Version, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    public static LeadModelAnswer Of(Stored<LeadModel> stored)
    {
        var model = stored.Value;
        return new LeadModelAnswer(
            stored.Id, model.Key, model.Name, model.Description, model.Active, Sent("thresholds"), Sent("floor"), Sent("cap"), Sent("grades"),
            Sent("decay"), Sent("groups"), Sent("crossings"), Sent("calibration"), stored.Version, stored.CreatedAt, stored.UpdatedAt);

        JsonElement? Sent(string name) => model.Json.TryGetProperty(name, out var value) ? value : null;
    }
}
