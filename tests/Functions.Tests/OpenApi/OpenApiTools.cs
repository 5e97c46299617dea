using System.Diagnostics;
using System.Text.Json.Nodes;
using PersonalizationEngine.Functions.Tests.Running;
using PersonalizationEngine.Servers;

namespace PersonalizationEngine.Functions.Tests.OpenApi;

/// <summary>What others wrote to read such documents and to make clients of them, in a program of its own.</summary>
internal static class OpenApiTools
{
    private const string Missing = "The readers of OpenAPI documents are not installed (node, and tests/Servers/install): the proof of the document's form is skipped.";

    private static readonly string Root = FindRoot();

    private static string Folder => Path.Combine(Root, "artifacts", "npm");

    /// <summary>Skips the running test, and says so, where they are not installed.</summary>
    public static void SkipUnlessInstalled() => Assert.SkipUnless(
        Installed.Find("node") is not null && Directory.Exists(Path.Combine(Folder, "node_modules", "openapi-typescript")), Missing);

    /// <returns>Whether the document is valid and with what errors, what the compiler says of a client's use, and what that client was answered.</returns>
    public static async Task<JsonNode> JudgeAsync(string document, Uri engine)
    {
        var script = await File.ReadAllTextAsync(
            Path.Combine(Root, "tests", "Functions.Tests", "OpenApi", "openapi.mjs"), TestContext.Current.CancellationToken);
        // Given as text, the script finds its packages from the working folder.
        var start = new ProcessStartInfo(
            Installed.Find("node")!, ["--input-type=module", "-e", script, "--", engine.ToString().TrimEnd('/'), EngineProcess.MasterKey])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        using var node = Process.Start(start)!;
        var said = Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        try
        {
            await node.StandardInput.WriteAsync(document);
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read: what it says below is why.
        }

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
