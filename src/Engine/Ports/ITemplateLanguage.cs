using PersonalizationEngine.Engine.Delivery.Templates;

namespace PersonalizationEngine.Engine.Ports;

/// <summary>
/// The language templates are written in. Whatever a template says, it reads no file and no object of ours, ends, and gives a
/// text of a bounded size.
/// </summary>
public interface ITemplateLanguage
{
    /// <param name="escaping">How what is put in is made harmless.</param>
    Compiled Compile(string source, Escaping escaping);

    /// <summary>Makes ready what texts can speak of, once for all parts of one message.</summary>
    ITemplateScope Prepare(TemplateWords words);
}
