using System.Text.Json;
using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

namespace PersonalizationEngine.Engine.Recommendations.Evaluation;

/// <summary>Reads what to evaluate: <c>protocols</c>, <c>k</c>, <c>people</c> and <c>cores</c>, each with a default.</summary>
public static class EvaluationOptions
{
    public static Parsed<OwnDataOptions> Read(JsonElement document)
    {
        var (reader, options) = (new DocumentReader(document), new OwnDataOptions());
        reader.RefuseUnknown("protocols", "k", "people", "cores");
        var protocols = reader.Texts("protocols", ProtocolNames.All.Count, 20) ?? [.. options.Protocols.Select(ProtocolNames.Of)];
        if (protocols.Count == 0 || !protocols.All(ProtocolNames.All.Contains))
            reader.Fault("protocols", $"must be a list of one or more of {string.Join(", ", ProtocolNames.All)}");
        var k = reader.Integer("k", 1, OwnDataOptions.MostPlaces) ?? options.K;
        var people = reader.Integer("people", OwnDataOptions.FewestPeople, OwnDataOptions.MostPeople) ?? options.People;
        var cores = reader.Integer("cores", 1, Environment.ProcessorCount) ?? options.Cores;
        return Parsed.From(reader, () => new OwnDataOptions
        {
            Protocols = [.. protocols.Select(ProtocolNames.Read)],
            K = (int)k,
            People = (int)people,
            Cores = (int)cores,
        });
    }
}
