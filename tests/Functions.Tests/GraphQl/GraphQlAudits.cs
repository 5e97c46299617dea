using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.GraphQl;

/// <summary>The public audit suite of GraphQL over HTTP, in a program of its own.</summary>
internal static class GraphQlAudits
{
    private const string Missing = "graphql-http is not installed (node, and tests/Servers/install): the audits of GraphQL over HTTP are skipped.";

    private static readonly string Root = FindRoot();

    private static string Folder => Path.Combine(Root, "artifacts", "npm", "node_modules", "graphql-http");

    /// <summary>Skips the running test, and says so, where the suite is not installed.</summary>
    public static void SkipUnlessInstalled() => Assert.SkipUnless(Installed.Find("node") is not null && Directory.Exists(Folder), Missing);

    /// <returns>Every audit with its <c>status</c>: ok, notice, warn or error.</returns>
    public static async Task<JsonArray> RunAsync(Uri endpoint)
    {
        var start = new ProcessStartInfo(
            Installed.Find("node")!,
            [Path.Combine(Root, "tests", "Functions.Tests", "GraphQl", "audits.cjs"), Folder, endpoint.ToString(), EngineProcess.FunctionKey])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var texts = await Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, texts[1]);
        return JsonNode.Parse(texts[0])!.AsArray();
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PersonalizationEngine.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
