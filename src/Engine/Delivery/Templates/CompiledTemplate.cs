using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Delivery.Links;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>A template with all its texts ready. Safe to use from any thread.</summary>
public sealed class CompiledTemplate : IMessageTemplate
{
    private readonly MessageTemplateSource _source;
    private readonly Workshop _workshop;
    private readonly VariableDefaults _defaults;
    private readonly Dictionary<string, CompiledChannel> _channels;
    private readonly Dictionary<(string Language, string Channel), CompiledChannel> _languages = [];

    private CompiledTemplate(MessageTemplateSource source, long id, int version, Workshop workshop, List<DocumentFault> faults)
    {
        (_source, Id, Version, _workshop, _defaults) = (source, id, version, workshop, new VariableDefaults(source.Defaults));
        _channels = source.Channels.ToDictionary(one => one.Channel, one => CompiledChannel.Of(one, workshop.Language, faults), StringComparer.Ordinal);
        foreach (var (language, channels) in source.Languages)
            foreach (var one in channels) _languages[(language, one.Channel)] = CompiledChannel.Of(one, workshop.Language, faults);
    }

    public string Key => _source.Key;

    public int Version { get; }

    /// <summary>In the store; 0 for one that is not there.</summary>
    public long Id { get; }

    public IReadOnlyList<string> Channels => [.. _channels.Keys];

    public string? Topic => _source.Topic;

    /// <param name="faults">Takes what is wrong with the texts.</param>
    /// <returns>Null when something is.</returns>
    public static CompiledTemplate? Of(MessageTemplateSource source, Workshop workshop, List<DocumentFault> faults, long id = 0, int version = 0)
    {
        var compiled = new CompiledTemplate(source, id, version, workshop, faults);
        return faults.Count == 0 ? compiled : null;
    }

    /// <summary>Whether nothing has changed since it was compiled.</summary>
    public bool IsOf(Stored<MessageTemplateSource> stored) => stored.Version == Version && stored.Id == Id;

    public Rendered Render(string channel, TemplateFacts facts)
    {
        if (!_channels.TryGetValue(channel, out var main)) return new Rendered(null, $"the template says nothing by {channel}");
        var language = Word(facts.Person, "language");
        var person = new PersonLink(facts.PersonId, channel, facts.Topic ?? _source.Topic, facts.MessageId);
        var told = facts.IsCritical || !_workshop.Topics.IsCritical(person.Topic) ? facts : facts with { IsCritical = true };
        var scope = _workshop.Language.Prepare(new TemplateWords(Variables(told, person), _workshop.Time.GetUtcNow(), Word(facts.Person, "timezone")));
        var track = _source.TracksLinks.TryGetValue(channel, out var own) ? own : _workshop.Links.Tracks(channel);
        return new Rendering(In(language, channel) ?? main, scope, _workshop.Links, told, track).Run(person);
    }

    /// <summary>The names of the defaults that stand for something unknown of this person, whether the texts show it or not.</summary>
    public IReadOnlyList<string> DefaultsFor(TemplateFacts facts) =>
        _defaults.StandingIn(new AttributeMap([KeyValuePair.Create("person", (AttributeValue)facts.Person), KeyValuePair.Create("data", (AttributeValue)facts.Data)]));

    private static string? Word(AttributeMap person, string name) => person[name] is { Kind: AttributeKind.Text } value ? value.Text : null;

    private AttributeMap Variables(TemplateFacts facts, PersonLink person)
    {
        var names = new Dictionary<string, AttributeValue>(StringComparer.Ordinal) { ["person"] = facts.Person, ["data"] = facts.Data };
        if (facts.MessageId is { } id) names["message_id"] = id;
        if (_workshop.Links.Preferences(person) is { } preferences) names["preferences_url"] = preferences;
        if (!facts.IsCritical && _workshop.Links.Unsubscribe(person) is { } leave) names["unsubscribe_url"] = leave;
        return _defaults.Under(new AttributeMap(names));
    }

    /// <summary>In a person's own language, or in the one it is a kind of.</summary>
    private CompiledChannel? In(string? language, string channel)
    {
        if (language is null || _languages.Count == 0) return null;
        for (var tag = language.ToLowerInvariant().Replace('_', '-'); tag.Length > 0; tag = tag[..Math.Max(0, tag.LastIndexOf('-'))])
            if (_languages.TryGetValue((tag, channel), out var found)) return found;
        return null;
    }
}
