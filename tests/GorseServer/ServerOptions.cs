using PersonalizationEngine.GorseServer.Data;

namespace PersonalizationEngine.GorseServer;

/// <summary>What Gorse reads from its config.toml, as far as the contract depends on it, and which generation is spoken.</summary>
public sealed record ServerOptions
{
    public int Port { get; private init; } = 8088;

    /// <summary>What <c>X-API-Key</c> has to be; anybody may call when it is empty.</summary>
    public string ApiKey { get; private init; } = "";

    /// <summary>The unreleased head of Gorse instead of v0.5.11.</summary>
    public bool Head { get; private init; }

    /// <summary>The journal that state survives in; null keeps it in memory alone.</summary>
    public string? DataFile { get; private init; }

    public bool AutoInsert { get; private init; } = true;

    public bool Replacement { get; private init; }

    public bool Collaborative { get; private init; }

    public bool Neighbours { get; private init; } = true;

    /// <summary>Whether items can be searched by their comment.</summary>
    public bool Search { get; private init; }

    /// <summary>Whether the stores behind Gorse are up, as health tells it.</summary>
    public bool Ready { get; private init; } = true;

    public IReadOnlyList<FeedbackExpression> Positive { get; private init; } = [];

    public IReadOnlyList<FeedbackExpression> Negative { get; private init; } = [];

    /// <exception cref="ArgumentException">An option is not known or has no value.</exception>
    public static ServerOptions Read(IReadOnlyList<string> arguments)
    {
        var options = new ServerOptions();
        for (var index = 0; index < arguments.Count; index++)
        {
            options = arguments[index] switch
            {
                "--port" => options with { Port = int.Parse(Value(), null) },
                "--api-key" => options with { ApiKey = Value() },
                "--data" => options with { DataFile = Value() },
                "--positive" => options with { Positive = [.. options.Positive, Expression(Value())] },
                "--negative" => options with { Negative = [.. options.Negative, Expression(Value())] },
                "--head" => options with { Head = true },
                "--replacement" => options with { Replacement = true },
                "--collaborative" => options with { Collaborative = true },
                "--search" => options with { Search = true },
                "--no-auto-insert" => options with { AutoInsert = false },
                "--no-neighbours" => options with { Neighbours = false },
                "--not-ready" => options with { Ready = false },
                var unknown => throw new ArgumentException($"{unknown} is not an option."),
            };

            string Value() => ++index < arguments.Count ? arguments[index] : throw new ArgumentException($"{arguments[index - 1]} needs a value.");
        }

        return options;
    }

    private static FeedbackExpression Expression(string text) =>
        FeedbackExpression.Parse(text) ?? throw new ArgumentException($"{text} is no feedback type.");
}
