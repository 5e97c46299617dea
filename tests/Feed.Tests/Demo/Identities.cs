using PersonalizationEngine.Feed.Sending;

namespace Feed.Tests.Demo;

/// <summary>Joins ids into people the way docs/events.md says: a device beside a user id belongs to that user.</summary>
internal sealed class Identities
{
    private readonly Dictionary<string, string> _userOfDevice = [];

    public Identities(IEnumerable<SentEvent> events)
    {
        foreach (var sent in events.Where(candidate => candidate.Endpoint == Endpoint.Rybbit))
        {
            if (sent.Text("user_id") is { } user && sent.Text("anonymous_id") is { } device) _userOfDevice[device] = user;
        }
    }

    public string PersonOf(SentEvent sent)
    {
        if (sent.Endpoint == Endpoint.Cdp) return sent.Data.GetProperty("user_id").GetString()!;
        if (sent.Text("user_id") is { } user) return user;
        if (sent.Text("anonymous_id") is { } device) return _userOfDevice.GetValueOrDefault(device, device);
        return sent.Text("ip_address") + sent.Text("user_agent");
    }
}
