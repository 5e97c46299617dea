using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Administration.Trying;

namespace PersonalizationEngine.Dashboard.Rules.Editing;

/// <summary>What the editor shows.</summary>
/// <param name="Live">The rule as it is; null for a new one.</param>
/// <param name="Version">That the edit was begun from; 0 for a new one.</param>
/// <param name="Revision">Of the draft it was begun from; 0 for none.</param>
/// <param name="Json">The rule as JSON, as it is or as somebody typed it.</param>
public sealed record EditorState(Stored<ContentRule>? Live, int Version, int Revision, RuleForm Form, string Json)
{
    public long? Id => Live?.Id;

    public Audience? Audience { get; init; }

    public RulePreview? Preview { get; init; }

    public WhatIfReport? WhatIf { get; init; }

    /// <summary>Somebody else has changed the rule meanwhile: by whom, and from which version to compare.</summary>
    public (string By, DateTimeOffset At, int From, int To)? Overtaken { get; init; }

    /// <summary>The JSON of what the form says now; by it, an edit of the JSON is told from one of the form.</summary>
    public string JsonOfForm => JsonShown.Pretty(RuleWriter.Write(Form).Json);

    public static EditorState Of(Stored<ContentRule>? live, int version, int revision, RuleForm form) =>
        new(live, version, revision, form, JsonShown.Pretty(RuleWriter.Write(form).Json));
}
