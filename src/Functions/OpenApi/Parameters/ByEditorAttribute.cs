namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>Changes that are noted with the name of whoever made them.</summary>
internal sealed class ByEditorAttribute : ParameterGroupAttribute
{
    public override IReadOnlyList<ParameterAttribute> Parameters { get; } =
    [
        new HeaderParameterAttribute("x-editor-key", "Says who changes something, in the history and the audit; without it, it was the master key.") { MaxLength = 500 },
    ];
}
