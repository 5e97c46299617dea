using System.Text.Json.Nodes;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Experiments.Watching;

/// <summary>What the history keeps of changes that the engine makes to an experiment by itself.</summary>
public sealed class OwnEdits(IDefinitions<Experiment> experiments, IDefinitionHistory versions)
{
    /// <summary>Who changed it, as the history names them.</summary>
    public const string By = "engine";

    /// <param name="next">Differs from what is stored in its status and its weights at most.</param>
    public async Task<Edit> OfAsync(
        Stored<Experiment> stored, Experiment next, DateTimeOffset at, string reason, CancellationToken cancellationToken)
    {
        var known = await versions.FindAsync(experiments.Kind, stored.Id, stored.Version, cancellationToken);
        var document = known?.Document is { } json ? JsonObject.Create(json)! : new JsonObject { ["key"] = next.Key, ["name"] = next.Name };
        document["status"] = next.Status.Name();
        var variants = document["variants"] as JsonArray;
        for (var i = 0; i < variants?.Count; i++) variants[i]!["weight"] = next.Variants[i].Weight;
        return new Edit(at, Happenings.Changed, By, document.ToJsonString()) { Reason = reason };
    }
}
