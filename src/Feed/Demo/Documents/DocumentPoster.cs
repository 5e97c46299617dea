using System.Text.Json.Nodes;

namespace PersonalizationEngine.Feed.Demo.Documents;

/// <summary>Creates the documents an engine does not have yet; a name it has is left as it is.</summary>
internal sealed class DocumentPoster(AdminClient admin)
{
    private const string Rules = "/api/v1/admin/rules";
    private const string Experiments = "/api/v1/admin/experiments";

    public async Task<DocumentsReport> PostAsync(DemoDocuments documents, CancellationToken cancellation)
    {
        var rules = await PostAsync(Rules, documents.Rules, CreateAsync, cancellation);
        var experiments = await PostAsync(Experiments, documents.Experiments, CreateExperimentAsync, cancellation);
        return new DocumentsReport(
            rules.Created + experiments.Created, rules.Kept + experiments.Kept, [.. rules.Failures, .. experiments.Failures]);
    }

    private async Task<DocumentsReport> PostAsync(
        string collection,
        IReadOnlyList<JsonObject> documents,
        Func<string, JsonObject, CancellationToken, Task<Outcome<AdminAnswer>>> create,
        CancellationToken cancellation)
    {
        if (documents.Count == 0) return new DocumentsReport(0, 0, []);
        if (!(await admin.NamesAsync(collection, cancellation)).TryGet(out var known, out var unlisted))
            return new DocumentsReport(0, 0, [unlisted]);

        var failures = new List<string>();
        var missing = documents.Where(document => !known.Contains(NameOf(document))).ToArray();
        foreach (var document in missing)
        {
            var created = await create(collection, document, cancellation);
            if (!created.TryGet(out _, out var failure)) failures.Add($"'{NameOf(document)}': {failure}");
        }

        return new DocumentsReport(missing.Length - failures.Count, documents.Count - missing.Length, failures);
    }

    private Task<Outcome<AdminAnswer>> CreateAsync(string collection, JsonObject document, CancellationToken cancellation) =>
        admin.CreateAsync(collection, document, cancellation);

    /// <summary>An experiment begins as a draft; one that shall run is created so and then started.</summary>
    private async Task<Outcome<AdminAnswer>> CreateExperimentAsync(
        string collection, JsonObject document, CancellationToken cancellation)
    {
        if (document["status"]?.ToString() != "running") return await CreateAsync(collection, document, cancellation);
        var draft = (JsonObject)document.DeepClone();
        draft["status"] = "draft";
        var answer = await CreateAsync(collection, draft, cancellation);
        if (!answer.TryGet(out var created, out _)) return answer;

        var path = created.Location?.ToString() ?? $"{collection}/{created.Body?["id"]}";
        return await admin.ReplaceAsync(path, document, created.ETag, cancellation);
    }

    private static string NameOf(JsonObject document) => document["name"]!.ToString();
}
