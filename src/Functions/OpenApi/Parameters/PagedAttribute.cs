namespace PersonalizationEngine.Functions.OpenApi.Parameters;

/// <summary>A list that is read page by page.</summary>
internal sealed class PagedAttribute : ParameterGroupAttribute
{
    private const int DefaultPage = 50, MaxPage = 200;

    public override IReadOnlyList<ParameterAttribute> Parameters { get; } =
    [
        new QueryParameterAttribute("cursor", "The next_cursor of the page before; none for the first page.") { MaxLength = 100 },
        new QueryParameterAttribute("limit", "Most items of a page.") { Type = typeof(int), Minimum = 1, Maximum = MaxPage, Default = DefaultPage },
    ];
}
