using System.CommandLine;
using PersonalizationEngine.Feed.Demo;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary>The options of <c>feed demo</c>.</summary>
internal sealed class DemoOptions
{
    private readonly Option<int> _people = NumberOption.Create("--people", "People who visit.", 2_000, 10, 50_000);
    private readonly Option<int> _items = NumberOption.Create("--items", "Items in the catalogue.", 300, 10, 10_000);
    private readonly Option<int> _events = NumberOption.Create("--events", "Behaviour events, about.", 100_000, 500, 2_000_000);
    private readonly Option<int> _days = NumberOption.Create("--days", "Days until now.", 28, 1, 365);
    private readonly Option<DateTimeOffset?> _now = InstantOption.Create("--now", "The end of the month; default the clock.");
    private readonly Option<string?> _truth = new("--truth") { Description = "CSV file for tribes, intents, conversions." };
    private readonly MasterKeyOption _masterKey = new();
    private readonly Option<long> _seed = new("--seed")
    {
        Description = "The same seed and now give the same month.",
        DefaultValueFactory = _ => 42,
    };

    public void AddTo(Command command)
    {
        Option[] options = [_seed, _people, _items, _events, _days, _now, _truth, _masterKey.Option];
        foreach (var option in options) command.Options.Add(option);
    }

    public DemoPlan Plan(ParseResult parsed, FeedEnvironment environment) => new(
        parsed.GetValue(_seed),
        parsed.GetValue(_people),
        parsed.GetValue(_items),
        parsed.GetValue(_events),
        parsed.GetValue(_days),
        parsed.GetValue(_now) ?? environment.Now());

    public string? TruthFile(ParseResult parsed) => parsed.GetValue(_truth);

    /// <inheritdoc cref="MasterKeyOption.Read"/>
    public Outcome<string> MasterKey(ParseResult parsed, EngineOptions engine, FeedEnvironment environment) =>
        _masterKey.Read(parsed, engine, environment);
}
