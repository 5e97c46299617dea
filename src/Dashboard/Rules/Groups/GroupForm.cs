using PersonalizationEngine.Dashboard.Forms;

namespace PersonalizationEngine.Dashboard.Rules.Groups;

/// <summary>A saved group as somebody changes it: a list may be too long to stand in a form, so values come and go.</summary>
/// <param name="Added">A line each.</param>
/// <param name="Removed">A line each, as they are shown; those that are not in it do no harm.</param>
/// <param name="AsText">What looks like a number, true or false, is a text.</param>
public sealed record GroupForm(string Key, string Name, string Description, string Added, string Removed, bool AsText)
{
    public static GroupForm New { get; } = new("", "", "", "", "", false);

    public static GroupForm Read(PostedForm form)
    {
        string Lines(string field) => (form.Raw(field) ?? "").ReplaceLineEndings("\n");
        return new GroupForm(form["key"] ?? "", form["name"] ?? "", Lines("description").Trim(), Lines("added"), Lines("removed"), form.Has("as_text"));
    }
}
