using System.CommandLine;
using PersonalizationEngine.Feed.Demo;
using PersonalizationEngine.Feed.Demo.Documents;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary><c>feed demo</c>: makes up a month of a site's life and sends it, rules and experiments last.</summary>
internal static class DemoCommand
{
    public static Command Create(FeedEnvironment environment)
    {
        var options = new DemoOptions();
        var engine = new EngineOptions();
        var command = new Command("demo", "Makes up a month of a small site and sends it.");
        options.AddTo(command);
        engine.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!engine.Proof(parsed, environment).TryGet(out var proof, out var failure)) return environment.Fail(failure);
            if (proof.MissingFor(Endpoint.Cdp) is { } missing) return environment.Fail(missing);
            var masterKey = options.MasterKey(parsed, engine, environment);
            var shipped = DemoDocuments.Read(DemoDocuments.ShippedFolder);
            if (!masterKey.TryGet(out var key, out failure)) return environment.Fail(failure);
            if (!shipped.TryGet(out var documents, out failure)) return environment.Fail(failure);

            using var http = engine.Connect(parsed);
            var client = new WebhookClient(http, proof, environment.Retries, environment.Time);
            var admin = key == MasterKeyOption.NoKey ? null : new AdminClient(http, key);
            var run = new DemoRun(options.Plan(parsed, environment), client, environment);
            return await run.RunAsync(options.TruthFile(parsed), documents, admin, cancellation);
        });
        return command;
    }
}
