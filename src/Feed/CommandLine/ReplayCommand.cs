using System.CommandLine;
using PersonalizationEngine.Feed.Replay;
using PersonalizationEngine.Feed.Replay.Mapping;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary><c>feed replay FILE</c>: sends what a file holds.</summary>
internal static class ReplayCommand
{
    public static Command Create(FeedEnvironment environment)
    {
        var options = new ReplayOptions();
        var engine = new EngineOptions();
        var command = new Command("replay", "Sends the rows of a file (NDJSON, CSV, TSV) as events or customer facts.");
        options.AddTo(command);
        engine.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!engine.Proof(parsed, environment, parsed.GetValue(options.FunctionKey)).TryGet(out var proof, out var failure))
                return environment.Fail(failure);
            if (proof.MissingFor(options.Endpoint(parsed) ?? Endpoint.Rybbit) is { } missing) return environment.Fail(missing);
            if (!Mapping(parsed, options).TryGet(out var mapping, out failure)) return environment.Fail(failure);

            using var http = engine.Connect(parsed);
            var plan = options.Plan(parsed, mapping, http.BaseAddress!);
            var client = new WebhookClient(http, proof, environment.Retries, environment.Time);
            return await new ReplayRun(plan, client, environment).RunAsync(cancellation);
        });
        return command;
    }

    private static Outcome<IRowMapping> Mapping(ParseResult parsed, ReplayOptions options)
    {
        var (file, maps, sets) = (parsed.GetValue(options.Mapping), parsed.GetValue(options.Map)!, parsed.GetValue(options.Set)!);
        var endpoint = options.Endpoint(parsed);
        if (file is not null && maps.Length + sets.Length > 0) return new Failure("Give either --mapping, or --map and --set.");
        if (file is null && maps.Length + sets.Length == 0)
            return Outcome<IRowMapping>.Of(new WireShape(endpoint, parsed.GetValue(options.ShiftToNow)));
        if (file is null && endpoint is null) return new Failure("--map and --set need --to rybbit, cdp or events.");
        var read = file is not null ? MappingFile.Read(file, endpoint) : SimpleMapping.Read(maps, sets, endpoint!);
        return read.TryGet(out var mapping, out var failure) ? Outcome<IRowMapping>.Of(mapping) : new Failure(failure);
    }
}
