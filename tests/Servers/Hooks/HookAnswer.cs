namespace PersonalizationEngine.Servers.Hooks;

/// <param name="Status">0 cuts the connection, -1 never answers.</param>
public sealed record HookAnswer(int Status, string Body = "", params (string Name, string Value)[] Headers)
{
    public static HookAnswer Cut { get; } = new(0);

    public static HookAnswer Silence { get; } = new(-1);
}
