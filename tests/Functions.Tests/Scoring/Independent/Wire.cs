using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PersonalizationEngine.Functions.Tests.Scoring.Independent;

/// <summary>Writes a deed as senders do, each in its own manner.</summary>
internal sealed class Wire(string key, Identification identification, DateTimeOffset login, Random random)
{
    private string Known => $"known-{key}";

    private string Device => $"device-{key}";

    private string Alias => $"alias-{key}";

    private string Agent => $"Mozilla/5.0 ({key})";

    public IReadOnlyList<string> Ids => identification switch
    {
        Identification.KnownFromTheStart => [Known],
        Identification.LogsInFromAnAddress => [Known, Fingerprint],
        Identification.LinkedByTheCdp => [Known, Alias],
        Identification.StaysAnonymous => [Device],
        _ => [Known, Device],
    };

    private static string Address => "198.51.100.23";

    private string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Address + Agent)));

    /// <summary>The events that say whose ids these are, beside those that say it along with a deed.</summary>
    public IEnumerable<SentEvent> Links()
    {
        if (identification != Identification.LinkedByTheCdp) yield break;
        var data = new JsonObject { ["user_id"] = Known };
        if (random.Next(2) == 0) data["alias"] = Alias;
        else data["aliases"] = new JsonArray(Alias, $"unused-{key}");
        yield return Cdp("identity.linked", login, data);
    }

    public SentEvent Write(Deed deed)
    {
        if (!deed.IsVisit) return Cdp(deed.Type, deed.At, new JsonObject { ["user_id"] = IdAt(deed.At), ["form"] = deed.Form });

        var sent = new JsonObject
        {
            ["type"] = deed.Type,
            ["site_id"] = random.Next(2) == 0 ? deed.Site : int.Parse(deed.Site, null),
            ["timestamp"] = Instant(deed.At),
            ["pathname"] = deed.Path,
            ["event_name"] = deed.Name,
            ["session_id"] = deed.Session ?? (random.Next(2) == 0 ? "" : null),
            ["properties"] = Properties(deed.Form),
        };
        Identify(sent, deed.At);
        return new SentEvent("rybbit", sent);
    }

    private void Identify(JsonObject sent, DateTimeOffset at)
    {
        var isKnown = at >= login;
        switch (identification)
        {
            case Identification.LogsInOnADevice when isKnown:
                (sent["user_id"], sent["anonymous_id"]) = (Known, Device);
                break;
            case Identification.LogsInOnADevice:
                sent["anonymous_id"] = Device;
                break;
            case Identification.ExportedRows:
                (sent["user_id"], sent["identified_user_id"]) = (Device, isKnown ? Known : "");
                break;
            case Identification.LogsInFromAnAddress when isKnown:
                (sent["user_id"], sent["anonymous_id"]) = (Known, Fingerprint);
                break;
            case Identification.LogsInFromAnAddress:
                (sent["ip_address"], sent["user_agent"]) = (Address, Agent);
                break;
            default:
                sent["user_id"] = IdAt(at);
                break;
        }
    }

    private string IdAt(DateTimeOffset at) => identification switch
    {
        Identification.StaysAnonymous => Device,
        Identification.LinkedByTheCdp when at < login => Alias,
        _ => Known,
    };

    private JsonNode? Properties(string? form)
    {
        if (form is null) return null;
        string[] fields = ["formId", "formName", "formAction"];
        var properties = new JsonObject { [fields[random.Next(3)]] = form, ["fieldCount"] = 3 };
        return random.Next(2) == 0 ? properties : properties.ToJsonString();
    }

    private SentEvent Cdp(string type, DateTimeOffset at, JsonObject data) =>
        new("cdp", new JsonObject { ["type"] = type, ["timestamp"] = Instant(at), ["data"] = data });

    private JsonNode Instant(DateTimeOffset at) => random.Next(3) switch
    {
        0 => at.ToUnixTimeMilliseconds(),
        1 => at.ToOffset(TimeSpan.FromHours(random.Next(-11, 13))).ToString("yyyy-MM-ddTHH:mm:ss.fffzzz"),
        _ => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ"),
    };
}
