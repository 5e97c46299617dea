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
        var engine = new EngineOptions();
        var seed = new Option<long>("--seed") { Description = "The same seed and now give the same month.", DefaultValueFactory = _ => 42 };
        var people = NumberOption.Create("--people", "People who visit.", 2_000, 10, 200_000);
        var items = NumberOption.Create("--items", "Items in the catalogue.", 300, 10, 10_000);
        var events = NumberOption.Create("--events", "Behaviour events, about.", 100_000, 500, 20_000_000);
        var days = NumberOption.Create("--days", "Days until now.", 28, 1, 365);
        var now = InstantOption.Create("--now", "The end of the month; default the clock.");
        var truth = new Option<string?>("--truth") { Description = "File to write tribes, intents and conversions to (CSV), for evaluation." };
        var masterKey = new Option<string?>("--master-key") { Description = "Creates rules and experiments; default HOST_MASTER_KEY." };

        var command = new Command("demo", "Makes up a month of a small site and sends it.");
        engine.AddTo(command);
        foreach (var option in (Option[])[seed, people, items, events, days, now, truth, masterKey]) command.Options.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!engine.Proof(parsed, environment).TryGet(out var proof, out var failure)) return environment.Fail(failure);
            if (proof.MissingFor(Endpoint.Cdp) is { } missing) return environment.Fail(missing);
            if (!MasterKey(parsed).TryGet(out var key, out failure)) return environment.Fail(failure);
            if (!DemoDocuments.Read(Path.Combine(AppContext.BaseDirectory, "Demo", "Content")).TryGet(out var documents, out failure))
                return environment.Fail(failure);

            var plan = new DemoPlan(
                parsed.GetValue(seed), parsed.GetValue(people), parsed.GetValue(items), parsed.GetValue(events), parsed.GetValue(days),
                InstantOption.WholeSecond(parsed.GetValue(now) ?? environment.Time.GetUtcNow()));
            using var http = engine.Connect(parsed);
            var run = new DemoRun(plan, new WebhookClient(http, proof, environment.Retries, environment.Time), environment);
            var admin = key.Length > 0 ? new AdminClient(http, key) : null;
            return await run.RunAsync(parsed.GetValue(truth), documents, admin, cancellation);
        });
        return command;

        // an empty text stands for "none given"
        Outcome<string> MasterKey(ParseResult parsed)
        {
            var given = parsed.GetValue(masterKey) ?? (parsed.GetValue(engine.Keys) is null ? environment.Variable("HOST_MASTER_KEY") : null);
            if (given is not null || parsed.GetValue(engine.Keys) is not { } file) return given ?? "";
            return KeyFile.Read(file).TryGet(out var keys, out var unread)
                ? keys.First("master", "masterKey") is { } key ? key : new Failure($"{file} holds no master key (property master or masterKey).")
                : new Failure(unread);
        }
    }
}
