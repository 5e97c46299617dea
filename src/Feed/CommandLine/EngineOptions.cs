using System.CommandLine;
using PersonalizationEngine.Feed.Sending.Proof;

namespace PersonalizationEngine.Feed.CommandLine;

/// <summary>The options that say which engine, and by what proof; the same for every command.</summary>
internal sealed class EngineOptions
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(100);

    private readonly Option<Uri> _url = new("--url")
    {
        Description = "Address of the engine.",
        DefaultValueFactory = _ => new Uri("http://localhost:7071"),
        CustomParser = result =>
        {
            var text = result.Tokens.Single().Value;
            if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
            result.AddError($"--url: '{text}' is not an http address.");
            return null;
        },
    };

    private readonly Option<string?> _secret = new("--secret")
    {
        Description = "Signs requests: whsec_…; default the first in WEBHOOK_SECRETS.",
    };

    private readonly Option<string?> _token = new("--token")
    {
        Description = "Instead of a signature; default the first in WEBHOOK_TOKENS.",
    };

    private readonly Option<string?> _credentials = new("--credentials")
    {
        Description = "File with {\"secret\":…,\"token\":…}: webhook-credentials.json in the engine's data folder.",
    };

    public Option<string?> Keys { get; } = new("--keys")
    {
        Description = "The host's keys.json (properties master and default), for what needs a function key.",
    };

    public void AddTo(Command command)
    {
        AddAddressTo(command);
        foreach (var option in (Option[])[_secret, _token, _credentials]) command.Options.Add(option);
    }

    /// <summary>For commands that send no events.</summary>
    public void AddAddressTo(Command command)
    {
        foreach (var option in (Option[])[_url, Keys]) command.Options.Add(option);
    }

    /// <param name="functionKey">Proves frontend events, where a command sends them.</param>
    public Outcome<SenderProof> Proof(ParseResult parsed, FeedEnvironment environment, string? functionKey = null) =>
        new ProofSources(
            parsed.GetValue(_secret), parsed.GetValue(_token), parsed.GetValue(_credentials), functionKey, parsed.GetValue(Keys))
        .Read(environment.Variable);

    /// <param name="answerTimeout">How long to wait for an answer; default 100 seconds.</param>
    public HttpClient Connect(ParseResult parsed, TimeSpan? answerTimeout = null)
    {
        var url = parsed.GetValue(_url)!;
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = !url.IsLoopback };
        return new HttpClient(handler) { BaseAddress = url, Timeout = answerTimeout ?? AnswerTimeout };
    }
}
