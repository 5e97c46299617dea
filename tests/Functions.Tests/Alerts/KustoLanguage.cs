using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.Alerts;

/// <summary>Microsoft's own parser and binder of the query language, which Azure's portal uses too.</summary>
internal static class KustoLanguage
{
    private const string Missing = "@kusto/language-service-next is not installed (node, and tests/Servers/install): the alerts' queries are not read by Kusto's own parser.";

    private static string Folder => Path.Combine(AlertQuery.Root, "artifacts", "npm", "node_modules", "@kusto", "language-service-next");

    public static void SkipUnlessInstalled() => Assert.SkipUnless(Installed.Find("node") is not null && Directory.Exists(Folder), Missing);

    /// <returns>What it finds wrong with the files, by their names.</returns>
    public static async Task<JsonObject> CheckAsync(params IEnumerable<string> files)
    {
        var script = Path.Combine(AlertQuery.Root, "tests", "Functions.Tests", "Alerts", "kusto.cjs");
        var start = new ProcessStartInfo(Installed.Find("node")!, [script, Folder, .. files]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var texts = await Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, texts[1]);
        return JsonNode.Parse(texts[0])!.AsObject();
    }
}
