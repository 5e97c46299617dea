using PersonalizationEngine.Core.Documents;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Delivery.Templates;

/// <summary>The texts of one channel in one language, ready to be rendered.</summary>
internal sealed class CompiledChannel
{
    private readonly Dictionary<string, ITemplateText> _parts = new(StringComparer.Ordinal);

    private CompiledChannel(string channel) => Channel = channel;

    public string Channel { get; }

    public Dictionary<string, ITemplateText> Data { get; } = new(StringComparer.Ordinal);

    public ITemplateText? this[string part] => _parts.GetValueOrDefault(part);

    /// <param name="faults">Takes what is wrong with the texts.</param>
    public static CompiledChannel Of(ChannelSource source, ITemplateLanguage language, ICollection<DocumentFault> faults)
    {
        var compiled = new CompiledChannel(source.Channel);
        foreach (var part in ChannelParts.Of[source.Channel])
            if (source.Parts.TryGetValue(part.Name, out var text)) Add(compiled._parts, part.Name, text, part.Escaping, JsonPointer.Append(source.Pointer, part.Name));
        foreach (var (name, text) in source.Data)
            Add(compiled.Data, name, text, Escaping.None, JsonPointer.Append(JsonPointer.Append(source.Pointer, ChannelParts.Data), name));
        return compiled;

        void Add(Dictionary<string, ITemplateText> into, string name, string text, Escaping escaping, string pointer)
        {
            var (read, fault) = language.Compile(text, escaping);
            if (fault is not null) faults.Add(new DocumentFault(pointer, fault.ToString()));
            else into[name] = read!;
        }
    }
}
