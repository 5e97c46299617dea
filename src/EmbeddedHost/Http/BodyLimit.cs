namespace EmbeddedHost.Http;

/// <summary>The largest request body, as on Azure. A larger one is answered with 413.</summary>
internal static class BodyLimit
{
    public const long Bytes = 30_000_000;
}
