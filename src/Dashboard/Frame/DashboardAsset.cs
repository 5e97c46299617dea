namespace PersonalizationEngine.Dashboard.Frame;

/// <param name="Tag">Of the content, for addresses and <c>ETag</c>.</param>
public sealed record DashboardAsset(string Name, ReadOnlyMemory<byte> Content, string Tag)
{
    public string MediaType => Path.GetExtension(Name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
