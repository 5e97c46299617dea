using System.CommandLine;
using PersonalizationEngine.Feed.Replay;
using PersonalizationEngine.Feed.Replay.Mapping;
using PersonalizationEngine.Feed.Replay.Reading;
using PersonalizationEngine.Feed.Sending;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary>The options of <c>feed replay</c>.</summary>
internal sealed class ReplayOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "NDJSON, CSV or TSV." };
    private readonly Option<string> _to = new("--to") { Description = "Where rows go: rybbit, cdp or events." };
    private readonly Option<string> _delimiter = new("--delimiter")
    {
        Description = "Between fields: auto, comma, semicolon, tab, pipe or the character.",
        DefaultValueFactory = _ => "auto",
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Go on where an earlier run stopped (the default)." };
    private readonly Option<bool> _noResume = new("--no-resume") { Description = "Begin at the beginning." };
    private readonly Option<string?> _state = new("--state") { Description = "Folder for FILE.resume.json (beside the file)." };
    private readonly Option<long?> _limit = new("--limit") { Description = "Rows to read at most, from the beginning." };

    public ReplayOptions()
    {
        _to.Validators.Add(result =>
        {
            var name = result.GetValueOrDefault<string>();
            if (Sending.Endpoint.Named(name) is null) result.AddError($"--to must be rybbit, cdp or events, not '{name}'.");
        });
        _delimiter.Validators.Add(result =>
        {
            if (Delimiter.TryParse(result.GetValueOrDefault<string>(), out _)) return;
            result.AddError("--delimiter must be auto, comma, semicolon, tab, pipe or one character.");
        });
        _limit.Validators.Add(result =>
        {
            var isTooLow = result.Tokens.Any(token => long.TryParse(token.Value, out var rows) && rows < 1);
            if (isTooLow) result.AddError("--limit must be 1 or more.");
        });
    }

    public Option<string?> Mapping { get; } = new("--mapping")
    {
        Description = "YAML file, or a shipped mapping by name; see docs/replay.md.",
    };

    public Option<string[]> Map { get; } = new("--map")
    {
        Description = "field=column, or field=text with {column} in it.",
        DefaultValueFactory = _ => [],
    };

    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "field=text, the same for all rows.",
        DefaultValueFactory = _ => [],
    };

    public Option<bool> ShiftToNow { get; } = new("--shift-to-now") { Description = "Move all times so that the newest is now." };
    public Option<string?> FunctionKey { get; } = new("--function-key") { Description = "Proves frontend events (--to events)." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        Option[] options =
            [Mapping, Map, Set, _to, _delimiter, ShiftToNow, _resume, _noResume, _state, _limit, FunctionKey];
        foreach (var option in options) command.Options.Add(option);
    }

    public Endpoint? Endpoint(ParseResult parsed) => parsed.GetValue(_to) is { } name ? Sending.Endpoint.Named(name) : null;

    public ReplayPlan Plan(ParseResult parsed, IRowMapping mapping, Uri url)
    {
        var delimiter = Delimiter.TryParse(parsed.GetValue(_delimiter)!, out var given) ? given : null;
        return new ReplayPlan(
            parsed.GetValue(_file)!, mapping, delimiter, parsed.GetValue(ShiftToNow), !parsed.GetValue(_noResume),
            parsed.GetValue(_state), parsed.GetValue(_limit) ?? long.MaxValue, url);
    }
}
