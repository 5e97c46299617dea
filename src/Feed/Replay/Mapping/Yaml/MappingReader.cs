using PersonalizationEngine.Feed.Replay.Visits;
using PersonalizationEngine.Feed.Sending;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PersonalizationEngine.Feed.Replay.Mapping.Yaml;

/// <summary>Reads a mapping from YAML; docs/replay.md describes the form.</summary>
internal static class MappingReader
{
    /// <param name="name">For messages: the file.</param>
    /// <param name="to">Where events go that do not say themselves; null where all must say.</param>
    public static Outcome<TemplateMapping> Read(string yaml, string name, Endpoint? to)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 0) return new Failure($"{name} is empty.");
            return Read(yaml, stream.Documents[0].RootNode, to);
        }
        catch (YamlException fault)
        {
            return new Failure($"{name}, line {fault.Start.Line}: {fault.Message.TrimEnd('.')}.");
        }
    }

    private static TemplateMapping Read(string yaml, YamlNode root, Endpoint? to)
    {
        var keys = root.Keys("to", "empty", "visits", "events");
        var usual = keys.TryGetValue("to", out var named) ? EndpointOf(named) : to;
        var fields = new FieldReader(keys.GetValueOrDefault("empty")?.Texts().ToHashSet() ?? []);
        var visits = keys.TryGetValue("visits", out var plan) ? VisitPlanReader.Read(plan) : null;
        if (!keys.TryGetValue("events", out var events)) throw root.Fault("a mapping needs events");
        var templates = events.Items().Select(node => ReadEvent(node, usual, visits, fields)).ToArray();
        return new TemplateMapping($"{yaml}\n{to?.Name}", templates, visits);
    }

    private static EventTemplate ReadEvent(YamlNode node, Endpoint? usual, VisitPlan? visits, FieldReader fields)
    {
        var keys = node.Keys("to", "each", "when", "fields");
        var endpoint = keys.TryGetValue("to", out var named) ? EndpointOf(named) : usual;
        if (endpoint is null) throw node.Fault("the event needs to: rybbit, cdp or events");
        var each = keys.TryGetValue("each", out var repeated) ? repeated.OneOf<Each>() : Each.Row;
        if (each != Each.Row && visits is null) throw node.Fault("each: visit and page_view need visits in the mapping");
        if (!keys.TryGetValue("fields", out var body)) throw node.Fault("the event needs fields");
        return new EventTemplate(
            endpoint, each,
            [.. keys.GetValueOrDefault("when")?.Entries().Select(entry => ConditionReader.Read(entry.Key, entry.Value)) ?? []],
            [.. body.Entries().Select(entry => fields.Read(entry.Key, entry.Value))]);
    }

    private static Endpoint EndpointOf(YamlNode node) =>
        Endpoint.Named(node.Text()) ?? throw node.Fault($"'{node.Text()}' is none of rybbit, cdp, events");
}
