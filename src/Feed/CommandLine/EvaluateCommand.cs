using System.CommandLine;
using PersonalizationEngine.Feed.Demo.Documents;
using PersonalizationEngine.Feed.Evaluation;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary><c>feed evaluate</c>: asks a running engine how good its recommendations would have been, and prints the figures.</summary>
internal static class EvaluateCommand
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    public static Command Create(FeedEnvironment environment)
    {
        var protocol = new Option<string?>("--protocol") { Description = "temporal: hide what came last; random: hide a fifth of each history; default both." };
        protocol.AcceptOnlyFromAmong("temporal", "random");
        var k = NumberOption.Create("--k", "How many places of a list are judged.", 10, 1, 50);
        var people = NumberOption.Create("--people", "How many people are asked for at most.", 2_000, 20, 100_000);
        var json = new Option<bool>("--json") { Description = "Prints the engine's whole answer, with the intervals of all figures." };
        var masterKey = new MasterKeyOption();
        var engine = new EngineOptions();
        var command = new Command("evaluate", "Tells how good recommendations would have been on the data of a running engine.");
        foreach (var option in (Option[])[protocol, k, people, json, masterKey.Option]) command.Options.Add(option);
        engine.AddAddressTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!masterKey.Read(parsed, engine, environment).TryGet(out var key, out var failure)) return environment.Fail(failure);
            if (key == MasterKeyOption.NoKey) return environment.Fail("Give --master-key, HOST_MASTER_KEY or --keys: evaluating is for administrators.");
            using var http = engine.Connect(parsed, Longest);
            var run = new EvaluationRun(new AdminClient(http, key), environment);
            return await run.RunAsync(
                parsed.GetValue(protocol), parsed.GetValue(k), parsed.GetValue(people), parsed.GetValue(json), cancellation);
        });
        return command;
    }
}
