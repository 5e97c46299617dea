using System.Text.Json;
using PersonalizationEngine.Core.Profiles.Signals;
using PersonalizationEngine.Core.Rules.Conditions.Logic;
using PersonalizationEngine.Core.Rules.Conditions.Parsing;

namespace PersonalizationEngine.Core.Rules.Conditions.Behaviour;

/// <summary>Reads <c>$did</c> and <c>$didNot</c>: one description of acts, or a list all of which must hold.</summary>
internal static class DidReader
{
    public const string Did = "$did", DidNot = "$didNot";

    private const int MaxTexts = 20, MaxLength = 256, MaxActs = 20;

    private static readonly string[] Members = ["event", "page", "form", "signal", "within", "times"];

    public static bool Knows(string name) => name is Did or DidNot;

    /// <summary>Null when the name is neither of them.</summary>
    public static Condition? Read(string name, JsonElement value, Place place, ParseSession session)
    {
        if (!Knows(name)) return null;
        if (value.ValueKind != JsonValueKind.Array) return ReadOne(name, value, place, session);
        if (session.AdmitDepth(value, place) is { } fault) return fault;
        return value.GetArrayLength() is 0 or > MaxActs
            ? session.Refuse(place, $"{name} takes an object, or a list of 1 to {MaxActs} of them.")
            : new AllOf(place.JsonPointer, [.. value.EnumerateArray().Select((item, index) => ReadOne(name, item, place.Item(index), session))]);
    }

    private static Condition ReadOne(string name, JsonElement value, Place place, ParseSession session)
    {
        if (session.Admit(value, place) is { } fault) return fault;
        if (value.ValueKind != JsonValueKind.Object) return session.Refuse(place, $"{name} takes an object of {string.Join(", ", Members)}.");

        var members = ObjectMembers.Of(value, place, session);
        foreach (var unknown in members.Keys.Except(Members, StringComparer.Ordinal))
            return session.Refuse(place.Property(unknown), $"Accepted here are {string.Join(", ", Members)}.");
        if (Texts("event") is not { } events) return RefuseTexts("event");
        if (Texts("page") is not { } pages) return RefuseTexts("page");
        if (Texts("form") is not { } forms) return RefuseTexts("form");
        if (ReadSignal() is not { } signal) return session.Refuse(place.Property("signal"), $"signal must be one of {string.Join(", ", SignalNames.All)}.");
        if (events.Count + pages.Count + forms.Count == 0 && signal == Signal.None) return session.Refuse(place, $"{name} needs event, page, form or signal.");
        if (Within() is not { } within) return session.Refuse(place.Property("within"), $"within {ActSpan.Accepted}.");
        if (name == DidNot && members.ContainsKey("times")) return session.Refuse(place.Property("times"), "$didNot takes no times: never is meant.");
        if (Times() is not { } times) return session.Refuse(place.Property("times"), $"times {ActTimes.Accepted}.");
        return new DidCondition(place.JsonPointer, name, new ActPattern(events, pages, forms, signal), within, times);

        IReadOnlyList<string>? Texts(string member) => members.TryGetValue(member, out var json) ? ReadTexts(json) : [];

        FaultyCondition RefuseTexts(string member) => session.Refuse(
            place.Property(member), $"{member} must be a text of 1 to {MaxLength} characters, or a list of 1 to {MaxTexts} of them.");

        Signal? ReadSignal() => !members.TryGetValue("signal", out var json) ? Signal.None
            : TextOf(json) is { } text && SignalNames.Of(text) is not Signal.None and var known ? known : null;

        TimeSpan? Within() => members.TryGetValue("within", out var json) ? ActSpan.Read(TextOf(json)) : ActSpan.Default;

        ActTimes? Times() => name == DidNot ? new ActTimes(0, 0)
            : members.TryGetValue("times", out var json) ? ActTimes.Read(json) : ActTimes.Once;
    }

    private static List<string>? ReadTexts(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) return TextOf(json) is { } one ? [one] : null;
        if (json.GetArrayLength() is 0 or > MaxTexts) return null;
        var texts = json.EnumerateArray().Select(TextOf).OfType<string>().ToList();
        return texts.Count == json.GetArrayLength() ? texts : null;
    }

    private static string? TextOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && JsonText.IsReadable(json) && json.GetString() is { Length: > 0 and <= MaxLength } text ? text : null;
}
