using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using PersonalizationEngine.Servers;
using PersonalizationEngine.Servers.Hooks;

namespace PersonalizationEngine.Adapters.Tests.Webhooks;

/// <summary>What we sign, the library that the makers of Standard Webhooks give out must accept.</summary>
public sealed class OfficialLibraryTests
{
    private const string Missing = "standardwebhooks is not installed (node, and tests/Servers/install): the proof of our signatures by the official library is skipped.";

    private static readonly string Root = FindRoot();

    private static string Library => Path.Combine(Root, "artifacts", "npm", "node_modules", "standardwebhooks");

    [Fact]
    public async Task Standardwebhooks_OfWhatWeSend_AcceptsEachAndNothingChanged()
    {
        Assert.SkipUnless(Installed.Find("node") is not null && Directory.Exists(Library), Missing);
        await using var receiver = await HookReceiver.StartAsync();
        await using var services = Senders.Of(receiver.Url);
        await services.SendAsync();
        await services.SendAsync(Senders.Message("msg_2") with { Address = "jürgen@example.com" });

        JsonNode[] made = [.. receiver.Hooks.Select(hook => Request(hook, hook.Body)).Append(Request(receiver.Hooks[0], receiver.Hooks[0].Body + " "))];
        var requests = new JsonArray(made).ToJsonString();
        foreach (var secret in new[] { Senders.Secret, Senders.OldSecret })
            Assert.Equal(["accepted", "accepted", "No matching signature found"], await VerifyAsync(secret, requests));
    }

    private static JsonObject Request(Hook hook, string body) => new JsonObject
    {
        ["body"] = body,
        ["headers"] = new JsonObject
        {
            ["webhook-id"] = hook.Header("webhook-id"),
            ["webhook-timestamp"] = hook.Header("webhook-timestamp"),
            ["webhook-signature"] = hook.Header("webhook-signature"),
        },
    };

    private static async Task<string[]> VerifyAsync(string secret, string requests)
    {
        var script = Path.Combine(Root, "tests", "Adapters.Tests", "Webhooks", "standardwebhooks.cjs");
        using var node = Process.Start(new ProcessStartInfo(Installed.Find("node")!, [script, Library, secret])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        await node.StandardInput.WriteAsync(requests);
        node.StandardInput.Close();
        var said = await Task.WhenAll(
            node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, said[1]);
        return JsonSerializer.Deserialize<string[]>(said[0])!;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PersonalizationEngine.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
