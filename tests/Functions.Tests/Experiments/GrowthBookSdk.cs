using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.Experiments;

/// <summary>The real SDK of GrowthBook, in a program of its own.</summary>
internal static class GrowthBookSdk
{
    private const string Missing = "GrowthBook's SDK is not installed (node, and tests/Servers/install): the proof that it agrees with the engine is skipped.";

    private static readonly string Root = FindRoot();

    private static string Folder => Path.Combine(Root, "artifacts", "npm", "node_modules", "@growthbook", "growthbook");

    /// <summary>Skips the running test, and says so, where the SDK is not installed.</summary>
    public static void SkipUnlessInstalled() => Assert.SkipUnless(Installed.Find("node") is not null && Directory.Exists(Folder), Missing);

    /// <returns>Keys of the features, what each gave each person in their order, and how many exposures were told.</returns>
    public static async Task<JsonNode> AskAsync(Uri engine, string clientKey, JsonArray people, int tracked)
    {
        var start = new ProcessStartInfo(
            Installed.Find("node")!,
            [Path.Combine(Root, "tests", "Functions.Tests", "Experiments", "growthbook.cjs"), Folder, engine.ToString().TrimEnd('/'), clientKey, $"{tracked}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var said = Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.StandardInput.WriteAsync(people.ToJsonString());
        node.StandardInput.Close();
        var texts = await said;
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, texts[1]);
        return JsonNode.Parse(texts[0])!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PersonalizationEngine.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
