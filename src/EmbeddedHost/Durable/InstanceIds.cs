namespace EmbeddedHost.Durable;

/// <summary>Ids of orchestrations: what every backend on Azure accepts.</summary>
internal static class InstanceIds
{
    private const int Longest = 100;

    /// <exception cref="ArgumentException">The id is empty, too long, or has other than printable ASCII characters.</exception>
    public static void Check(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id.Length > Longest) throw Refusal(id, $"it is longer than {Longest} characters");
        if (id[0] == '@') throw Refusal(id, "it begins with @");
        if (id.Any(c => c is < ' ' or > '~' or '/' or '\\' or '#' or '?')) throw Refusal(id, "only printable ASCII without / \\ # ? is possible");
    }

    private static ArgumentException Refusal(string id, string reason) => new($"'{id}' cannot be an instance's id: {reason}.", nameof(id));
}
