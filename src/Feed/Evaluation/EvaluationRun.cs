using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Feed.Demo.Documents;

namespace PersonalizationEngine.Feed.Evaluation;

/// <summary>Asks the engine and prints what it answers.</summary>
internal sealed class EvaluationRun(AdminClient admin, FeedEnvironment environment)
{
    private const string Path = "/api/v1/admin/recommenders/embedded/evaluation";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="protocol">Null for all there are.</param>
    /// <param name="asJson">The answer as it came, in place of tables.</param>
    /// <returns>The exit code: 1 where nobody could be judged.</returns>
    public async Task<int> RunAsync(string? protocol, int k, int people, bool asJson, CancellationToken cancellation)
    {
        var question = new JsonObject { ["k"] = k, ["people"] = people };
        if (protocol is not null) question["protocols"] = new JsonArray(protocol);
        if (!(await admin.AskAsync(Path, question, cancellation)).TryGet(out var answer, out var failure)) return environment.Fail(failure);
        if (answer.Body is not { } body) return environment.Fail("The engine's answer is not JSON.");

        if (asJson) environment.Say(body.ToJsonString(Indented));
        else environment.Say(EvaluationText.Of(body));
        return Protocols(body).Any(each => each["reason"] is null) ? 0 : 1;
    }

    private static IEnumerable<JsonNode> Protocols(JsonObject body) =>
        (body["protocols"] as JsonArray ?? []).Where(each => each is not null).Select(each => each!);
}
